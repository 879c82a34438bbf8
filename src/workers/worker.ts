/**
 * The work that threads share, by the names by which the pool calls it; the same code runs without threads. What
 * other tasks need is loaded with their first batch, so that a thread hashes at once.
 */
import type { Survey } from '../publish/survey.js';
import { type Hashing, hashNext } from '../scan/hash-together.js';
import type { DrawBatch, DrawOutput } from './draw-batch.js';
import type { ParseBatch, ParseOutput } from './parse-batch.js';

let loading: Promise<unknown> | undefined;

/** Helps to hash files. What parsing and drawing the few that have changed needs is loaded behind it. */
export async function hash(hashing: Hashing): Promise<void> {
  while (hashNext(hashing));
  loading = Promise.all([import('./parse-batch.js'), import('./draw-batch.js')]);
}

/** How an output folder, given by its absolute path, stands. The answer is wanted last, so loading what comes before goes first. */
export async function survey(out: string): Promise<Survey> {
  await loading;
  return (await import('../publish/survey.js')).survey(out);
}

export async function parse(batch: ParseBatch): Promise<ParseOutput[]> {
  return (await import('./parse-batch.js')).parseBatch(batch);
}

export async function draw(batch: DrawBatch): Promise<DrawOutput> {
  return (await import('./draw-batch.js')).drawBatch(batch);
}
