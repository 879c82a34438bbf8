/**
 * Keeps what is shown at what the disk holds. Whoever watches only hints at folders: they are listed at once, and once
 * more a little later, for the second of two quick saves may come without a hint, and a file may be half written.
 */
import { isError, type Problem } from '../core/problem.js';
import type { OpenSite } from '../open-site.js';
import { ANY } from '../scan/listing.js';
import type { Loading } from '../site.js';

export interface Keeper {
  /** Something may have changed in a folder: in the file `name` of it, or anywhere in it. */
  hint(folder: string, name?: string): void;
  /** Something may have changed anywhere. */
  hintAll(): void;
  /** Resolves when all that was hinted at is shown. */
  settled(): Promise<void>;
  close(): void;
}

export interface Keeping {
  readonly site: OpenSite;
  readonly first: Loading;
  /** Called with what is now to be shown. */
  readonly show: (loading: Loading) => void;
  /** The disk could not be read; it is tried again at the next hint. */
  readonly failed: (error: unknown) => void;
  /** ms until the time alone changes something; null for never. */
  readonly untilNext: (loading: Loading) => number | null;
}

/** ms; one save is several events */
const GATHER = 5;
/** ms; a checkout of many files is shown once it pauses, or after this many times as long */
const PAUSE = 50;
const MANY = 20;
const PATIENCE = 10;
/** ms after which folders are listed once more */
const AGAIN = 100;
/** ms; a timer cannot wait longer than 24 days */
const LONGEST = 3_600_000;

type Hints = Map<string, Set<string>> | 'all';

export function keepCurrent({ site, first, show, failed, untilNext }: Keeping): Keeper {
  let loaded = first;
  let shown = first;
  let waiting: Hints = new Map();
  let later: Hints = new Map();
  let running: Promise<void> | undefined;
  let isClosed = false;
  let postponed = 0;
  let gather: NodeJS.Timeout | undefined;
  let again: NodeJS.Timeout | undefined;
  let clock: NodeJS.Timeout | undefined;
  const idle: (() => void)[] = [];

  function schedule(ms: number): void {
    if (isClosed) return;
    clearTimeout(gather);
    gather = setTimeout(start, ms);
  }

  function gatherMore(): void {
    const many =
      waiting !== 'all' && [...waiting.values()].reduce((sum, names) => sum + names.size, 0) > MANY;
    if (many && postponed++ > PATIENCE * MANY) return;
    schedule(many ? PAUSE : GATHER);
  }

  function start(): void {
    gather = undefined;
    if (running || isClosed) return;
    postponed = 0;
    running = update().finally(() => {
      running = undefined;
      if (isBusy(waiting) || (isBusy(later) && !again)) schedule(0);
      else if (!again) for (const done of idle.splice(0)) done();
    });
  }

  async function update(): Promise<void> {
    const isSecond = isBusy(later) && !again;
    const hints = merged(waiting, isSecond ? later : new Map());
    const fresh = waiting;
    waiting = new Map();
    if (isSecond) later = new Map();
    try {
      loaded = await site.load(hints === 'all' ? undefined : hints);
      // What was hinted at is listed once more. All is listed soon again by itself.
      if (fresh !== 'all' && fresh.size > 0) listAgain(fresh);
      const mayWait = again !== undefined && hasNewErrors(shown, loaded);
      if (loaded !== shown && !mayWait) {
        shown = loaded;
        show(loaded);
      }
      watchClock();
    } catch (error) {
      failed(error);
    }
  }

  /** The second time with all that lies beside what was hinted at, for a hint may have been lost. */
  function listAgain(hints: ReadonlyMap<string, ReadonlySet<string>>): void {
    later = merged(later, new Map([...hints].map(([folder, names]) => [folder, new Set([...names, ANY])])));
    clearTimeout(again);
    again = setTimeout(() => {
      again = undefined;
      schedule(0);
    }, AGAIN);
  }

  function watchClock(): void {
    clearTimeout(clock);
    const ms = untilNext(shown);
    if (ms === null || isClosed) return;
    clock = setTimeout(() => schedule(0), Math.min(Math.max(ms, 1), LONGEST));
  }

  watchClock();
  return {
    hint(folder, name) {
      if (waiting !== 'all') {
        waiting.set(folder, (waiting.get(folder) ?? new Set()).add(name ?? ANY));
      }
      gatherMore();
    },
    hintAll() {
      waiting = 'all';
      gatherMore();
    },
    settled: () =>
      new Promise((resolve) => {
        if (running || gather || again || isBusy(waiting)) idle.push(resolve);
        else resolve();
      }),
    close() {
      isClosed = true;
      for (const timer of [gather, again, clock]) clearTimeout(timer);
    },
  };
}

function isBusy(hints: Hints): boolean {
  return hints === 'all' || hints.size > 0;
}

function merged(a: Hints, b: Hints): Hints {
  if (a === 'all' || b === 'all') return 'all';
  const both = new Map([...a].map(([folder, names]) => [folder, new Set(names)]));
  for (const [folder, names] of b) both.set(folder, new Set([...(both.get(folder) ?? []), ...names]));
  return both;
}

/** A mistake that was not there may be a file that is half written: it is told once it stays. */
function hasNewErrors(before: Loading, after: Loading): boolean {
  const known = new Set(before.problems.filter(isError).map(printOf));
  return after.problems.some((p) => isError(p) && !known.has(printOf(p)));
}

function printOf({ code, file, params }: Problem): string {
  return JSON.stringify([code, file, params]);
}
