/** What threads can find out while this one loads the site: what the entries hold, and how the output stands. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Scan } from './core/types.js';
import type { Survey } from './publish/survey.js';
import { hashEntries } from './read-entries.js';
import type { SiteOptions } from './site.js';
import type { Pool } from './workers/pool.js';

export interface Ahead {
  /** The hash of each entry's content, in order. Absent where nothing is remembered that they could be looked up in. */
  readonly hashes?: Promise<readonly string[]>;
  /** Resolves to nothing where the output is too small to be worth it. */
  readonly survey: Promise<Survey | undefined>;
}

export const NOTHING_AHEAD: Ahead = { survey: Promise.resolve(undefined) };

/** Entries; with fewer, looking at the output takes less time than starting a thread. */
const FEW = 2000;

export function lookAhead({ root, out, cache, lastRun }: SiteOptions, { entries }: Scan, pool: Pool): Ahead {
  const remembers = cache !== 'off' && existsSync(path.join(root, '.cache'));
  const isLarge = out !== undefined && entries.length >= FEW && existsSync(out);
  return {
    ...((remembers || lastRun) && { hashes: hashEntries(root, entries, pool) }),
    survey: isLarge ? pool.run('survey', out) : NOTHING_AHEAD.survey,
  };
}
