import { setFlagsFromString } from 'node:v8';

/** Entries; below this nobody minds what V8 takes. */
const LARGE = 20_000;

/**
 * V8 lets a heap grow to more than twice what it holds before it looks for garbage. Of a large site it holds hundreds of
 * megabytes until the end, so it is told to look sooner: at 100,000 articles 1.2 GB instead of 2.0, for 2 % more time.
 */
export function keepHeapSmall(entries: number): void {
  if (entries >= LARGE) setFlagsFromString('--heap-growing-percent=40');
}
