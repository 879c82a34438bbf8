/** From parsed entries to a site whose mistakes are known; with `holdBroken`, one without the entries that have some. */
import type { Cache } from './cache/cache.js';
import type { Config } from './config.js';
import { isError, type Problem } from './core/problem.js';
import type { Media, Scan, Site } from './core/types.js';
import type { Entries } from './known-entries.js';
import { buildSite } from './model/build-site.js';
import { REDIRECTS_FILE } from './model/redirects.js';
import { decode } from './parse/decode.js';
import { readMedia } from './read-media.js';

export interface ModelOptions {
  readonly root: string;
  readonly now: number;
  readonly drafts?: boolean;
  readonly holdBroken?: boolean;
  /** The bytes of `redirects.csv`. */
  readonly redirects?: Uint8Array | undefined;
  /** Tells of pictures that are measured. */
  readonly progress: (done: number, total: number) => void;
}

export interface Model {
  readonly site: Site;
  readonly media: Media;
  readonly problems: readonly Problem[];
  readonly held: readonly string[];
  /** The hashes of all files that were looked at beside the entries, by the disk's paths: those of held entries too. */
  readonly read: ReadonlyMap<string, string>;
}

/**
 * Models the site; with `holdBroken`, again without the entries that had errors, until the rest has none:
 * an entry that is held may be what others point at.
 */
export async function modelSite(
  options: ModelOptions,
  config: Config,
  scanned: Scan,
  entries: Entries,
  cache: Cache,
): Promise<Model> {
  const { root, now, drafts = false, holdBroken = false } = options;
  const decoded = options.redirects && decode(options.redirects);
  const redirects = decoded && 'text' in decoded ? decoded.text : undefined;
  const { settings } = config;
  const clock = { now, zone: settings.timezone, drafts };
  const held = new Set(entries.broken);
  const told: Problem[] =
    decoded && 'problem' in decoded ? [{ ...decoded.problem, file: REDIRECTS_FILE }] : [];
  const read = new Map<string, string>();
  for (;;) {
    const parsed = entries.parsed.filter(({ file }) => !held.has(file));
    const { site, problems } = buildSite({
      parsed,
      broken: [...held],
      scan: scanned,
      settings,
      clock,
      redirects,
    });
    const { media, problems: mediaProblems } = await readMedia(root, site, cache, options.progress);
    for (const { file, disk } of [
      ...site.publicFiles,
      ...[...site.files.values()].map(({ source }) => source),
    ])
      read.set(disk, media.hashes.get(file) ?? '');
    const all = [...problems, ...mediaProblems];
    const wrong = new Set(holdBroken ? all.filter(isError).map(({ file }) => file) : []);
    const fresh = parsed.filter(({ file }) => wrong.has(file));
    if (fresh.length === 0) return { site, media, problems: [...told, ...all], held: [...held], read };
    for (const { file } of fresh) held.add(file);
    told.push(...all.filter((p) => isError(p) && p.file !== undefined && held.has(p.file)));
  }
}
