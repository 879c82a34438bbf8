/** The hashes of many files, found by several threads: each takes the next few for as long as there are any. */
import { hashFile } from './hash-file.js';

/** Sent to each thread, which shares the memory. */
export interface Hashing {
  /** Absolute paths. */
  readonly files: readonly string[];
  /** How many files are taken (32 bits), and behind it the place of each file's hash: zeros where there is none. */
  readonly memory: SharedArrayBuffer;
}

/** bytes; `hashFile` gives so many letters */
const HASH_SIZE = 22;
const HEAD_SIZE = 4;
/** Files that are taken at once: about 2 ms of work. */
const FEW = 50;

export function hashing(files: readonly string[]): Hashing {
  return { files, memory: new SharedArrayBuffer(HEAD_SIZE + files.length * HASH_SIZE) };
}

/** Takes the next few files; false when none was left. Others may still be at theirs then. */
export function hashNext({ files, memory }: Hashing): boolean {
  const at = Atomics.add(new Int32Array(memory, 0, 1), 0, FEW);
  const hashes = Buffer.from(memory, HEAD_SIZE);
  for (const [i, file] of files.slice(at, at + FEW).entries())
    hashes.write(hashFile(file) ?? '', (at + i) * HASH_SIZE, 'latin1');
  return at < files.length;
}

/** The hashes in the order of the files; one that is not there yet is found now. Empty for a file that cannot be read. */
export function hashesOf({ files, memory }: Hashing): string[] {
  const hashes = Buffer.from(memory, HEAD_SIZE);
  return files.map((file, i) => {
    const at = i * HASH_SIZE;
    return hashes[at] === 0 ? (hashFile(file) ?? '') : hashes.toString('latin1', at, at + HASH_SIZE);
  });
}
