import { lstatSync, type Stats } from 'node:fs';
import { type Manifest, type ManifestEntry, manifestStamp } from './manifest.js';
import type { Survey } from './survey.js';

/** What a build does to the output. Sizes are filled in once the files are staged. */
export interface Changes {
  readonly added: ReadonlyMap<string, ManifestEntry>;
  readonly updated: ReadonlyMap<string, ManifestEntry>;
  readonly unchanged: ReadonlyMap<string, ManifestEntry>;
  readonly removed: readonly string[];
}

export type Fate = 'added' | 'updated' | 'unchanged';
/** `by` is what is compared. */
export type FateOf = (file: string, key: string, by?: 'key' | 'basis') => Fate;

/**
 * Says of each planned file, by its path and key, whether it is new, has changed or stands: compared with what the
 * manifest says of the last build and with what the disk holds now, or held when `survey` looked. The same key means
 * the same bytes, and so does the same basis.
 */
export function comparison(out: string, manifest: Manifest, survey?: Survey): FateOf {
  const strays = survey?.stamp === manifestStamp(out) && new Set(survey.strays);
  return (file, key, by = 'key') => {
    const known = manifest.files.get(file);
    const stands = strays && known && !strays.has(file);
    const size = stands ? known.size : known && sizeOnDisk(`${out}/${file}`);
    // What the manifest knows but the disk does not have is new: pages that link to it must wait for it.
    if (size === undefined) return 'added';
    return known?.[by] === key && known.size === size ? 'unchanged' : 'updated';
  };
}

/** bytes; undefined where there is no file */
export function sizeOnDisk(file: string): number | undefined {
  const stat = statIfThere(file);
  return stat?.isFile() ? stat.size : undefined;
}

/** Undefined where there is nothing; where a file stands in place of a folder above it, too. */
export function statIfThere(file: string): Stats | undefined {
  try {
    return lstatSync(file, { throwIfNoEntry: false });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return undefined;
    throw error;
  }
}

export function removals(manifest: Manifest, planned: ReadonlySet<string>): string[] {
  return [...manifest.files.keys()].filter((file) => !planned.has(file));
}

/** Removed files in the way of added ones: a file where a folder must be, or the other way round. */
export function obstacles({ added, removed }: Pick<Changes, 'added' | 'removed'>): string[] {
  if (removed.length === 0) return [];
  const folders = new Set([...added.keys()].flatMap(ancestors));
  return removed.filter((file) => folders.has(file) || ancestors(file).some((folder) => added.has(folder)));
}

/** The folders above a path, nearest first. */
export function ancestors(file: string): string[] {
  const found: string[] = [];
  for (let at = file.lastIndexOf('/'); at > 0; at = file.lastIndexOf('/', at - 1))
    found.push(file.slice(0, at));
  return found;
}
