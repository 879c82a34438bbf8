import { endOf, startOfDay } from '../core/time.js';
import type { Document, Entry, Settings } from '../core/types.js';
import { actsFrom } from './documents.js';

/**
 * The instants at which the same input gives another output. This list is the only way in which time
 * changes a page: publication and withdrawal (given in `changes`), the status of documents, polls and
 * comments opening and closing, pins, the banner.
 */
export function nextTransition(
  entries: Iterable<Entry>,
  changes: Iterable<number | null>,
  settings: Settings,
  now: number,
): number | null {
  let next = Number.POSITIVE_INFINITY;
  const note = (at: number | null | undefined) => {
    if (at !== null && at !== undefined && at > now && at < next) next = at;
  };
  for (const at of changes) note(at);
  for (const entry of entries) {
    // Nearly all are articles, and nearly none of them is pinned for a while.
    if (entry.kind === 'article' && typeof entry.fields.pinned !== 'object') continue;
    for (const at of ownTransitions(entry, settings.timezone)) note(at);
  }
  const { banner, timezone } = settings;
  note(banner?.from?.at);
  note(banner?.until && endOf(banner.until, timezone));
  return Number.isFinite(next) ? next : null;
}

function ownTransitions(entry: Entry, zone: string): (number | undefined)[] {
  switch (entry.kind) {
    case 'article':
      return typeof entry.fields.pinned === 'object' ? [endOf(entry.fields.pinned, zone)] : [];
    case 'document':
      return documentTransitions(entry, zone);
    case 'poll':
      return [entry.fields.opens.at, entry.fields.closes && endOf(entry.fields.closes, zone)];
    case 'page':
      return [];
  }
}

function documentTransitions(document: Document, zone: string): (number | undefined)[] {
  const { expires, comment } = document.fields;
  return [
    startOfDay(actsFrom(document), zone),
    expires && startOfDay(expires, zone),
    comment?.opens?.at,
    comment?.closes && endOf(comment.closes, zone),
  ].filter((at) => typeof at === 'number');
}
