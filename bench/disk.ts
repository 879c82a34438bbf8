import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Path to what changes when a file is written again, even with the same bytes. */
export type Snapshot = ReadonlyMap<string, string>;

export interface DiskChanges {
  readonly added: number;
  readonly updated: number;
  readonly removed: number;
}

export interface DiskSize {
  readonly files: number;
  readonly bytes: number;
}

function* walk(dir: string): Generator<string> {
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) yield* walk(path);
    else yield path;
  }
}

export function takeSnapshot(dir: string): Snapshot {
  const files = new Map<string, string>();
  if (!existsSync(dir)) return files;
  for (const path of walk(dir)) {
    const { size, mtimeNs, ino } = statSync(path, { bigint: true });
    files.set(path, `${size} ${mtimeNs} ${ino}`);
  }
  return files;
}

export function compareSnapshots(before: Snapshot, after: Snapshot): DiskChanges {
  let added = 0;
  let updated = 0;
  for (const [path, state] of after) {
    const previous = before.get(path);
    if (previous === undefined) added += 1;
    else if (previous !== state) updated += 1;
  }
  return { added, updated, removed: before.size + added - after.size };
}

export function diskSize(dir: string): DiskSize {
  let files = 0;
  let bytes = 0;
  if (!existsSync(dir)) return { files, bytes };
  for (const path of walk(dir)) {
    files += 1;
    bytes += statSync(path).size;
  }
  return { files, bytes };
}
