/** From the listed files to parsed entries: what the cache remembers is not parsed again. */
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Cache } from './cache/cache.js';
import type { BodyRef } from './cache/pack.js';
import { type Problem, problem } from './core/problem.js';
import type { Kind, Parsed, ParseResult, SourceFile } from './core/types.js';
import { decodeUtf8 } from './core/utf8.js';
import { hashFile } from './scan/hash-file.js';
import { eachBatch, inBatches } from './workers/batches.js';
import { parseKey } from './workers/parse-key.js';
import { inline, type Pool } from './workers/pool.js';
import type { ParseJob } from './workers/tasks.js';

/** A body by its hash: where it lies, and the file that it can be parsed from again. */
export type Bodies = ReadonlyMap<string, { readonly ref: BodyRef; readonly source: ParseJob }>;

export interface ReadEntries {
  readonly parsed: readonly { readonly file: string; readonly parsed: Parsed }[];
  /** Files with errors of their own. */
  readonly broken: readonly string[];
  readonly bodies: Bodies;
  readonly problems: readonly Problem[];
  /** The hash of each file's content, in order; empty for one that could not be read. */
  readonly hashes: readonly string[];
}

export interface Reading {
  readonly root: string;
  readonly zone: string;
  readonly cache: Cache;
  readonly pool: Pool;
  /** The hash of each file's content, where it is known already. */
  readonly hashes?: readonly string[] | undefined;
  /** Names the packs that bodies are put into; a name of its own for each reading unless several are to share them. */
  readonly run?: string | undefined;
  /** Whether pages will be drawn: only then bodies are kept. */
  readonly keepBodies: boolean;
  readonly progress: (done: number, total: number) => void;
}

/** Starting threads takes as long as parsing about this many files. */
const FEW = 100;
const BATCH = 50;

interface Found {
  readonly result: ParseResult;
  readonly body?: BodyRef | undefined;
}

export async function readEntries(entries: readonly SourceFile[], reading: Reading): Promise<ReadEntries> {
  const { root, cache } = reading;
  const jobs = entries.map(({ file, disk }): ParseJob => ({ disk, kind: kindOf(file) }));
  // An empty cache is not asked, and the files are read by the threads alone.
  const hashes = cache.isEmpty
    ? new Array<string>(jobs.length)
    : [...(reading.hashes ?? hashEntries(root, entries))];
  const found = cache.isEmpty
    ? new Array(jobs.length)
    : jobs.map((job, i) => lookUp(job, hashes[i] ?? '', cache));
  if (cache.isEmpty) cache.missed(jobs.length);
  const missing = [...jobs.keys()].filter((i) => found[i] === undefined);
  await parseMissing(jobs, missing, found, hashes, reading);
  return { ...collect(entries, jobs, found), hashes };
}

export function hashEntries(root: string, entries: readonly SourceFile[]): string[] {
  return entries.map(({ disk }) => hashFile(path.join(root, disk)) ?? '');
}

/** What the cache knows of a file's content; null when the file could not be read. */
function lookUp({ kind }: ParseJob, hash: string, cache: Cache): Found | null | undefined {
  if (hash === '') return null;
  const known = cache.find(parseKey(hash, kind));
  return known && { result: JSON.parse(decodeUtf8(known.record)), body: known.body };
}

async function parseMissing(
  jobs: readonly ParseJob[],
  missing: readonly number[],
  found: (Found | null | undefined)[],
  hashes: string[],
  reading: Reading,
): Promise<void> {
  const { root, zone, cache, keepBodies, progress } = reading;
  const pool = missing.length < FEW ? inline() : reading.pool;
  const packs = keepBodies ? cache.folder : undefined;
  const { run = randomUUID() } = reading;
  let done = jobs.length - missing.length;
  await eachBatch(
    inBatches(missing, BATCH),
    pool.width,
    (batch) => pool.parse({ root, zone, packs, run, jobs: batch.map((i) => jobs[i] as ParseJob) }),
    (outputs, batch) => {
      for (const [n, { hash, record, body }] of outputs.entries()) {
        const i = batch[n] as number;
        hashes[i] = hash ?? '';
        found[i] = hash === null ? null : { result: JSON.parse(record), body };
        if (hash !== null && keepBodies)
          cache.put(parseKey(hash, jobs[i]?.kind ?? 'article'), { record: Buffer.from(record), body });
      }
      done += batch.length;
      progress(done, jobs.length);
    },
  );
}

function collect(
  entries: readonly SourceFile[],
  jobs: readonly ParseJob[],
  found: readonly (Found | null | undefined)[],
): Omit<ReadEntries, 'hashes'> {
  const parsed: { file: string; parsed: Parsed }[] = [];
  const broken: string[] = [];
  const bodies = new Map<string, { ref: BodyRef; source: ParseJob }>();
  const problems: Problem[] = [];
  for (const [i, { file }] of entries.entries()) {
    const known = found[i];
    if (!known) {
      problems.push(problem('file/changed', {}, { file }));
      broken.push(file);
      continue;
    }
    const { parsed: entry, problems: own } = known.result;
    for (const p of own) problems.push({ ...p, file });
    if (entry) parsed.push({ file, parsed: entry });
    else broken.push(file);
    if (entry && known.body) bodies.set(entry.body.hash, { ref: known.body, source: jobs[i] as ParseJob });
  }
  return { parsed, broken, bodies, problems };
}

const FOLDER_KINDS: Readonly<Record<string, Kind>> = {
  'van-ban': 'document',
  'tham-do': 'poll',
  trang: 'page',
};

/** The first folder under `content/` decides the kind; a file right under it is an article. */
function kindOf(file: string): Kind {
  const [, folder = '', inside] = file.split('/');
  return (inside !== undefined && FOLDER_KINDS[folder]) || 'article';
}
