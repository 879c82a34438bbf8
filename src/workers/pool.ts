import { availableParallelism } from 'node:os';
import { setImmediate as turn } from 'node:timers/promises';
import type { Piscina } from 'piscina';

type Tasks = typeof import('./worker.js');

/** Runs batches on threads, or here when there are few of them. */
export interface Pool {
  /** How many batches are worth having under way at once. */
  readonly width: number;
  run<N extends keyof Tasks>(name: N, batch: Parameters<Tasks[N]>[0]): ReturnType<Tasks[N]>;
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
  if (jobs === 1) return inline();
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
  return {
    width: jobs * 2,
    run(name, batch) {
      threads ??= start();
      return threads.then((pool) => pool.run(batch, { name })) as ReturnType<Tasks[typeof name]>;
    },
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
    run: (name, batch) => runHere(name, batch) as ReturnType<Tasks[typeof name]>,
    close: async () => undefined,
  };
}

async function runHere<N extends keyof Tasks>(name: N, batch: Parameters<Tasks[N]>[0]): Promise<unknown> {
  const task = (await import('./worker.js'))[name] as (batch: unknown) => Promise<unknown>;
  const result = await task(batch);
  await turn();
  return result;
}
