/**
 * The work that threads share, by the names by which the pool calls it; the same code runs without threads. What a
 * task needs is loaded with its first batch, so a thread that only hashes is ready at once.
 */
import type { Survey } from '../publish/survey.js';
import type { DrawBatch, DrawOutput } from './draw-batch.js';
import type { ParseBatch, ParseOutput } from './parse-batch.js';

/** The hashes of files, given by their absolute paths; empty for one that cannot be read. */
export async function hash(files: readonly string[]): Promise<string[]> {
  return (await import('../scan/hash-file.js')).hashFiles(files);
}

/** How an output folder, given by its absolute path, stands. */
export async function survey(out: string): Promise<Survey> {
  return (await import('../publish/survey.js')).survey(out);
}

export async function parse(batch: ParseBatch): Promise<ParseOutput[]> {
  return (await import('./parse-batch.js')).parseBatch(batch);
}

export async function draw(batch: DrawBatch): Promise<DrawOutput> {
  return (await import('./draw-batch.js')).drawBatch(batch);
}
