/**
 * Hands batches to `work`, at most `width` at once, and gives each result back as soon as it is there. Batches are made as
 * there is room for them, so that they never all stand in memory. When something fails, what is under way ends first.
 */
export async function eachBatch<B, R>(
  batches: Iterable<B>,
  width: number,
  work: (batch: B) => Promise<R>,
  done: (result: R, batch: B) => void,
): Promise<void> {
  const running = new Set<Promise<void>>();
  try {
    for (const batch of batches) {
      const task: Promise<void> = work(batch).then((result) => {
        running.delete(task);
        done(result, batch);
      });
      running.add(task);
      if (running.size >= width) await Promise.race(running);
    }
    await Promise.all(running);
  } finally {
    await Promise.allSettled(running);
  }
}

export function* inBatches<T>(items: Iterable<T>, size: number): Generator<T[]> {
  let batch: T[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
