import type { Kind } from '../core/types.js';

/** What the parse of a file is remembered under, given the hash of its content. */
export function parseKey(hash: string, kind: Kind): string {
  return `${hash}${kind}`;
}
