import path from 'node:path';
import { watch } from 'chokidar';

export interface Watching {
  /** Resolves when every folder is watched; what changed before that has to be looked for. */
  readonly ready: Promise<void>;
  close(): Promise<void>;
}

const FOLDERS = ['content', 'templates'];
const FILES = ['site.yaml', 'redirects.csv'];

/**
 * Hints at folders of a site in which something happens. Folders alone are watched, by their raw events: watching
 * each file costs seconds and memory, and a second save soon after the first goes unnoticed.
 */
export function watchFolders(
  root: string,
  others: readonly string[],
  hint: (folder: string, name?: string) => void,
): Watching {
  const isWanted = (file: string): boolean => {
    const [first = '', ...rest] = path.relative(root, file).split(path.sep);
    if (first === '..' || path.isAbsolute(first)) return others.some((other) => file.startsWith(other));
    return first === '' || (FOLDERS.includes(first) && !rest.some((name) => name.startsWith('.')));
  };
  const watcher = watch([root, ...others], {
    ignoreInitial: true,
    followSymlinks: false,
    ignored: (file, stats) => stats?.isFile() === true || !isWanted(path.resolve(file)),
  });
  const tell = (folder: string, name: string | undefined) => {
    if (folder === root && name !== undefined && ![...FOLDERS, ...FILES].includes(name)) return;
    hint(folder, name);
  };
  watcher.on('raw', (_event, name, details) => {
    const { watchedPath } = details as { watchedPath?: string };
    if (watchedPath) tell(path.resolve(watchedPath), name ? path.basename(name) : undefined);
  });
  // What came into a new folder before it was watched is found by listing it.
  for (const event of ['addDir', 'unlinkDir'] as const) {
    watcher.on(event, (folder) => {
      tell(path.dirname(path.resolve(folder)), path.basename(folder));
      if (event === 'addDir') hint(path.resolve(folder));
    });
  }
  // Where no more can be watched (a limit of the system), what is seen is still told.
  watcher.on('error', () => hint(root));
  return {
    ready: new Promise((resolve) => watcher.once('ready', () => resolve())),
    close: () => watcher.close(),
  };
}

/** ms; network drives tell nothing, so everything is listed again and again */
const INTERVAL = 1000;

/** Hints at everything, at intervals, and never before the last hint was dealt with. */
export function pollFolders(hintAll: () => void, settled: () => Promise<void>): Watching {
  let timer: NodeJS.Timeout;
  const next = () => {
    timer = setTimeout(() => {
      hintAll();
      void settled().then(next);
    }, INTERVAL);
  };
  next();
  return { ready: Promise.resolve(), close: async () => clearTimeout(timer) };
}
