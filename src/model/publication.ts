import { endOf, startOfDay } from '../core/time.js';
import type { Parsed, WithheldReason } from '../core/types.js';

export interface Clock {
  /** ms since 1970, read once for the whole run */
  readonly now: number;
  readonly zone: string;
  /** Show drafts and what is scheduled, for a preview. */
  readonly drafts: boolean;
}

/** Why an entry would not be on the site but for a preview, and until when. */
interface Early {
  readonly reason: 'draft' | 'scheduled';
  readonly until: number | null;
}

export type Publication =
  | { readonly published: true; readonly until: number | null; readonly early?: Early | undefined }
  | { readonly published: false; readonly reason: WithheldReason; readonly until: number | null };

/** THE decision whether an entry is on the site; made once, before any page sees the entry. */
export function decide(parsed: Parsed, clock: Clock): Publication {
  const { fields } = parsed;
  const from = begins(parsed, clock.zone);
  const end = fields.unpublish ? endOf(fields.unpublish, clock.zone) : null;
  if (end !== null && end <= clock.now) return { published: false, reason: 'unpublished', until: null };
  const early: Early | undefined = fields.draft
    ? { reason: 'draft', until: null }
    : from !== null && from > clock.now
      ? { reason: 'scheduled', until: from }
      : undefined;
  if (early && !clock.drafts) return { published: false, ...early };
  return { published: true, until: end, early };
}

/** When an entry appears, in ms; a document that is not said to be posted later, on the day of its issue. */
function begins(parsed: Parsed, zone: string): number | null {
  switch (parsed.kind) {
    case 'article':
      return parsed.fields.timestamp.at;
    case 'document':
      return parsed.fields.timestamp?.at ?? startOfDay(parsed.fields.issued, zone);
    case 'poll':
      return parsed.fields.opens.at;
    case 'page':
      return null;
  }
}
