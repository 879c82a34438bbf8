import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { byCodeUnit } from '../core/order.js';

/** Where the program keeps its own things within the output; a dot folder, so that hosts do not serve it. */
export const PRIVATE_FOLDER = '.dongha-site';
const VERSION = 1;

/** What stands in the output because of us. Holds no times, so that it too is the same for the same input. */
export interface Manifest {
  /** By path from the output's root. `key` is null where the file's state is not known (a build was killed). */
  readonly files: ReadonlyMap<string, ManifestEntry>;
  /** The address of each entry's page, by the entry's file: to tell when one moves. */
  readonly addresses: ReadonlyMap<string, string>;
  /** What it was made from, as one key; empty while it is being made. */
  readonly inputs: string;
}

export interface ManifestEntry {
  readonly key: string | null;
  /** bytes */
  readonly size: number;
}

export const EMPTY: Manifest = { files: new Map(), addresses: new Map(), inputs: '' };

const fileOf = (out: string): string => path.join(out, PRIVATE_FOLDER, 'manifest.json');

/** Whether a folder holds files and no manifest: somebody else made it. */
export function isForeign(out: string): boolean {
  if (!existsSync(out) || existsSync(fileOf(out))) return false;
  return readdirSync(out).some((name) => name !== PRIVATE_FOLDER);
}

/** The manifest of an output folder; undefined when the folder is foreign or the manifest cannot be read. */
export function readManifest(out: string): Manifest | undefined {
  if (isForeign(out)) return undefined;
  if (!existsSync(fileOf(out))) return EMPTY;
  try {
    const { version, inputs, files, addresses } = JSON.parse(readFileSync(fileOf(out), 'utf8'));
    const entries = Object.entries(files as Record<string, [string | null, number]>);
    // Keys of another version mean nothing here; the paths are ours all the same.
    const known = entries.map(([file, [key, size]]): [string, ManifestEntry] => [
      file,
      { key: version === VERSION ? key : null, size },
    ]);
    return {
      inputs: version === VERSION ? inputs : '',
      files: new Map(known),
      addresses: new Map(Object.entries(addresses as Record<string, string>)),
    };
  } catch {
    return undefined;
  }
}

/** Replaces the manifest in one step. */
export function writeManifest(out: string, manifest: Manifest): void {
  const sorted = [...manifest.files].sort(([a], [b]) => byCodeUnit(a, b));
  const files = Object.fromEntries(sorted.map(([file, { key, size }]) => [file, [key, size]]));
  const text = JSON.stringify({
    version: VERSION,
    inputs: manifest.inputs,
    addresses: Object.fromEntries(manifest.addresses),
    files,
  });
  mkdirSync(path.dirname(fileOf(out)), { recursive: true });
  const temporary = `${fileOf(out)}.new`;
  writeFileSync(temporary, text);
  renameSync(temporary, fileOf(out));
}
