import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { hashBytes } from '../core/hash.js';
import { byCodeUnit } from '../core/order.js';

/** Where the program keeps its own things within the output; a dot folder, so that hosts do not serve it. */
export const PRIVATE_FOLDER = '.dongha-site';
const VERSION = 2;

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
  /** Another one whenever the key is; absent where it is not known. */
  readonly basis?: string | undefined;
}

export const EMPTY: Manifest = { files: new Map(), addresses: new Map(), inputs: '' };

const fileOf = (out: string): string => path.join(out, PRIVATE_FOLDER, 'manifest.json');
/** Names the files that a build is about to add, change or remove, for as long as it does: their state is not known. */
const changesOf = (out: string): string => path.join(out, PRIVATE_FOLDER, 'changes.json');

/** Whether a folder holds files and no manifest: somebody else made it. */
export function isForeign(out: string): boolean {
  if (!existsSync(out) || existsSync(fileOf(out)) || existsSync(changesOf(out))) return false;
  return readdirSync(out).some((name) => name !== PRIVATE_FOLDER);
}

/** Another one for each manifest that is written; empty where there is none. */
export function manifestStamp(out: string): string {
  const of = (file: string) => {
    const stat = statSync(file, { throwIfNoEntry: false });
    return stat ? `${stat.ino} ${stat.mtimeMs} ${stat.size}` : '';
  };
  return `${of(fileOf(out))} ${of(changesOf(out))}`.trim();
}

/** What a manifest holds, as one hash; empty where there is none, or the output is about to change. */
export function manifestHash(out: string): string {
  try {
    return existsSync(changesOf(out)) ? '' : hashBytes(readFileSync(fileOf(out)));
  } catch {
    return '';
  }
}

/** The manifest of an output folder; undefined when the folder is foreign or the manifest cannot be read. */
export function readManifest(out: string): Manifest | undefined {
  if (isForeign(out)) return undefined;
  try {
    const made = readFinished(fileOf(out));
    if (!existsSync(changesOf(out))) return made;
    const files = new Map(made.files);
    for (const file of JSON.parse(readFileSync(changesOf(out), 'utf8')))
      files.set(file, { key: null, size: 0 });
    return { ...made, files, inputs: '' };
  } catch {
    return undefined;
  }
}

/** The manifest's file: lists side by side, which are read and written in half the time of objects. */
interface Finished {
  readonly version: number;
  readonly inputs: string;
  readonly files: readonly string[];
  readonly keys: readonly (string | null)[];
  readonly sizes: readonly number[];
  readonly bases: readonly string[];
  /** Entries' files and the addresses of their pages. */
  readonly entries: readonly string[];
  readonly addresses: readonly string[];
}

function readFinished(file: string): Manifest {
  if (!existsSync(file)) return EMPTY;
  const made: Finished = JSON.parse(readFileSync(file, 'utf8'));
  // Keys of another version mean nothing here; the paths are ours all the same.
  const isOurs = made.version === VERSION;
  const entryAt = (i: number): ManifestEntry => ({
    key: made.keys[i] ?? null,
    size: made.sizes[i] ?? 0,
    basis: made.bases[i] || undefined,
  });
  const unknown = { key: null, size: 0 };
  return {
    inputs: isOurs ? made.inputs : '',
    files: new Map(made.files.map((path, i) => [path, isOurs ? entryAt(i) : unknown])),
    addresses: new Map(isOurs ? made.entries.map((path, i) => [path, made.addresses[i] ?? '']) : []),
  };
}

/** Says which files are about to change, in one step: a build that finds this knows nothing of what is in them. */
export function announce(out: string, files: Iterable<string>): void {
  replace(changesOf(out), JSON.stringify([...files]));
}

/** Replaces the manifest in one step; what was announced is done. */
export function writeManifest(out: string, { inputs, addresses, files: entries }: Manifest): void {
  const files = [...entries.keys()].sort(byCodeUnit);
  const known = files.map((file) => entries.get(file) as ManifestEntry);
  const made: Finished = {
    version: VERSION,
    inputs,
    files,
    keys: known.map(({ key }) => key),
    sizes: known.map(({ size }) => size),
    bases: known.map(({ basis = '' }) => basis),
    entries: [...addresses.keys()],
    addresses: [...addresses.values()],
  };
  replace(fileOf(out), JSON.stringify(made));
  rmSync(changesOf(out), { force: true });
}

function replace(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}
