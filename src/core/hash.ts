import { createHash } from 'node:crypto';

/** SHA-256 in base64url, cut to 132 bits: short enough to be carried in millions, too long to collide. */
export function hash(...parts: (string | Uint8Array)[]): string {
  const h = createHash('sha256');
  for (const part of parts) {
    h.update(part);
    h.update('\0');
  }
  return h.digest('base64url').slice(0, 22);
}
