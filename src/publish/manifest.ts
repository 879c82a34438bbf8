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

function readFinished(file: string): Manifest {
  if (!existsSync(file)) return EMPTY;
  const { version, inputs, ...lists } = JSON.parse(readFileSync(file, 'utf8'));
  // Keys of another version mean nothing here; the paths are ours all the same.
  const isOurs = version === VERSION;
  const files = new Map<string, ManifestEntry>();
  const addresses = new Map<string, string>();
  for (let i = 0; i < lists.files.length; i += 3)
    files.set(lists.files[i], { key: isOurs ? lists.files[i + 1] : null, size: lists.files[i + 2] });
  for (let i = 0; i < lists.addresses.length; i += 2)
    addresses.set(lists.addresses[i], lists.addresses[i + 1]);
  return { inputs: isOurs ? inputs : '', files, addresses };
}

/** Says which files are about to change, in one step: a build that finds this knows nothing of what is in them. */
export function announce(out: string, files: Iterable<string>): void {
  replace(changesOf(out), JSON.stringify([...files]));
}

/** Replaces the manifest in one step; what was announced is done. */
export function writeManifest(out: string, { inputs, addresses, files }: Manifest): void {
  const sorted = [...files.keys()].sort(byCodeUnit);
  const entries = sorted.flatMap((file) => [file, files.get(file)?.key ?? null, files.get(file)?.size ?? 0]);
  const text = { version: VERSION, inputs, addresses: [...addresses].flat(), files: entries };
  replace(fileOf(out), JSON.stringify(text));
  rmSync(changesOf(out), { force: true });
}

function replace(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}
