import { byCodeUnit } from '../core/order.js';
import { isError, type Problem, problem } from '../core/problem.js';
import { nearest } from '../core/text.js';
import { dayOf } from '../core/time.js';
import type { Entry, Poll, Resolved, Scan, Settings, Site } from '../core/types.js';
import { assignAddresses } from './assign-addresses.js';
import { checkCategories } from './check-categories.js';
import { addCitations, checkIdentity, indexNumbers, relate } from './documents.js';
import { makeLists } from './lists.js';
import { resolveMenu } from './menu.js';
import { aliasRedirects, fileRedirects } from './redirects.js';
import { type References, references } from './references.js';
import { type Sorted, type SortInput, sortEntries } from './sort-entries.js';
import { nextTransition } from './transitions.js';

export interface ModelInput extends SortInput {
  readonly scan: Scan;
  /** The text of `redirects.csv`. */
  readonly redirects?: string | undefined;
}

/** Puts the entries together: who is published, under which address, and what each leads to. */
export function buildSite(input: ModelInput): { site: Site; problems: readonly Problem[] } {
  const { settings, clock, scan } = input;
  const problems: Problem[] = [];
  const sorted = sortEntries(input, problems);
  const lists = makeLists(sorted.published, sorted.categories, settings, problems);
  const addresses = assignAddresses(sorted, lists, scan, settings);
  const known = {
    entries: new Map(sorted.published.map((entry) => [entry.file, entry])),
    withheld: new Set([...sorted.hidden.map((e) => e.file), ...input.broken]),
    files: new Map(scan.files.map((source) => [source.file, source])),
    addresses,
    numbers: indexNumbers(lists.documents),
  };
  const links = references(known);
  const coming = references({ ...known, checkOnly: true });
  const withheldNumbers = indexNumbers(sorted.hidden.filter((e) => e.kind === 'document'));
  const { relations, problems: documentProblems } = relate(
    lists.documents,
    withheldNumbers,
    dayOf(clock.now, settings.timezone),
  );
  const redirects = aliasRedirects(sorted.published, addresses);
  const listed = input.redirects === undefined ? undefined : fileRedirects(input.redirects, addresses, links);
  const resolved = settle(sorted.published, links);
  settle(sorted.coming, coming);
  addCitations(relations, links.citations);
  const { menu, problems: menuProblems } = resolveMenu(settings, lists.categories, links);
  const polledIn = findPolls(sorted, problems);
  useEmblem(settings, links, problems);
  problems.push(
    ...checkIdentity(lists.documents),
    ...documentProblems,
    ...(listed?.problems ?? []),
    ...menuProblems,
  );
  problems.push(...checkCategories(lists.articles, settings));
  problems.push(...links.problems, ...coming.problems.filter(isError), ...addresses.problems);
  const site: Site = {
    ...lists,
    settings,
    now: clock.now,
    relations,
    polledIn,
    menu,
    resolved,
    redirects: [...redirects, ...(listed?.redirects ?? [])],
    files: links.files,
    publicFiles: scan.publicFiles,
    withheld: [...sorted.withheld].sort((a, b) => byCodeUnit(a.file, b.file)),
    early: sorted.early,
    nextBuildAt: nextTransition(sorted.published, sorted.changes, settings, clock.now),
  };
  return { site, problems };
}

/** Settles all bodies and file fields. */
function settle(entries: readonly Entry[], links: References): Map<string, readonly Resolved[]> {
  const resolved = new Map<string, readonly Resolved[]>();
  for (const entry of entries) {
    if (entry.body.slots.length > 0) resolved.set(entry.file, links.resolveBody(entry));
    useFiles(entry, links);
  }
  return resolved;
}

function useFiles(entry: Entry, links: References): void {
  if (entry.kind !== 'article' && entry.kind !== 'document') return;
  for (const [i, { path }] of (entry.fields.files ?? []).entries())
    links.useFile(entry, path, ['files', i, 'path'], false);
  if (entry.kind === 'document') return;
  const { image, gallery = [], video, audio } = entry.fields;
  if (image) links.useFile(entry, image.src, ['image', 'src'], true);
  for (const [i, { src }] of gallery.entries()) links.useFile(entry, src, ['gallery', i, 'src'], true);
  if (video) links.useFile(entry, video, ['video'], false);
  if (audio) links.useFile(entry, audio, ['audio'], false);
}

function findPolls(sorted: Sorted, problems: Problem[]): Map<string, Poll> {
  const isPoll = (e: Entry): e is Poll => e.kind === 'poll';
  const polls = new Map(sorted.published.filter(isPoll).map((poll) => [poll.slug, poll]));
  const hidden = new Map(sorted.hidden.filter(isPoll).map((poll) => [poll.slug, poll]));
  const found = new Map<string, Poll>();
  for (const article of sorted.published) {
    if (article.kind !== 'article' || !article.fields.poll) continue;
    const slug = article.fields.poll;
    const poll = polls.get(slug);
    const where = { file: article.file, field: ['poll'] };
    if (poll) found.set(article.file, poll);
    else if (hidden.has(slug))
      problems.push(problem('entry/withheld-reference', { target: hidden.get(slug)?.file ?? slug }, where));
    else
      problems.push(
        problem('entry/no-such-poll', { slug, nearest: nearest(slug, polls.keys()) ?? '' }, where),
      );
  }
  return found;
}

function useEmblem(settings: Settings, links: References, problems: Problem[]): void {
  const { emblem } = settings.organisation;
  if (!emblem || links.useShared(emblem)) return;
  problems.push(
    problem(
      'settings/missing-file',
      { path: emblem },
      { file: 'site.yaml', field: ['organisation', 'emblem'] },
    ),
  );
}
