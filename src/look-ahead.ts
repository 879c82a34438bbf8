/** What threads can find out while this one loads the site: what the entries hold, and how the output stands. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import type { Scan } from './core/types.js';
import { readLastRun } from './last-run.js';
import type { Survey } from './publish/survey.js';
import { hashesOf, hashing, hashNext } from './scan/hash-together.js';
import type { SiteOptions } from './site.js';
import type { Pool } from './workers/pool.js';

export interface Ahead {
  /** The hash of each entry's content, in order. Absent where nothing is remembered that they could be looked up in. */
  readonly hashes?: () => Promise<readonly string[]>;
  /** Resolves to nothing where the output is too small to be worth it. */
  readonly survey: Promise<Survey | undefined>;
}

export const NOTHING_AHEAD: Ahead = { survey: Promise.resolve(undefined) };

/** Entries; with fewer, all this takes less time than starting a thread. */
const FEW = 2000;

/** Starts the threads at once where the last run, whatever it was for, had enough for them to do. */
export async function warmUp({ root, cache, lastRun }: SiteOptions, pool: Pool): Promise<void> {
  const last = cache === 'off' ? undefined : (lastRun ?? readLastRun(root));
  if (last && Object.values(last.site).reduce((sum, n) => sum + n, 0) >= FEW) await pool.warmUp();
}

export function lookAhead({ root, out, cache, lastRun }: SiteOptions, { entries }: Scan, pool: Pool): Ahead {
  const isWorthThreads = entries.length >= FEW && pool.threads > 0;
  const remembers = cache !== 'off' && existsSync(path.join(root, '.cache'));
  const files = remembers || lastRun ? entries.map(({ disk }) => `${root}/${disk}`) : undefined;
  return {
    ...(files && { hashes: hashesAhead(files, isWorthThreads ? pool.threads : 0, pool) }),
    // Behind the hashes, which are needed first.
    survey:
      isWorthThreads && out !== undefined && existsSync(out) ? surveyAhead(out, pool) : NOTHING_AHEAD.survey,
  };
}

/** Begins at once; this thread helps from when it wants to know. */
function hashesAhead(
  files: readonly string[],
  threads: number,
  pool: Pool,
): () => Promise<readonly string[]> {
  const shared = hashing(files);
  // What a thread took and did not finish is found here.
  const others = Promise.allSettled(Array.from({ length: threads }, () => pool.run('hash', shared)));
  let hashes: Promise<readonly string[]> | undefined;
  const find = async () => {
    // A thread is given its work in a turn of the event loop of this one.
    while (hashNext(shared)) await turn();
    await others;
    return hashesOf(shared);
  };
  return () => {
    hashes ??= find();
    return hashes;
  };
}

/** A thread that dies has seen nothing; the output is then looked at file by file. */
function surveyAhead(out: string, pool: Pool): Promise<Survey | undefined> {
  return pool.run('survey', out).catch(() => undefined);
}
