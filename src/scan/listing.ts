/** The files under a folder, as they were listed last. Listing again looks only where something may have changed. */
import { lstatSync, readdirSync, type Stats } from 'node:fs';
import path from 'node:path';
import { nfc } from '../core/text.js';
import type { SourceFile } from '../core/types.js';

/** What is listed of a name: a link is not followed here. The same value stands for as long as the file stays the same. */
export interface Listed {
  readonly source: SourceFile;
  readonly isLink: boolean;
}

/** Folders (absolute) in which something may have changed, and there the names that are known to have. */
export type Dirty = ReadonlyMap<string, ReadonlySet<string>>;

export interface Listing {
  /** Lists all again, or what is dirty, and tells what is another than before. */
  update(dirty?: Dirty): Differences;
  all(): Listed[];
  exists(): boolean;
}

export interface Differences {
  /** Whether a file came, went, or was put in the place of something else. */
  readonly names: boolean;
  /** The others that may hold something else than before. */
  readonly contents: readonly Listed[];
}

interface KnownFile extends Listed {
  readonly print: string;
}

interface Folder {
  readonly disk: string;
  /** Changes when an entry comes or goes, and when another folder takes its place. */
  print: string;
  files: Map<string, KnownFile>;
  folders: Map<string, Folder>;
}

type Noted = { names: boolean; contents: Listed[] };

const NO_NAMES: ReadonlySet<string> = new Set();

/** `top` is a folder in `root`; names for which `isIgnored` holds are not looked at. */
export function listing(root: string, top: string, isIgnored: (name: string) => boolean): Listing {
  const fresh = (): Folder => ({ disk: top, print: '', files: new Map(), folders: new Map() });
  let folder = fresh();
  let exists = false;
  const absolute = (disk: string) => path.join(root, disk);

  /** Lists one folder; what lies deeper only where `deep` says so, or the folder is another one. */
  function list(into: Folder, written: ReadonlySet<string>, deep: boolean, differ: Noted): void {
    const files = new Map<string, KnownFile>();
    const folders = new Map<string, Folder>();
    for (const name of namesIn(absolute(into.disk))) {
      if (isIgnored(name)) continue;
      const disk = `${into.disk}/${name}`;
      const stats = lstatSync(absolute(disk), { throwIfNoEntry: false });
      if (stats?.isDirectory()) {
        const known = into.folders.get(name) ?? { ...fresh(), disk };
        const print = printOf(stats);
        if (deep || known.print !== print) list(known, NO_NAMES, deep, differ);
        known.print = print;
        folders.set(name, known);
      } else if (stats?.isFile() || stats?.isSymbolicLink()) {
        const known = into.files.get(name);
        // The clock of a file system is coarse: a file that is known to have been written is another one.
        const isSame = known?.print === printOf(stats) && !written.has(name) && !known.isLink;
        const listed = isSame ? known : toKnown(disk, stats);
        files.set(name, listed);
        if (known && !known.isLink && !listed.isLink && !isSame) differ.contents.push(listed);
        else if (!isSame) differ.names = true;
      }
    }
    if (isMissing(into.files, files) || isMissing(into.folders, folders)) differ.names = true;
    into.files = files;
    into.folders = folders;
  }

  function find(file: string): Folder | undefined {
    let found: Folder | undefined = folder;
    for (const name of file.split('/').slice(1)) found = found?.folders.get(name);
    return found;
  }

  return {
    exists: () => exists,
    all: () => [...filesOf(folder)],
    update(dirty) {
      const stats = lstatSync(absolute(top), { throwIfNoEntry: false });
      const isNew = stats?.ino !== undefined && folder.print !== String(stats.ino);
      const existed = exists;
      exists = stats !== undefined;
      const differ: Noted = { names: exists !== existed || isNew, contents: [] };
      if (!exists || isNew) folder = { ...fresh(), print: String(stats?.ino ?? '') };
      if (exists && (!dirty || isNew)) list(folder, NO_NAMES, true, differ);
      else if (exists) listDirty(dirty ?? new Map(), differ);
      return differ;
    },
  };

  function listDirty(dirty: Dirty, differ: Noted): void {
    for (const [place, names] of dirty) {
      const disk = path.relative(root, place).split(path.sep).join('/');
      const known = disk === top || disk.startsWith(`${top}/`) ? find(disk) : undefined;
      if (known) list(known, names, false, differ);
    }
  }
}

function isMissing(before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>): boolean {
  for (const name of before.keys()) if (!after.has(name)) return true;
  return false;
}

function* filesOf({ files, folders }: Folder): Generator<Listed> {
  yield* files.values();
  for (const folder of folders.values()) yield* filesOf(folder);
}

function toKnown(disk: string, stats: Stats): KnownFile {
  const source = { file: nfc(disk), disk, size: stats.size };
  return { source, isLink: stats.isSymbolicLink(), print: printOf(stats) };
}

function printOf({ size, mtimeMs, ctimeMs, ino }: Stats): string {
  return `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
}

/** A folder may go while it is listed. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return [];
    throw error;
  }
}
