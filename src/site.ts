/** THE pipeline, up to the plan; publish-site.ts goes on from there. `build` and `check` are callers of the same stages. */
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type Cache, openCache } from './cache/cache.js';
import { type Config, isUsable, loadConfig } from './config.js';
import type { Problem } from './core/problem.js';
import type { Output, Site } from './core/types.js';
import type { SharedView } from './core/views.js';
import { fingerprint, isStillTrue, type LastRun, mediaNow } from './last-run.js';
import { minifyAssets } from './minify-assets.js';
import { REDIRECTS_FILE } from './model/redirects.js';
import { type Model, modelSite } from './model-site.js';
import { plan } from './plan/plan.js';
import { isAlive } from './publish/lock.js';
import { type Bodies, hashEntries, readEntries } from './read-entries.js';
import { readTemplates } from './read-templates.js';
import { loadTemplates, type TemplateFiles } from './render/load-templates.js';
import { scan } from './scan/scan.js';
import { VERSION } from './version.js';
import { defaultJobs, openPool, type Pool } from './workers/pool.js';

export interface SiteOptions {
  /** Absolute path of the site's folder. */
  readonly root: string;
  /** ms since 1970, read once by the caller; or how to read it, given the site's zone. */
  readonly now: number | ((zone: string) => number);
  readonly baseUrl?: string | undefined;
  readonly drafts?: boolean;
  /** Publish the rest when entries have errors. */
  readonly holdBroken?: boolean;
  /** Threads; by default one a core. */
  readonly jobs?: number | undefined;
  /** `off` uses a store of its own for this run; `read` writes nothing, for a run that draws nothing. */
  readonly cache?: 'on' | 'off' | 'read';
  /** The last run, when its output is to be left alone if it is still true. */
  readonly lastRun?: LastRun | undefined;
  readonly progress?: Progress | undefined;
}

export type Stage = 'parse' | 'measure' | 'draw' | 'picture' | 'compress';
/** `total` is 0 where it is not known yet. */
export type Progress = (stage: Stage, done: number, total: number) => void;

/** A site that is ready to be drawn. */
export interface LoadedSite {
  readonly site: Site;
  readonly outputs: readonly Output[];
  readonly shared: SharedView;
  readonly templates: TemplateFiles;
  readonly bodies: Bodies;
  readonly packs: string;
  /** Whether the packs outlive this run. */
  readonly keepsCache: boolean;
  /** All that was read, as one key, and the disk's paths of the files among it that are no entries. */
  readonly inputs: string;
  readonly media: readonly string[];
  readonly pool: Pool;
}

export interface Loading {
  readonly config: Config;
  /** Absent when the settings are wrong: nothing further was read. */
  readonly loaded?: LoadedSite;
  /** Set when `lastRun` was given and there is nothing to do. */
  readonly unchanged?: LastRun;
  readonly problems: readonly Problem[];
  /** Entries that errors keep from the site, when `holdBroken` is set. */
  readonly held: readonly string[];
  readonly cache: Cache['counts'];
  readonly ms: Readonly<Record<'scan' | 'parse' | 'model', number>>;
}

/** Scans, parses, models and plans. Draws nothing and publishes nothing. */
export async function loadSite(options: SiteOptions): Promise<Loading> {
  const { root } = options;
  const config = loadConfig(root, options.baseUrl ? { baseUrl: options.baseUrl } : {});
  if (!isUsable(config)) {
    const cache = { hits: 0, misses: 0, damaged: 0 };
    return { config, problems: config.problems, held: [], cache, ms: { scan: 0, parse: 0, model: 0 } };
  }
  const started = performance.now();
  const zone = config.settings.timezone;
  const now = typeof options.now === 'number' ? options.now : options.now(zone);
  const { drafts = false, holdBroken = false } = options;
  const templates = loadTemplates(root, config.themeFolder);
  const redirects = readIfThere(path.join(root, REDIRECTS_FILE));
  const scanned = await scan(root);
  const sources = { config, options: { drafts, holdBroken }, templates, redirects, scan: scanned };
  const listed = performance.now();
  const last = options.lastRun;
  const hashes = last && hashEntries(root, scanned.entries);
  if (last && hashes && isStillTrue(last, fingerprint(sources, hashes, mediaNow(root, last)), now)) {
    const cache = { hits: hashes.length, misses: 0, damaged: 0 };
    const ms = { scan: listed - started, parse: performance.now() - listed, model: 0 };
    return { config, unchanged: last, problems: last.problems, held: last.held, cache, ms };
  }
  sweep(path.join(root, '.cache'));
  const cache = openCache(cacheFolder(options), `${VERSION} ${zone}`);
  const pool = openPool(options.jobs ?? defaultJobs());
  const templateProblems = await readTemplates(templates, cache);
  // Done by a process of its own while the entries are read.
  const minifying = minifyAssets(templates.assets, cache);
  const progress = (done: number, total: number) => options.progress?.('parse', done, total);
  const keepBodies = options.cache !== 'read';
  const reading = { root, zone, cache, pool, hashes, keepBodies, progress };
  const entries = await readEntries(scanned.entries, reading);
  const read = performance.now();
  const measured = (done: number, total: number) => options.progress?.('measure', done, total);
  const model = await modelSite(
    { root, now, drafts, holdBroken, redirects, progress: measured },
    config,
    scanned,
    entries,
    cache,
  );
  const minified = await minifying;
  const planned = plan(model.site, model.media, minified.assets);
  const keepsCache = (options.cache ?? 'on') === 'on';
  if (keepsCache) cache.save();
  const media = publishedFiles(model);
  const inputs = fingerprint(sources, entries.hashes, media);
  const { problems: modelProblems, held, site } = model;
  const early = [config.problems, templateProblems, minified.problems, scanned.problems, entries.problems];
  return {
    config,
    loaded: {
      ...planned,
      site,
      templates,
      bodies: entries.bodies,
      packs: cache.folder,
      keepsCache,
      pool,
      inputs,
      media: media.map(([disk]) => disk),
    },
    problems: [...early.flat(), ...modelProblems],
    held,
    cache: cache.counts,
    ms: { scan: listed - started, parse: read - listed, model: performance.now() - read },
  };
}

/** The disk's path and the hash of each file that is copied as it is. */
function publishedFiles({ site, media }: Model): [disk: string, hash: string][] {
  const sources = [...site.publicFiles, ...[...site.files.values()].map(({ source }) => source)];
  return sources.map(({ file, disk }) => [disk, media.hashes.get(file) ?? '']);
}

function readIfThere(file: string): Uint8Array | undefined {
  return existsSync(file) ? readFileSync(file) : undefined;
}

/** Takes away what runs that were killed left in `.cache/`: folders that name a process which is gone. */
function sweep(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const pid = /^(?:run|verify)-(\d+)-/.exec(name)?.[1];
    if (pid && !isAlive(Number(pid))) rmSync(path.join(folder, name), { recursive: true, force: true });
  }
}

function cacheFolder({ root, cache }: SiteOptions): string {
  return path.join(root, '.cache', cache === 'off' ? `run-${process.pid}-${randomUUID()}` : 'entries');
}

/** Ends the threads, and takes away a store that was only for this run. */
export async function closeSite({ pool, packs, keepsCache }: LoadedSite): Promise<void> {
  await pool.close();
  if (!keepsCache) rmSync(packs, { recursive: true, force: true });
}
