import { lstatSync } from 'node:fs';
import path from 'node:path';
import type { Manifest } from './manifest.js';

/** A file to be published. The same key means the same bytes. */
export interface Planned {
  readonly path: string;
  readonly key: string;
}

export interface Changes<P extends Planned> {
  readonly added: readonly P[];
  readonly updated: readonly P[];
  readonly unchanged: readonly P[];
  readonly removed: readonly string[];
}

/** Compares what is planned with what the manifest says of the last build, and with what the disk holds now. */
export function compare<P extends Planned>(
  planned: readonly P[],
  manifest: Manifest,
  sizeOnDisk: (file: string) => number | undefined,
): Changes<P> {
  const added: P[] = [];
  const updated: P[] = [];
  const unchanged: P[] = [];
  const paths = new Set<string>();
  for (const item of planned) {
    paths.add(item.path);
    const known = manifest.files.get(item.path);
    if (!known) added.push(item);
    else if (known.key === item.key && known.size === sizeOnDisk(item.path)) unchanged.push(item);
    else updated.push(item);
  }
  return {
    added,
    updated,
    unchanged,
    removed: [...manifest.files.keys()].filter((file) => !paths.has(file)),
  };
}

/** The size of a published file in bytes; undefined when it is not there or no file. */
export function diskSizes(out: string): (file: string) => number | undefined {
  return (file) => {
    const stat = lstatSync(path.join(out, file), { throwIfNoEntry: false });
    return stat?.isFile() ? stat.size : undefined;
  };
}

/** Removed files in the way of added ones: a file where a folder must be, or the other way round. */
export function obstacles(changes: Changes<Planned>): string[] {
  if (changes.removed.length === 0) return [];
  const added = new Set(changes.added.map(({ path }) => path));
  const folders = new Set([...added].flatMap(ancestors));
  return changes.removed.filter(
    (file) => folders.has(file) || ancestors(file).some((folder) => added.has(folder)),
  );
}

export function ancestors(file: string): string[] {
  const found: string[] = [];
  for (let at = file.lastIndexOf('/'); at > 0; at = file.lastIndexOf('/', at - 1))
    found.push(file.slice(0, at));
  return found;
}
