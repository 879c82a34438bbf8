/**
 * What the last build read and told. CI builds every quarter of an hour, and most of these builds have nothing to
 * do: when all that a build reads is the same, and no moment has passed at which the output changes by itself,
 * the output is the same, and what the last build told is told again.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import type { Config } from './config.js';
import { hash, hashBytes } from './core/hash.js';
import type { Problem } from './core/problem.js';
import type { Scan, Withheld } from './core/types.js';
import { comparison } from './publish/changes.js';
import { manifestHash, readManifest } from './publish/manifest.js';
import { rename } from './publish/rename.js';
import type { TemplateFiles } from './render/load-templates.js';
import { hashFile } from './scan/hash-file.js';
import { VERSION } from './version.js';

export interface LastRun {
  /** Absolute path of the output that it published. */
  readonly out: string;
  readonly inputs: string;
  /** `manifestHash` of what it left: another build may have published there since, for another time or in another way. */
  readonly manifest: string;
  /** ms since 1970: the moment for which it built, and the next at which the output differs by itself. */
  readonly now: number;
  readonly nextBuildAt: number | null;
  /** The disk's paths of the files that it hashed beside the entries. */
  readonly media: readonly string[];
  readonly problems: readonly Problem[];
  readonly held: readonly string[];
  readonly withheld: readonly Withheld[];
  readonly site: Readonly<Record<'articles' | 'documents' | 'polls' | 'pages', number>>;
  readonly outputs: number;
  /** Whether texts had compressed copies. */
  readonly precompress: boolean;
}

/** What a build reads beside its entries, the files that it copies, and the clock. */
export interface Sources {
  readonly config: Config;
  readonly options: { readonly drafts: boolean; readonly holdBroken: boolean };
  readonly templates: TemplateFiles;
  /** The bytes of `redirects.csv`. */
  readonly redirects: Uint8Array | undefined;
  readonly scan: Scan;
}

/** All that a build reads but the clock, as one key; `entries` are hashes in order, `media` the disk's paths with theirs. */
export function fingerprint(
  { config, options, templates, redirects, scan }: Sources,
  entries: readonly string[],
  media: readonly (readonly [disk: string, hash: string])[],
): string {
  const { settings, problems } = config;
  const sources = [...templates.pages.values(), ...templates.partials.values()];
  const texts = sources.flatMap(({ name, text }) => [name, text]);
  const assets = templates.assets.flatMap(({ name, bytes }) => [name, hashBytes(bytes)]);
  const listed = [scan.entries, scan.files, scan.publicFiles].map((files) =>
    files.map(({ file, disk }) => `${file}\n${disk}`).join('\n'),
  );
  const files = media.map(([disk, content]) => `${disk} ${content}`).sort();
  // Where a shared theme lies makes no difference, only what is in it.
  const { theme, ...rest } = settings;
  const told = JSON.stringify([rest, theme?.accent, problems, options, scan.problems]);
  const moved = redirects ? hashBytes(redirects) : '';
  return hash(VERSION, told, hash(...texts), assets.join(), moved, ...listed, entries.join(), files.join());
}

const fileOf = (root: string): string => path.join(root, '.cache', 'last-run');

/** The file's first line; what is behind it counts only if this is true of it. */
const headOf = (json: string): string => `${VERSION} ${crc32(json)}\n`;

/** Undefined when there is none, of another version, or a damaged one. */
export function readLastRun(root: string): LastRun | undefined {
  try {
    const text = readFileSync(fileOf(root), 'utf8');
    const json = text.slice(text.indexOf('\n') + 1);
    return text.startsWith(headOf(json)) ? JSON.parse(json) : undefined;
  } catch {
    return undefined;
  }
}

export function writeLastRun(root: string, run: LastRun): void {
  const file = fileOf(root);
  const json = JSON.stringify(run);
  mkdirSync(path.dirname(file), { recursive: true });
  // Another build of this site may be doing the same.
  const temporary = `${file}.${process.pid}.new`;
  writeFileSync(temporary, headOf(json) + json);
  rename(temporary, file);
}

/** Whether the last run's output is what a build at `now` of the same inputs would make, and stands as it was left. */
export function isStillTrue(last: LastRun, now: number): boolean {
  const { nextBuildAt } = last;
  if (now < last.now || (nextBuildAt !== null && now >= nextBuildAt)) return false;
  if (manifestHash(last.out) !== last.manifest) return false;
  const manifest = readManifest(last.out);
  if (!manifest) return false;
  const fateOf = comparison(last.out, manifest);
  return [...manifest.files].every(([file, { key }]) => key !== null && fateOf(file, key) === 'unchanged');
}

/** The files of the last run's media as they are now; one that is gone has no hash, and so nothing is the same. */
export function mediaNow(root: string, last: LastRun): [string, string][] {
  return last.media.map((disk) => [disk, hashFile(path.join(root, disk)) ?? '']);
}
