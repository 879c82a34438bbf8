/** From the listed files to parsed entries: what the cache remembers is not parsed again. */
import { randomUUID } from 'node:crypto';
import type { Cache } from './cache/cache.js';
import type { PackRef } from './cache/pack.js';
import { type Problem, problem } from './core/problem.js';
import type { Kind, Parsed, ParseResult, SourceFile } from './core/types.js';
import { hashFile } from './scan/hash-file.js';
import { eachBatch, inBatches } from './workers/batches.js';
import type { ParseJob } from './workers/parse-batch.js';
import { parseKey } from './workers/parse-key.js';
import { inline, type Pool } from './workers/pool.js';

/** Where a body lies, and the file that it can be parsed from again. */
export interface StoredBody {
  readonly ref: PackRef;
  readonly source: ParseJob;
}

/** What was read of one file. */
export interface ReadEntry {
  /** Of the file's content; empty when it could not be read. */
  readonly hash: string;
  /** Absent when its own errors leave nothing to publish. */
  readonly parsed?: Parsed | undefined;
  readonly body?: StoredBody | undefined;
  readonly problems: readonly Problem[];
}

export interface Reading {
  readonly root: string;
  readonly zone: string;
  readonly cache: Cache;
  readonly pool: Pool;
  /** The hash of each file's content, where it is known already. */
  readonly hashes?: (() => Promise<readonly string[]>) | undefined;
  /** Names the packs that bodies are put into; a name of its own for each reading unless several are to share them. */
  readonly run?: string | undefined;
  /** Whether pages will be drawn: only then bodies are kept. */
  readonly keepBodies: boolean;
  readonly progress: (done: number, total: number) => void;
}

/** Starting threads takes as long as parsing about this many files. */
const FEW = 100;
const BATCH = 50;

/** Reads the files, in their order. */
export async function readEntries(entries: readonly SourceFile[], reading: Reading): Promise<ReadEntry[]> {
  const { root, cache } = reading;
  const jobs = entries.map(({ file, disk }): ParseJob => ({ disk, kind: kindOf(file) }));
  const found = new Array<ReadEntry | undefined>(jobs.length);
  // An empty cache is not asked, and the files are read by the threads alone.
  if (cache.isEmpty) cache.missed(jobs.length);
  else {
    const hashes = (await reading.hashes?.()) ?? entries.map(({ disk }) => hashFile(`${root}/${disk}`) ?? '');
    for (const [i, job] of jobs.entries())
      found[i] = lookUp(job, entries[i] as SourceFile, hashes[i] ?? '', cache);
  }
  const missing = [...jobs.keys()].filter((i) => found[i] === undefined);
  await parseMissing(entries, jobs, missing, found, reading);
  return found as ReadEntry[];
}

/** What the cache knows of a file's content. */
function lookUp(job: ParseJob, { file }: SourceFile, hash: string, cache: Cache): ReadEntry | undefined {
  if (hash === '') return vanished(file);
  const known = cache.find(parseKey(hash, job.kind));
  return known && toEntry(file, job, hash, known.record, known.body);
}

/** `record` is a `ParseResult` as JSON. */
function toEntry(
  file: string,
  source: ParseJob,
  hash: string,
  record: string,
  ref: PackRef | undefined,
): ReadEntry {
  const { parsed, problems }: ParseResult = JSON.parse(record);
  const body = ref && { ref, source };
  return { hash, parsed, body, problems: problems.map((p) => ({ ...p, file })) };
}

function vanished(file: string): ReadEntry {
  return { hash: '', problems: [problem('file/changed', {}, { file })] };
}

async function parseMissing(
  entries: readonly SourceFile[],
  jobs: readonly ParseJob[],
  missing: readonly number[],
  found: (ReadEntry | undefined)[],
  reading: Reading,
): Promise<void> {
  const { root, zone, cache, keepBodies, progress } = reading;
  const pool = missing.length < FEW && !reading.pool.isStarted ? inline() : reading.pool;
  const packs = keepBodies ? cache.folder : undefined;
  const { run = randomUUID() } = reading;
  let done = jobs.length - missing.length;
  await eachBatch(
    inBatches(missing, BATCH),
    pool.width,
    (batch) => pool.run('parse', { root, zone, packs, run, jobs: batch.map((i) => jobs[i] as ParseJob) }),
    (outputs, batch) => {
      for (const [n, { hash, record, put }] of outputs.entries()) {
        const i = batch[n] as number;
        const job = jobs[i] as ParseJob;
        const { file } = entries[i] as SourceFile;
        found[i] = hash === null ? vanished(file) : toEntry(file, job, hash, record, put?.body);
        if (hash !== null && put) cache.note(parseKey(hash, job.kind), put);
      }
      done += batch.length;
      progress(done, jobs.length);
    },
  );
}

const FOLDER_KINDS: Readonly<Record<string, Kind>> = {
  'van-ban': 'document',
  'tham-do': 'poll',
  trang: 'page',
};

/** The first folder under `content/` decides the kind; a file right under it is an article. */
function kindOf(file: string): Kind {
  const start = file.indexOf('/') + 1;
  const end = file.indexOf('/', start);
  return (end >= 0 && FOLDER_KINDS[file.slice(start, end)]) || 'article';
}
