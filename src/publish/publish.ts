import { existsSync, mkdirSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ancestors, type Changes, obstacles, statIfThere } from './changes.js';
import { announce, type Manifest, type ManifestEntry, PRIVATE_FOLDER, writeManifest } from './manifest.js';
import { rename } from './rename.js';

/** Where new and changed files are put, each under its own path, before any of them is seen. */
export interface Staging {
  readonly added: string;
  readonly updated: string;
  discard(): void;
}

/** Opens an empty staging area within the output, so that renaming never crosses a file system. */
export function openStaging(out: string): Staging {
  const folder = path.join(out, PRIVATE_FOLDER, 'staging');
  const discard = () => {
    process.off('exit', discard);
    rmSync(folder, { recursive: true, force: true });
  };
  discard();
  process.on('exit', discard);
  return { added: path.join(folder, 'added'), updated: path.join(folder, 'updated'), discard };
}

/**
 * Brings the output from one state to the next; everything is staged already, so a full disk has changed nothing.
 * Each step ends before the next begins: a list of what changes beside the manifest, new files, changed files,
 * removals, the final manifest. At every instant every file is whole and no page links to one that is not
 * there; killed at any moment, the next build finishes the job.
 */
export function publish(
  out: string,
  manifest: Manifest,
  changes: Changes,
  made: Pick<Manifest, 'addresses' | 'inputs'>,
  staging: Staging,
): void {
  const { added, updated, unchanged, removed } = changes;
  const files = new Map<string, ManifestEntry>();
  for (const [file, { basis }] of unchanged) {
    const { key, size } = manifest.files.get(file) as ManifestEntry;
    files.set(file, { key, size, basis });
  }
  for (const changed of [updated, added]) for (const [file, entry] of changed) files.set(file, entry);
  const final = { ...made, files };
  if (added.size === 0 && updated.size === 0 && removed.length === 0) {
    if (manifest.inputs !== made.inputs) writeManifest(out, final);
  } else {
    announce(out, [...added.keys(), ...updated.keys(), ...removed]);
    for (const file of obstacles(changes)) remove(path.join(out, file));
    removeEmpty(out, removed);
    moveInto(staging.added, out);
    moveInto(staging.updated, out);
    for (const file of removed) remove(path.join(out, file));
    removeEmpty(out, removed);
    writeManifest(out, final);
  }
  staging.discard();
}

/**
 * Moves a staged tree into the output, a folder at once where there is none of that name. The front page goes
 * last: until it is there, nothing leads to the pages of a new site.
 */
function moveInto(from: string, to: string): void {
  if (!existsSync(from)) return;
  const entries = readdirSync(from, { withFileTypes: true }).sort(
    (a, b) => Number(a.name === 'index.html') - Number(b.name === 'index.html'),
  );
  for (const entry of entries) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory() && existsSync(target)) moveInto(source, target);
    else {
      mkdirSync(to, { recursive: true });
      rename(source, target);
    }
  }
}

/** Takes a file away; where a folder has come into its place, or a file into that of its folder, nothing of ours is left. */
function remove(file: string): void {
  if (statIfThere(file)?.isDirectory() === false) rmSync(file, { force: true });
}

/** Takes away the folders that removals left empty, deepest first. */
function removeEmpty(out: string, removed: readonly string[]): void {
  const folders = [...new Set(removed.flatMap(ancestors))].sort((a, b) => b.length - a.length);
  for (const folder of folders) {
    try {
      rmdirSync(path.join(out, folder));
    } catch {
      // Not empty, or gone already: both are fine.
    }
  }
}
