import { type RunOptions, run } from './run.js';

/** The same checks as `build`; nothing is written. */
export function check(folder: string, options: RunOptions): Promise<number> {
  return run(folder, options, false);
}
