import { randomUUID } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Who holds a lock. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
}

const POLL_MS = 100;

/** Files that this process holds: another lock with its number is of a process that lived before it. */
const held = new Set<string>();

/**
 * Takes the lock `file`, waiting while another process holds it; `onWait` is called once, with its holder.
 * A lock whose process is gone is taken over. Returns what gives it back.
 */
export async function takeLock(file: string, onWait: (holder: Holder) => void): Promise<() => void> {
  makeFolder(path.dirname(file));
  const own = `${file}.${randomUUID()}`;
  writeFileSync(own, JSON.stringify({ pid: process.pid, host: hostname() }));
  try {
    let told = false;
    while (!tryLink(own, file)) {
      const text = readText(file);
      const holder = parseHolder(text);
      if (text === undefined) continue;
      if (!holder || isDead(holder, file)) {
        takeAway(file, text);
        continue;
      }
      if (!told) onWait(holder);
      told = true;
      await pause(POLL_MS);
    }
  } finally {
    rmSync(own, { force: true });
  }
  return holding(file);
}

/** A link appears whole or not at all, so nobody ever reads half a lock. */
function tryLink(own: string, file: string): boolean {
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Takes a dead lock away by a rename. Should another have taken it over just before, its lock is put back. */
function takeAway(file: string, dead: string): void {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
    if (readText(aside) !== dead) tryLink(aside, file);
  } catch {
    // Another was sooner.
  }
  rmSync(aside, { force: true });
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
  held.add(file);
  const release = () => {
    held.delete(file);
    process.off('exit', release);
    rmSync(file, { force: true });
  };
  process.on('exit', release);
  return release;
}

/** Undefined when the file is gone. */
function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function parseHolder(text = ''): Holder | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Only a process of this machine can be asked for. */
function isDead({ pid, host }: Holder, file: string): boolean {
  if (host !== hostname()) return false;
  return pid === process.pid ? !held.has(file) : !isAlive(pid);
}

/** Whether a process of this number is there. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
