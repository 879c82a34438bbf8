import { createHash, hash as digest } from 'node:crypto';

/** SHA-256 in base64url, cut to 132 bits: short enough to be carried in millions, too long to collide. */
export function hash(...parts: readonly string[]): string {
  const text = parts.length === 1 ? (parts[0] ?? '') : parts.join('\0');
  return digest('sha256', text, 'base64url').slice(0, 22);
}

/** The same of bytes; `parts` of them in order, for what is read piece by piece. */
export function hashBytes(parts: Uint8Array | Iterable<Uint8Array>): string {
  if (parts instanceof Uint8Array) return digest('sha256', parts, 'base64url').slice(0, 22);
  const whole = createHash('sha256');
  for (const part of parts) whole.update(part);
  return whole.digest('base64url').slice(0, 22);
}
