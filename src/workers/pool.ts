import { availableParallelism } from 'node:os';
import { setImmediate as turn } from 'node:timers/promises';
import type { Piscina } from 'piscina';
import type { DrawBatch, DrawOutput, ParseBatch, ParseOutput } from './tasks.js';

/** Runs batches on threads, or here when there are few of them. */
export interface Pool {
  /** How many batches are worth having under way at once. */
  readonly width: number;
  parse(batch: ParseBatch): Promise<ParseOutput[]>;
  draw(batch: DrawBatch): Promise<DrawOutput>;
  /** Ends the threads; a later batch starts new ones. */
  close(): Promise<void>;
}

/** MB for new objects in each thread: a quarter of what V8 takes by itself, for 60 MB less in all and no more time. */
const YOUNG_MB = 12;

export function defaultJobs(): number {
  return availableParallelism();
}

/** Threads start with the first batch; with one job there are none. */
export function openPool(jobs: number): Pool {
  let threads: Promise<Piscina> | undefined;
  const start = async (): Promise<Piscina> => {
    const { Piscina } = await import('piscina');
    return new Piscina({
      filename: new URL('./worker.js', import.meta.url).href,
      minThreads: jobs,
      maxThreads: jobs,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
      // Otherwise a thread waits for its next batch without a turn of its event loop, and only such a turn frees
      // the buffers of native code: 20 kB for each parsed file would stay.
      atomics: 'disabled',
    });
  };
  const run = async <T>(name: 'parse' | 'draw', batch: object): Promise<T> => {
    threads ??= start();
    return (await threads).run(batch, { name });
  };
  if (jobs === 1) return inline();
  return {
    width: jobs * 2,
    parse: (batch) => run('parse', batch),
    draw: (batch) => run('draw', batch),
    close: async () => {
      const open = threads;
      threads = undefined;
      await (await open)?.destroy();
    },
  };
}

/** The same without threads: for one job, and for a few files, where starting threads takes longer than the work. */
export function inline(): Pool {
  return {
    width: 1,
    parse: async (batch) => {
      const parsed = (await import('./tasks.js')).parseBatch(batch);
      await turn();
      return parsed;
    },
    draw: async (batch) => (await import('./tasks.js')).drawBatch(batch),
    close: async () => undefined,
  };
}
