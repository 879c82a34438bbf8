/** How often templates, partials and helpers were called and how long they took, what they call included. */
export type Timing = readonly [label: string, count: number, ms: number];

export interface Stopwatch {
  /** The same function, timed under `label`. */
  timed<A extends readonly unknown[], R>(label: string, work: (...args: A) => R): (...args: A) => R;
  /** What was measured since it was last asked. */
  take(): Timing[];
}

export function stopwatch(): Stopwatch {
  const known = new Map<string, { count: number; ms: number }>();
  return {
    timed(label, work) {
      return (...args) => {
        const started = performance.now();
        try {
          return work(...args);
        } finally {
          const sum = known.get(label) ?? { count: 0, ms: 0 };
          sum.count++;
          sum.ms += performance.now() - started;
          known.set(label, sum);
        }
      };
    },
    take() {
      const taken = [...known].map(([label, { count, ms }]): Timing => [label, count, ms]);
      known.clear();
      return taken;
    },
  };
}

/** Adds up what several threads measured, the slowest first. */
export function sumTimings(timings: Iterable<Timing>): Timing[] {
  const sums = new Map<string, [number, number]>();
  for (const [label, count, ms] of timings) {
    const [n, total] = sums.get(label) ?? [0, 0];
    sums.set(label, [n + count, total + ms]);
  }
  return [...sums].map(([label, [count, ms]]): Timing => [label, count, ms]).sort((a, b) => b[2] - a[2]);
}
