import { closeSync, openSync, readSync } from 'node:fs';
import { hashBytes } from '../core/hash.js';

/** bytes; nearly every entry fits into one piece, which is read without asking for its size first */
const PIECE = 1 << 20;
const piece = Buffer.allocUnsafe(PIECE);

/** The hash of a file's content, read piece by piece: a video may be larger than memory. Undefined when it cannot be read. */
export function hashFile(file: string): string | undefined {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, 'r');
    const size = readSync(descriptor, piece, 0, PIECE, null);
    return hashBytes(size < PIECE ? piece.subarray(0, size) : piecesOf(descriptor, size));
  } catch {
    return undefined;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function* piecesOf(descriptor: number, first: number): Generator<Uint8Array> {
  for (let size = first; size > 0; size = readSync(descriptor, piece, 0, PIECE, null))
    yield piece.subarray(0, size);
}
