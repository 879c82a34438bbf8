import { formatMoment } from '../core/format-time.js';
import type { Entry, Withheld } from '../core/types.js';
import type { LoadedSite } from '../site.js';

/** An entry that readers do not see yet, or no longer. */
export interface Mark {
  readonly file: string;
  readonly reason: Withheld['reason'];
  /** When it goes live by itself, as the portal prints moments; empty where it does not. */
  readonly until: string;
  /** Where the preview shows it, with the base path; empty where it does not. */
  readonly href: string;
  readonly title: string;
}

/** Drafts and what is scheduled, in the order of their files; with `--drafts` with their pages. */
export function toMarks({ site }: LoadedSite): Mark[] {
  const { early, withheld, settings } = site;
  const wanted = new Set(early.map(({ file }) => file));
  const lists: readonly (readonly Entry[])[] = [site.articles, site.documents, site.polls, site.pages];
  const shown = new Map(
    wanted.size === 0
      ? []
      : lists.flatMap((list) =>
          list.filter(({ file }) => wanted.has(file)).map((entry) => [entry.file, entry]),
        ),
  );
  return [...early, ...withheld].map(({ file, reason, until }) => {
    const entry = shown.get(file);
    return {
      file,
      reason,
      until: until === null ? '' : formatMoment({ at: until, dateOnly: false }, settings.timezone),
      href: entry ? `${settings.basePath}${entry.address}` : '',
      title: entry ? titleOf(entry) : '',
    };
  });
}

function titleOf(entry: Entry): string {
  switch (entry.kind) {
    case 'poll':
      return entry.fields.question;
    case 'document':
      return entry.fields.title ?? entry.fields.summary;
    default:
      return entry.fields.title;
  }
}
