/** What a run remembers with: the cache, or a store of its own. */
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type Cache, openCache } from './cache/cache.js';
import { isAlive } from './publish/lock.js';
import { VERSION } from './version.js';

export interface StoreOptions {
  readonly root: string;
  /** `off` uses a store of its own for this run; `read` writes nothing, for a run that draws nothing. */
  readonly cache?: 'on' | 'off' | 'read';
}

export interface Store {
  readonly zone: string;
  readonly cache: Cache;
  /** Whether the packs outlive this run. */
  readonly keepsCache: boolean;
  close(): void;
}

/** Values of the cache depend on the site's zone. */
export function openStore(options: StoreOptions, zone: string): Store {
  const { root, cache = 'on' } = options;
  sweep(path.join(root, '.cache'));
  const folder = cache === 'off' ? `run-${process.pid}-${randomUUID()}` : 'entries';
  const opened = openCache(path.join(root, '.cache', folder), `${VERSION} ${zone}`);
  return {
    zone,
    cache: opened,
    keepsCache: cache === 'on',
    close() {
      opened.close();
      if (cache === 'off') rmSync(opened.folder, { recursive: true, force: true });
    },
  };
}

/** Takes away what runs that were killed left in `.cache/`: folders that name a process which is gone. */
function sweep(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const pid = /^(?:run|verify)-(\d+)-/.exec(name)?.[1];
    if (pid && !isAlive(Number(pid))) rmSync(path.join(folder, name), { recursive: true, force: true });
  }
}
