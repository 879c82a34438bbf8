import {
  appendFileSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { isAbandoned } from './abandoned.js';
import { headLine, type Index, type IndexLine, readIndex, writeLine } from './index-file.js';
import { type PackRef, packReader, packWriter } from './pack.js';

/** What is remembered under a key: a value as JSON, and for an entry where its body lies. */
export interface Remembered {
  readonly record: string;
  readonly body?: PackRef | undefined;
}

/** Where a thread has put a value. */
export type Put = Pick<IndexLine, 'record' | 'body'>;

/**
 * What is remembered between runs. It only ever skips work: a value depends on its key alone, a damaged or
 * foreign one is a miss, and deleting the folder loses nothing but time.
 */
export interface Cache {
  /** Where packs are put. */
  readonly folder: string;
  find(key: string): Remembered | undefined;
  put(key: string, record: string): void;
  /** Notes what a thread has put into a pack. */
  note(key: string, put: Put): void;
  /** Writes the index if anything is new, and drops what `KEPT` such writings did not use. */
  save(): void;
  /** Gives back the files that it has open. */
  close(): void;
  readonly counts: { readonly hits: number; readonly misses: number; readonly damaged: number };
  readonly isEmpty: boolean;
  /** Notes misses that were known without asking. */
  missed(count: number): void;
}

/** How records are kept: as V8 keeps text that is not Latin, so that reading them is copying. */
export const RECORD_ENCODING = 'utf16le';

/** How many times the index may be written without a value being used before it is dropped. */
const KEPT = 20;
/** More packs than this are put together into one. */
const MANY_PACKS = 80;
/** New lines are put behind the others until they are this part of the index; then it is written anew. */
const APPENDED_SHARE = 10;
const INDEX = 'index';
/** bytes; records are asked for in about the order in which they were put */
const AHEAD = 1 << 18;
/** characters; lines of the index are written together */
const PIECE = 1 << 20;

/** `version` names all that the values depend on beside their keys: another one starts empty. */
export function openCache(folder: string, version: string): Cache {
  const file = path.join(folder, INDEX);
  const index = readIndex(file, version);
  const packs = new Set(existsSync(folder) ? readdirSync(folder) : []);
  const fresh = new Map<string, IndexLine>();
  const used = new Set<string>();
  const counts = { hits: 0, misses: 0, damaged: index.isCut ? 1 : 0 };
  const records = packReader(folder, AHEAD);
  /** What this thread has put: few and small values, which are written when the index is. */
  const own = new Map<string, string>();

  /** A line whose body is lost is a miss too, so that it is parsed and kept again. */
  function read(key: string): Remembered | undefined {
    const record = own.get(key);
    if (record !== undefined) return { record };
    const known = fresh.get(key);
    const line = known ?? index.line(key);
    if (!line || (!known && line.body && !packs.has(line.body.pack))) return undefined;
    const bytes = records.read(line.record);
    return bytes && { record: bytes.toString(RECORD_ENCODING), body: line.body };
  }

  return {
    folder,
    counts,
    isEmpty: index.size === 0,
    missed(count) {
      counts.misses += count;
    },
    find(key) {
      const found = read(key);
      if (found) used.add(key);
      else if (index.has(key)) counts.damaged++;
      counts[found ? 'hits' : 'misses']++;
      return found;
    },
    put(key, record) {
      own.set(key, record);
    },
    note(key, put) {
      fresh.set(key, { ...put, age: 0 });
    },
    save() {
      if (fresh.size + own.size === 0 && counts.damaged === 0) return;
      if (own.size > 0) {
        const pack = packWriter(folder);
        for (const [key, record] of own)
          fresh.set(key, { record: pack.put(record, RECORD_ENCODING), age: 0 });
        pack.close();
      }
      const isWhole = counts.damaged > 0 || (index.added + fresh.size) * APPENDED_SHARE >= index.size;
      if (isWhole) writeIndex(folder, version, kept(index, fresh, used));
      else appendFileSync(file, [...fresh].map(([key, line]) => writeLine(key, line)).join(''));
    },
    close: records.close,
  };
}

interface Kept {
  readonly lines: Map<string, IndexLine>;
  /** Packs that this run may still draw from. */
  readonly inUse: ReadonlySet<string>;
}

/** The lines that stay: what `KEPT` writings did not use goes. */
function kept(index: Index, fresh: ReadonlyMap<string, IndexLine>, used: ReadonlySet<string>): Kept {
  const lines = new Map<string, IndexLine>();
  const inUse = new Set<string>();
  for (const key of index.keys()) {
    const line = index.line(key);
    if (!line) continue;
    for (const pack of packsOf(line)) inUse.add(pack);
    const age = used.has(key) ? 0 : line.age + 1;
    if (age < KEPT) lines.set(key, { ...line, age });
  }
  for (const [key, line] of fresh) {
    for (const pack of packsOf(line)) inUse.add(pack);
    lines.set(key, line);
  }
  return { lines, inUse };
}

function packsOf({ record, body }: IndexLine): string[] {
  return body ? [record.pack, body.pack] : [record.pack];
}

/** Packs in use stay for this run; the next writing takes them away. */
function writeIndex(folder: string, version: string, { lines: all, inUse }: Kept): void {
  mkdirSync(folder, { recursive: true });
  const lines = compact(folder, all);
  // Another build of this site may be writing its own.
  const temporary = path.join(folder, `${INDEX}.${process.pid}.new`);
  const file = openSync(temporary, 'w');
  writeSync(file, headLine(version, lines.size));
  let waiting = '';
  for (const [key, line] of lines) {
    waiting += writeLine(key, line);
    if (waiting.length < PIECE) continue;
    writeSync(file, waiting);
    waiting = '';
  }
  writeSync(file, waiting);
  closeSync(file);
  renameSync(temporary, path.join(folder, INDEX));
  const packs = new Set([...lines.values()].flatMap(packsOf));
  for (const name of readdirSync(folder)) {
    const isUnused = name.endsWith('.pack') && !packs.has(name) && !inUse.has(name);
    if (isUnused || isAbandoned(folder, name)) rmSync(path.join(folder, name), { force: true });
  }
}

/** Puts all into two new packs once there are many; each run that has something new adds some. */
function compact(folder: string, lines: Map<string, IndexLine>): Map<string, IndexLine> {
  const packs = new Set([...lines.values()].flatMap(packsOf));
  if (packs.size <= MANY_PACKS) return lines;
  const reader = packReader(folder);
  const [records, bodies] = [packWriter(folder), packWriter(folder)];
  const moved = new Map<string, IndexLine>();
  for (const [key, line] of lines) {
    const record = reader.read(line.record);
    const put = record && records.put(record);
    const body = line.body && reader.read(line.body);
    if (put && (body || !line.body))
      moved.set(key, { record: put, body: body && bodies.put(body), age: line.age });
  }
  reader.close();
  records.close();
  bodies.close();
  return moved;
}
