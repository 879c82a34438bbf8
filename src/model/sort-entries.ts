import { byCodeUnit } from '../core/order.js';
import { type Problem, problem } from '../core/problem.js';
import type { Entry, Parsed, Settings, Withheld } from '../core/types.js';
import { toEntry } from './entry.js';
import { usesOf } from './lists.js';
import { type Names, settleNames } from './names.js';
import { type Clock, decide, type Publication } from './publication.js';

export interface SortInput {
  readonly parsed: readonly { readonly file: string; readonly parsed: Parsed }[];
  /** Entries that have errors of their own; with `--hold-broken` they are withheld. */
  readonly broken: readonly string[];
  readonly settings: Settings;
  readonly clock: Clock;
}

export interface Sorted {
  /** Newest first; ties by path. */
  readonly published: readonly Entry[];
  /** Entries that exist but are not on the site now. */
  readonly hidden: readonly Entry[];
  /** Of those, the ones that will appear by themselves: checked now, so that the clock cannot break a build. */
  readonly coming: readonly Entry[];
  readonly withheld: readonly Withheld[];
  /** Published ones that are here only because a preview shows drafts. */
  readonly early: readonly Withheld[];
  readonly changes: readonly (number | null)[];
  readonly categories: Names;
}

/** Decides of each entry whether it is on the site, and brings the published ones into order. */
export function sortEntries({ parsed, broken, settings, clock }: SortInput, problems: Problem[]): Sorted {
  const decided = parsed.map(({ parsed: p }) => decide(p, clock));
  const articles = parsed.filter(({ parsed: p }, i) => p.kind === 'article' && decided[i]?.published);
  const categories = settleNames(
    usesOf(articles, 'category', ({ parsed: p }) => (p.kind === 'article' ? [p.fields.category] : [])),
    settings.categories,
  );
  problems.push(...categories.problems);
  const published: Entry[] = [];
  const hidden: Entry[] = [];
  const coming: Entry[] = [];
  const withheld: Withheld[] = [];
  const early: Withheld[] = [];
  for (const [i, { file, parsed: p }] of parsed.entries()) {
    const publication = decided[i] as Publication;
    const entry = toEntry(file, p, settings, categories.names);
    if (!entry) problems.push(problem('entry/no-slug', {}, { file, field: ['title'] }));
    if (publication.published) {
      if (entry) published.push(entry);
      if (publication.early) early.push({ file, ...publication.early });
    } else {
      const { reason, until } = publication;
      withheld.push({ file, reason, until });
      if (entry) hidden.push(entry);
      if (entry && reason === 'scheduled') coming.push(entry);
    }
  }
  for (const file of broken) withheld.push({ file, reason: 'error', until: null });
  return {
    published: published.sort(newestFirst),
    hidden,
    coming,
    withheld,
    early,
    changes: decided.map(({ until }) => until),
    categories: categories.names,
  };
}

function newestFirst(a: Entry, b: Entry): number {
  return whenOf(b) - whenOf(a) || byCodeUnit(a.file, b.file);
}

/** What an entry is ordered by: when it was posted; of a document the day of issue, which is what readers see. */
function whenOf(entry: Entry): number {
  switch (entry.kind) {
    case 'article':
      return entry.fields.timestamp.at;
    case 'document':
      return Date.parse(entry.fields.issued);
    case 'poll':
      return entry.fields.opens.at;
    case 'page':
      return 0;
  }
}
