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
import { headLine, type IndexLine, readIndex, writeLine } from './index-file.js';
import { type BodyRef, packReader, packWriter } from './pack.js';

/** What is remembered under a key: a value that is JSON, and for an entry where its body lies. */
export interface Remembered {
  readonly record: Buffer;
  readonly body?: BodyRef | undefined;
}

/**
 * What is remembered between runs. It only ever skips work: a value depends on its key alone, a damaged or
 * foreign one is a miss, and deleting the folder loses nothing but time.
 */
export interface Cache {
  /** Where packs of bodies are put. */
  readonly folder: string;
  find(key: string): Remembered | undefined;
  put(key: string, value: Remembered): void;
  /**
   * Writes the index if anything is new, and drops what `KEPT` such writings did not use. To be called once: what
   * was put is let go, for it is as large as all entries together.
   */
  save(): void;
  readonly counts: { readonly hits: number; readonly misses: number; readonly damaged: number };
  readonly isEmpty: boolean;
  /** Notes misses that were known without asking. */
  missed(count: number): void;
}

/** How many times the index may be written without an entry being used before it is dropped. */
const KEPT = 20;
/** More packs than this are put together into one. */
const MANY_PACKS = 40;
/** New lines are put behind the others until they are this part of the index; then it is written anew. */
const APPENDED_SHARE = 10;
const INDEX = 'index';

/** `version` names all that the values depend on beside their keys: another one starts empty. */
export function openCache(folder: string, version: string): Cache {
  const file = path.join(folder, INDEX);
  const { lines, damaged, added } = readIndex(file, version);
  const packs = new Set(existsSync(folder) ? readdirSync(folder) : []);
  const fresh = new Map<string, Remembered>();
  const used = new Set<string>();
  const counts = { hits: 0, misses: 0, damaged };
  return {
    folder,
    counts,
    isEmpty: lines.size === 0,
    missed(count) {
      counts.misses += count;
    },
    find(key) {
      const known = fresh.get(key) ?? lines.get(key);
      // A body that is lost is a miss, so that it is parsed and kept again.
      const found = known?.body && !fresh.has(key) && !packs.has(known.body.pack) ? undefined : known;
      counts[found ? 'hits' : 'misses']++;
      if (found) used.add(key);
      return found;
    },
    put(key, value) {
      fresh.set(key, value);
    },
    save() {
      if (fresh.size === 0 && damaged === 0) return;
      if (damaged === 0 && (added + fresh.size) * APPENDED_SHARE < lines.size) {
        appendFileSync(
          file,
          Buffer.concat([...fresh].map(([key, value]) => writeLine(key, { ...value, age: 0 }))),
        );
        fresh.clear();
        return;
      }
      const kept = new Map<string, IndexLine>();
      for (const [key, line] of lines) {
        const age = used.has(key) ? 0 : line.age + 1;
        if (age < KEPT && !fresh.has(key)) kept.set(key, { ...line, age });
      }
      for (const [key, value] of fresh) kept.set(key, { ...value, age: 0 });
      const inUse = [...lines.values(), ...fresh.values()].flatMap(({ body }) => body?.pack ?? []);
      writeIndex(folder, version, compact(folder, kept), new Set(inUse));
      fresh.clear();
    },
  };
}

/** Packs `inUse` stay for this run, which may still draw from them; the next writing takes them away. */
function writeIndex(
  folder: string,
  version: string,
  lines: ReadonlyMap<string, IndexLine>,
  inUse: ReadonlySet<string>,
): void {
  mkdirSync(folder, { recursive: true });
  const temporary = path.join(folder, `${INDEX}.new`);
  const file = openSync(temporary, 'w');
  writeSync(file, headLine(version, lines.size));
  let waiting: Buffer[] = [];
  let size = 0;
  const flush = () => {
    writeSync(file, Buffer.concat(waiting));
    waiting = [];
    size = 0;
  };
  for (const [key, line] of lines) {
    const bytes = writeLine(key, line);
    waiting.push(bytes);
    size += bytes.length;
    if (size > 1_000_000) flush();
  }
  flush();
  closeSync(file);
  renameSync(temporary, path.join(folder, INDEX));
  const packs = new Set([...lines.values()].map(({ body }) => body?.pack));
  for (const name of readdirSync(folder)) {
    if (name.endsWith('.pack') && !packs.has(name) && !inUse.has(name))
      rmSync(path.join(folder, name), { force: true });
  }
}

/** Puts all bodies into one new pack once there are many packs. */
function compact(folder: string, lines: Map<string, IndexLine>): Map<string, IndexLine> {
  const packs = new Set([...lines.values()].flatMap(({ body }) => body?.pack ?? []));
  if (packs.size <= MANY_PACKS) return lines;
  const reader = packReader(folder);
  const writer = packWriter(folder);
  const moved = new Map<string, IndexLine>();
  for (const [key, line] of lines) {
    const body = line.body && reader.read(line.body);
    if (line.body && !body) continue;
    moved.set(key, body ? { ...line, body: writer.put(body) } : line);
  }
  reader.close();
  writer.close();
  return moved;
}
