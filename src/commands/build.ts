import { type RunOptions, run } from './run.js';

/** Builds the site and publishes what changed. */
export function build(folder: string, options: RunOptions): Promise<number> {
  return run(folder, options, true);
}
