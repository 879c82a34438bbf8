import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { hashBytes } from '../core/hash.js';
import { isAbandoned } from './abandoned.js';

/** Drawn pictures, kept between builds: a file each, its bytes behind their own hash, so that a damaged one is a miss. */
export interface PictureStore {
  read(key: string): Buffer | undefined;
  write(key: string, bytes: Buffer): void;
  /** Notes that the site has this picture, whether or not it is read. */
  use(key: string): void;
  /** If anything was written, drops what was not used at the last `KEPT` such times. */
  save(): void;
}

const KEPT = 20;
const AGES = 'ages.json';
/** characters of a hash */
const HASH = 22;

export function openPictureStore(folder: string): PictureStore {
  const used = new Set<string>();
  let hasWritten = false;
  return {
    use: (key) => used.add(key),
    read(key) {
      try {
        const file = readFileSync(path.join(folder, key));
        const bytes = file.subarray(HASH);
        return hashBytes(bytes) === file.toString('latin1', 0, HASH) ? bytes : undefined;
      } catch {
        return undefined;
      }
    },
    write(key, bytes) {
      hasWritten = true;
      replace(folder, key, Buffer.concat([Buffer.from(hashBytes(bytes)), bytes]));
    },
    save() {
      if (!hasWritten) return;
      const ages = new Map<string, number>();
      for (const [key, age] of Object.entries(readAges(folder))) if (age + 1 < KEPT) ages.set(key, age + 1);
      for (const key of used) ages.set(key, 0);
      replace(folder, AGES, JSON.stringify(Object.fromEntries(ages)));
      for (const name of readdirSync(folder)) {
        const isUnused = !name.includes('.') && !ages.has(name);
        if (isUnused || isAbandoned(folder, name)) rmSync(path.join(folder, name), { force: true });
      }
    },
  };
}

function readAges(folder: string): Readonly<Record<string, number>> {
  try {
    return JSON.parse(readFileSync(path.join(folder, AGES), 'utf8'));
  } catch {
    return {};
  }
}

/** By a rename, so that a killed build leaves no half of a file. */
function replace(folder: string, name: string, content: string | Buffer): void {
  mkdirSync(folder, { recursive: true });
  const temporary = path.join(folder, `${name}.${randomUUID()}.new`);
  writeFileSync(temporary, content);
  renameSync(temporary, path.join(folder, name));
}
