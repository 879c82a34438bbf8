import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Who holds a lock. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
}

const POLL_MS = 100;

/**
 * Takes the lock `file`, waiting while another process holds it; `onWait` is called once, with its holder.
 * A lock whose process is gone is taken over. Returns what gives it back.
 */
export async function takeLock(file: string, onWait: (holder: Holder) => void): Promise<() => void> {
  makeFolder(path.dirname(file));
  const own = JSON.stringify({ pid: process.pid, host: hostname() });
  let told = false;
  for (;;) {
    try {
      writeFileSync(file, own, { flag: 'wx' });
      return holding(file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = readHolder(file);
    if (holder && isGone(holder)) {
      rmSync(file, { force: true });
      continue;
    }
    if (holder && !told) {
      onWait(holder);
      told = true;
    }
    await pause(POLL_MS);
  }
}

/** One folder after the other: Node's own way never ends where the system says that a folder cannot be made (/proc). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** Gives the lock back when it is called, and when the process ends before that. */
function holding(file: string): () => void {
  const release = () => {
    process.off('exit', release);
    rmSync(file, { force: true });
  };
  process.on('exit', release);
  return release;
}

/** Undefined while the file is being written, or once it is gone. */
function readHolder(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Only a process of this machine can be asked for. */
function isGone({ pid, host }: Holder): boolean {
  if (host !== hostname()) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
