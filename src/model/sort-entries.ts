import { byCodeUnit } from '../core/order.js';
import { type Problem, problem } from '../core/problem.js';
import type { Entry, Parsed, Settings, Withheld } from '../core/types.js';
import { toEntry } from './entry.js';
import { usesOf } from './lists.js';
import { type Names, settleNames } from './names.js';
import { type Clock, decide } from './publication.js';

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
  const decided = parsed.map((item) => ({ ...item, publication: decide(item.parsed, clock) }));
  const published = decided.filter((item) => item.publication.published);
  const articles = published.flatMap(({ file, parsed: p }) =>
    p.kind === 'article' ? [{ file, fields: p.fields }] : [],
  );
  const categories = settleNames(
    usesOf(articles, 'category', (a) => [a.fields.category]),
    settings.categories,
  );
  problems.push(...categories.problems);
  const made = decided.map(({ file, parsed: p, publication }) => {
    const entry = toEntry(file, p, settings, categories.names);
    if (!entry) problems.push(problem('entry/no-slug', {}, { file, field: ['title'] }));
    return { file, entry, publication };
  });
  const withheld = made.flatMap(({ file, publication: p }) =>
    p.published ? [] : [{ file, reason: p.reason, until: p.until }],
  );
  const entriesOf = (keep: (item: (typeof made)[number]) => boolean) =>
    made.filter(keep).flatMap(({ entry }) => entry ?? []);
  return {
    published: entriesOf(({ publication }) => publication.published).sort(newestFirst),
    hidden: entriesOf(({ publication }) => !publication.published),
    coming: entriesOf(({ publication: p }) => !p.published && p.reason === 'scheduled'),
    withheld: [...withheld, ...broken.map((file) => ({ file, reason: 'error' as const, until: null }))],
    early: made.flatMap(({ file, publication: p }) => (p.published && p.early ? { file, ...p.early } : [])),
    changes: made.map(({ publication }) => publication.until),
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
