/** The files under a folder, as they were listed last. Listing again looks only where something may have changed. */
import { type Dirent, lstatSync, readdirSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import { nfc } from '../core/text.js';
import type { SourceFile } from '../core/types.js';
import { hashFile } from './hash-file.js';

/** What is listed of a name: a link is not followed here. The same value stands for as long as the file stays the same. */
export interface Listed {
  readonly source: SourceFile;
  readonly isLink: boolean;
}

/** Folders (absolute) in which something may have changed, and there the names that are known to have; `ANY` for all others. */
export type Dirty = ReadonlyMap<string, ReadonlySet<string>>;

export const ANY = '';

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
  /** Of the content, when the file was known to have been written. */
  readonly hash?: string | undefined;
}

interface Folder {
  readonly disk: string;
  /** Changes when an entry comes or goes, and when another folder takes its place. */
  print: string;
  files: Map<string, KnownFile>;
  folders: Map<string, Folder>;
}

type Noted = { names: boolean; contents: Listed[] };

const ALL_NAMES: ReadonlySet<string> = new Set([ANY]);

export interface Names {
  /** Files and folders that are not looked at. */
  readonly isIgnored: (name: string) => boolean;
  /** Files that are listed by their names alone, because they are read anyway; a listing that is made once needs no more. */
  readonly isPlain: (name: string) => boolean;
}

/** `top` is a folder in `root`. */
export function listing(root: string, top: string, { isIgnored, isPlain }: Names): Listing {
  const fresh = (): Folder => ({ disk: top, print: '', files: new Map(), folders: new Map() });
  let folder = fresh();
  let exists = false;
  const absolute = (disk: string) => `${root}/${disk}`;

  /** Lists one folder; what lies deeper only where `deep` says so, or the folder is another one. */
  function list(into: Folder, written: ReadonlySet<string>, deep: boolean, differ: Noted): void {
    const files = new Map<string, KnownFile>();
    const folders = new Map<string, Folder>();
    const looksAtAll = deep || written.has(ANY);
    for (const found of entriesIn(absolute(into.disk))) {
      const { name } = found;
      if (isIgnored(name)) continue;
      if (!looksAtAll && !written.has(name) && keep(name, into, files, folders)) continue;
      const disk = `${into.disk}/${name}`;
      if (found.isFile() && isPlain(name)) {
        files.set(name, { source: { file: nfc(disk), disk, size: 0 }, isLink: false, print: '' });
        differ.names = true;
        continue;
      }
      const stats = lstatSync(absolute(disk), { throwIfNoEntry: false });
      if (stats?.isDirectory()) {
        const known = into.folders.get(name) ?? { ...fresh(), disk };
        const print = printOf(stats);
        const isDeep = deep || written.has(name);
        if (isDeep || known.print !== print) list(known, ALL_NAMES, isDeep, differ);
        known.print = print;
        folders.set(name, known);
      } else if (stats?.isFile() || stats?.isSymbolicLink()) {
        const known = into.files.get(name);
        const listed = look(absolute(disk), disk, stats, known, written.has(name));
        files.set(name, listed);
        if (known && !known.isLink && !listed.isLink) {
          if (listed.source !== known.source) differ.contents.push(listed);
        } else if (listed.source !== known?.source) differ.names = true;
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
      const existed = exists;
      exists = lstatSync(absolute(top), { throwIfNoEntry: false }) !== undefined;
      const differ: Noted = { names: exists !== existed, contents: [] };
      if (!exists) folder = fresh();
      else if (!dirty || !existed || dirty.get(root)?.has(top)) list(folder, ALL_NAMES, true, differ);
      else listDirty(dirty, differ);
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

/** Takes over what is known of a name, if anything is. */
function keep(
  name: string,
  known: Folder,
  files: Map<string, KnownFile>,
  folders: Map<string, Folder>,
): boolean {
  const [file, folder] = [known.files.get(name), known.folders.get(name)];
  if (file) files.set(name, file);
  if (folder) folders.set(name, folder);
  return file !== undefined || folder !== undefined;
}

function isMissing(before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>): boolean {
  for (const name of before.keys()) if (!after.has(name)) return true;
  return false;
}

function* filesOf({ files, folders }: Folder): Generator<Listed> {
  yield* files.values();
  for (const folder of folders.values()) yield* filesOf(folder);
}

/** bytes; writing a larger file takes longer than a tick of the file system's clock */
const LARGE = 10_000_000;

/**
 * A file as it is now; as it was, if it is the same. The clock of a file system is coarse, so that two saves may bear
 * one time: of a file that is known to have been `written` the content decides.
 */
function look(
  file: string,
  disk: string,
  stats: Stats,
  known: KnownFile | undefined,
  written: boolean,
): KnownFile {
  const isLink = stats.isSymbolicLink();
  const print = isLink ? `${printOf(stats)} ${targetPrint(file)}` : printOf(stats);
  const hash = written && stats.size < LARGE ? hashFile(file) : undefined;
  if (known?.print === print && (!written || hash === known.hash)) return known;
  return { source: { file: nfc(disk), disk, size: stats.size }, isLink, print, hash };
}

function targetPrint(link: string): string {
  try {
    return printOf(statSync(link));
  } catch {
    return '';
  }
}

function printOf({ size, mtimeMs, ctimeMs, ino }: Stats): string {
  return `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
}

/** A folder may go while it is listed. */
function entriesIn(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return [];
    throw error;
  }
}
