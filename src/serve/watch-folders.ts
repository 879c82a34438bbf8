import { type FSWatcher, lstatSync, readdirSync, watch } from 'node:fs';
import path from 'node:path';

export interface Watching {
  close(): void;
}

/** Something may have changed in a folder: in `name` of it, or anywhere in it. */
export type Hint = (folder: string, name?: string) => void;

/** What counts right under a site's root. */
export const TOP = ['content', 'templates', 'site.yaml', 'redirects.csv'];

/**
 * Hints at folders under `root` in which something happens; right in it only `names` count, if they are given. Folders
 * alone are watched: a watch on each file costs seconds and memory. A folder that went and came is watched anew, for
 * the old watch is dead whatever the folder's name. Where no more can be watched (a limit of the system), `failed` is
 * called.
 */
export function watchFolders(
  root: string,
  names: readonly string[] | undefined,
  hint: Hint,
  failed: (error: unknown) => void,
): Watching {
  const open = new Map<string, FSWatcher>();

  function closeUnder(folder: string): void {
    for (const [known, watcher] of open) {
      if (known !== folder && !known.startsWith(`${folder}${path.sep}`)) continue;
      watcher.close();
      open.delete(known);
    }
  }

  function watchOne(folder: string): void {
    const watcher = watch(folder, (event, name) => {
      if (folder === root && name !== null && names?.includes(name) === false) return;
      if (event === 'rename' && name !== null) watchAgain(path.join(folder, name));
      hint(folder, name ?? undefined);
    });
    watcher.on('error', () => {
      closeUnder(folder);
      hint(path.dirname(folder));
    });
    open.set(folder, watcher);
  }

  /** What came into a new folder before it was watched is found by listing it. */
  function watchAgain(folder: string): void {
    closeUnder(folder);
    if (isFolder(folder)) watchTree(folder, hint);
  }

  const isWanted = (folder: string, name: string) =>
    folder === root && names ? names.includes(name) : !name.startsWith('.');

  function watchTree(folder: string, found: Hint): void {
    try {
      watchOne(folder);
      found(folder);
      for (const entry of readdirSync(folder, { withFileTypes: true }))
        if (entry.isDirectory() && isWanted(folder, entry.name))
          watchTree(path.join(folder, entry.name), found);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') failed(error);
    }
  }

  watchTree(root, () => undefined);
  return {
    close() {
      for (const watcher of open.values()) watcher.close();
      open.clear();
    },
  };
}

function isFolder(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** ms; network drives tell nothing, so everything is listed again and again */
const INTERVAL = 1000;

/** Hints at everything, at intervals, and never before the last hint was dealt with. */
export function pollFolders(hintAll: () => void, settled: () => Promise<void>): Watching {
  let timer: NodeJS.Timeout;
  let isClosed = false;
  const next = () => {
    timer = setTimeout(() => {
      hintAll();
      void settled().then(() => isClosed || next());
    }, INTERVAL);
  };
  next();
  return {
    close() {
      isClosed = true;
      clearTimeout(timer);
    },
  };
}
