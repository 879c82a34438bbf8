import { availableParallelism } from 'node:os';
import { setImmediate as turn } from 'node:timers/promises';
import type { Piscina } from 'piscina';

type Tasks = typeof import('./worker.js');

/** Runs batches on threads, and here. */
export interface Pool {
  /** How many batches are worth having under way at once. */
  readonly width: number;
  /** How many threads there are beside this one. */
  readonly threads: number;
  /** Whether they are there already: then they are worth it for a few files too. */
  readonly isStarted: boolean;
  /** Ends once threads are on their way; they are ready some 100 ms later. */
  warmUp(): Promise<void>;
  run<N extends keyof Tasks>(name: N, batch: Parameters<Tasks[N]>[0]): ReturnType<Tasks[N]>;
  /** Ends the threads; a later batch starts new ones. */
  close(): Promise<void>;
}

/** MB for new objects in each thread: a quarter of what V8 takes by itself, for 60 MB less in all and no more time. */
const YOUNG_MB = 12;

/** Each thread takes 40 MB: with more, 10,000 articles would take more than half a gigabyte. */
const MOST_JOBS = 8;

export function defaultJobs(): number {
  return Math.min(availableParallelism(), MOST_JOBS);
}

/** Batches that a thread is given at once, so that it never waits for the next. */
const AHEAD = 2;

/**
 * A thread less than jobs, for this one takes what they have no time for: it would have little to do otherwise, and each
 * thread has to load and warm up all code for itself. Threads start with `warmUp` or the first batch.
 */
export function openPool(jobs: number): Pool {
  if (jobs === 1) return inline();
  const count = jobs - 1;
  let given = 0;
  let threads: Promise<Piscina> | undefined;
  const start = async (): Promise<Piscina> => {
    const { Piscina } = await import('piscina');
    return new Piscina({
      filename: new URL('./worker.js', import.meta.url).href,
      minThreads: count,
      maxThreads: count,
      concurrentTasksPerWorker: AHEAD,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
      // Otherwise a thread waits for its next batch without a turn of its event loop, and only such a turn frees
      // the buffers of native code: 20 kB for each parsed file would stay.
      atomics: 'disabled',
    });
  };
  return {
    width: count * AHEAD + 1,
    threads: count,
    get isStarted() {
      return threads !== undefined;
    },
    async warmUp() {
      threads ??= start();
      await threads;
    },
    run(name, batch) {
      if (given === count * AHEAD) return runHere(name, batch);
      given++;
      threads ??= start();
      const done = threads.then((pool) => pool.run(batch, { name })).finally(() => given--);
      return done as ReturnType<Tasks[typeof name]>;
    },
    close: async () => {
      const open = threads;
      threads = undefined;
      const pool = await open;
      // What a thread answers while it is being ended is nobody's any more, and piscina takes it for a fault.
      pool?.on('error', () => undefined);
      await pool?.destroy();
    },
  };
}

/** The same without threads: for one job, and for a few files, where starting threads takes longer than the work. */
export function inline(): Pool {
  return {
    width: 1,
    threads: 0,
    isStarted: false,
    warmUp: async () => undefined,
    run: runHere,
    close: async () => undefined,
  };
}

function runHere<N extends keyof Tasks>(name: N, batch: Parameters<Tasks[N]>[0]): ReturnType<Tasks[N]> {
  const run = async () => {
    const task = (await import('./worker.js'))[name] as (batch: unknown) => Promise<unknown>;
    const result = await task(batch);
    await turn();
    return result;
  };
  return run() as ReturnType<Tasks[N]>;
}
