import { mkdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ancestors, type Changes, obstacles, type Planned } from './changes.js';
import { type Manifest, type ManifestEntry, PRIVATE_FOLDER, writeManifest } from './manifest.js';

/** Writes one planned file to `target` and returns its size in bytes. */
export type Stage<P> = (item: P, target: string) => number;

/**
 * Brings the output from one state to the next. Everything new is staged beside the site first, so that a full
 * disk changes nothing; then each step ends before the next begins: a manifest that names old and new paths,
 * new files, changed files, removals, the final manifest. At every instant every file is whole and no page
 * links to one that is not there; killed at any moment, the next build finishes the job.
 */
export function publish<P extends Planned>(
  out: string,
  manifest: Manifest,
  changes: Changes<P>,
  addresses: ReadonlyMap<string, string>,
  stage: Stage<P>,
): void {
  const staging = path.join(out, PRIVATE_FOLDER, 'staging');
  const written = [...changes.added, ...changes.updated];
  rmSync(staging, { recursive: true, force: true });
  if (written.length === 0 && changes.removed.length === 0 && sameMap(manifest.addresses, addresses)) return;
  mkdirSync(staging, { recursive: true });
  const final = new Map<string, ManifestEntry>();
  for (const { path: file } of changes.unchanged)
    final.set(file, manifest.files.get(file) ?? { key: null, size: 0 });
  try {
    for (const [i, item] of written.entries()) {
      final.set(item.path, { key: item.key, size: stage(item, path.join(staging, String(i))) });
    }
  } catch (error) {
    rmSync(staging, { recursive: true, force: true });
    throw error;
  }
  writeManifest(out, { files: between(manifest, changes), addresses: manifest.addresses });
  for (const file of obstacles(changes)) remove(out, file);
  const folders = new Set<string>();
  for (const [i, item] of written.entries()) {
    const target = path.join(out, item.path);
    makeFolder(path.dirname(target), folders);
    renameSync(path.join(staging, String(i)), target);
  }
  for (const file of changes.removed) remove(out, file);
  removeEmpty(out, changes.removed);
  writeManifest(out, { files: final, addresses });
  rmSync(staging, { recursive: true, force: true });
}

/** Old and new paths; the state of those that are about to change is not known until the end. */
function between(manifest: Manifest, changes: Changes<Planned>): Map<string, ManifestEntry> {
  const unknown = { key: null, size: 0 };
  const files = new Map(manifest.files);
  for (const { path: file } of [...changes.added, ...changes.updated]) files.set(file, unknown);
  for (const file of changes.removed) files.set(file, unknown);
  return files;
}

function makeFolder(folder: string, made: Set<string>): void {
  if (made.has(folder)) return;
  mkdirSync(folder, { recursive: true });
  made.add(folder);
}

function remove(out: string, file: string): void {
  rmSync(path.join(out, file), { force: true });
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

function sameMap(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  return a.size === b.size && [...a].every(([key, value]) => b.get(key) === value);
}
