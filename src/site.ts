/** THE pipeline. `build`, `check`, `serve` and `list` are callers of the same stages. */
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type Cache, openCache } from './cache/cache.js';
import { type Config, isUsable, loadConfig } from './config.js';
import { hashBytes } from './core/hash.js';
import { type Problem, problem } from './core/problem.js';
import type { Output, Site } from './core/types.js';
import type { SharedView } from './core/views.js';
import { drawPages } from './draw-pages.js';
import { fingerprint, type Inputs, isStillTrue, type LastRun, mediaNow } from './last-run.js';
import { REDIRECTS_FILE } from './model/redirects.js';
import { modelSite } from './model-site.js';
import { plan } from './plan/plan.js';
import { type Changes, comparison, removals } from './publish/changes.js';
import { type Holder, takeLock } from './publish/lock.js';
import { EMPTY, PRIVATE_FOLDER, readManifest } from './publish/manifest.js';
import { openStaging, publish } from './publish/publish.js';
import { type Bodies, hashEntries, readEntries } from './read-entries.js';
import { readTemplates } from './read-templates.js';
import { loadTemplates, type TemplateFiles } from './render/load-templates.js';
import type { Timing } from './render/timings.js';
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

export type Stage = 'parse' | 'draw';
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
  const nothing = { hits: 0, misses: 0, damaged: 0 };
  if (!isUsable(config))
    return {
      config,
      problems: config.problems,
      held: [],
      cache: nothing,
      ms: { scan: 0, parse: 0, model: 0 },
    };
  const started = performance.now();
  const templates = loadTemplates(root, config.themeFolder);
  const redirects = readIfThere(path.join(root, REDIRECTS_FILE));
  const scanned = await scan(root);
  const zone = config.settings.timezone;
  const now = typeof options.now === 'number' ? options.now : options.now(zone);
  const listed = performance.now();
  const { drafts = false, holdBroken = false } = options;
  const inputs = (entries: readonly string[], media: Inputs['media']) =>
    fingerprint({
      config,
      options: { drafts, holdBroken },
      templates,
      redirects: redirects ? hashBytes(redirects) : '',
      scan: scanned,
      entries,
      media,
    });
  const last = options.lastRun;
  const hashes = last && hashEntries(root, scanned.entries);
  if (last && hashes && isStillTrue(last, inputs(hashes, mediaNow(root, last)), now)) {
    const ms = { scan: listed - started, parse: performance.now() - listed, model: 0 };
    const counts = { hits: scanned.entries.length, misses: 0, damaged: 0 };
    return { config, unchanged: last, problems: last.problems, held: last.held, cache: counts, ms };
  }
  const mode = options.cache ?? 'on';
  const cache = openCache(cacheFolder(root, mode), `${VERSION} ${zone}`);
  const pool = openPool(options.jobs ?? defaultJobs());
  const templateProblems = await readTemplates(templates, cache);
  const progress = (done: number, total: number) => options.progress?.('parse', done, total);
  const keepBodies = mode !== 'read';
  const entries = await readEntries(scanned.entries, {
    root,
    zone,
    cache,
    pool,
    hashes,
    keepBodies,
    progress,
  });
  const read = performance.now();
  const model = await modelSite(
    { root, now, drafts, holdBroken, redirects },
    config,
    scanned,
    entries,
    cache,
  );
  const { outputs, shared } = plan(model.site, model.media, templates.assets);
  if (mode === 'on') cache.save();
  const { site, media } = model;
  const published = [...site.publicFiles, ...[...site.files.values()].map(({ source }) => source)];
  const hashed = published.map(({ file, disk }) => [disk, media.hashes.get(file) ?? ''] as const);
  return {
    config,
    loaded: {
      site,
      outputs,
      shared,
      templates,
      bodies: entries.bodies,
      packs: cache.folder,
      keepsCache: mode !== 'off',
      pool,
      inputs: inputs(entries.hashes, hashed),
      media: published.map(({ disk }) => disk),
    },
    problems: [
      ...config.problems,
      ...templateProblems,
      ...scanned.problems,
      ...entries.problems,
      ...model.problems,
    ],
    held: model.held,
    cache: cache.counts,
    ms: { scan: listed - started, parse: read - listed, model: performance.now() - read },
  };
}

function readIfThere(file: string): Uint8Array | undefined {
  return existsSync(file) ? readFileSync(file) : undefined;
}

function cacheFolder(root: string, mode: 'on' | 'off' | 'read'): string {
  return path.join(root, '.cache', mode === 'off' ? `run-${randomUUID()}` : 'entries');
}

export interface PublishOptions {
  /** Absolute path of the output folder. */
  readonly out: string;
  readonly force?: boolean;
  /** Called once when another build of this output has to be waited for. */
  readonly onWait?: ((holder: Holder) => void) | undefined;
  /** Measure templates, partials and helpers. */
  readonly profile?: boolean;
  readonly progress?: Progress | undefined;
}

export type Published =
  | {
      readonly changes: Changes;
      readonly problems: readonly Problem[];
      readonly timings: readonly Timing[];
      readonly ms: Readonly<Record<'render' | 'publish', number>>;
    }
  | { readonly refused: Problem };

/** Draws what changed and publishes it. */
export async function publishSite(
  root: string,
  loaded: LoadedSite,
  options: PublishOptions,
): Promise<Published> {
  const { out, onWait = () => undefined } = options;
  const known = readManifest(out);
  if (!known && !options.force)
    return { refused: problem('output/not-ours', { folder: path.relative(root, out) || '.' }) };
  const release = await takeLock(path.join(out, PRIVATE_FOLDER, 'lock'), onWait);
  try {
    return await publishLocked(root, loaded, options);
  } finally {
    release();
  }
}

/** Ends the threads, and takes away a store that was only for this run. */
export async function closeSite({ pool, packs, keepsCache }: LoadedSite): Promise<void> {
  await pool.close();
  if (!keepsCache) rmSync(packs, { recursive: true, force: true });
}

async function publishLocked(
  root: string,
  loaded: LoadedSite,
  { out, profile = false, progress }: PublishOptions,
): Promise<Published> {
  const started = performance.now();
  const manifest = readManifest(out) ?? EMPTY;
  const staging = openStaging(out);
  const { site, outputs } = loaded;
  try {
    const drawing = {
      ...loaded,
      root,
      zone: site.settings.timezone,
      profile,
      progress: (done: number) => progress?.('draw', done, outputs.length),
    };
    const drawn = await drawPages(drawing, comparison(out, manifest), staging);
    const staged = performance.now();
    const changes = { ...drawn, removed: removals(manifest, new Set(outputs.map((output) => output.path))) };
    const addresses = pageAddresses(site);
    publish(out, manifest, changes, { addresses, inputs: loaded.inputs }, staging);
    const problems = movedEntries(manifest.addresses, addresses, loaded);
    const { timings } = drawn;
    return {
      changes,
      problems,
      timings,
      ms: { render: staged - started, publish: performance.now() - staged },
    };
  } catch (error) {
    staging.discard();
    throw error;
  }
}

function pageAddresses(site: Site): Map<string, string> {
  const entries = [...site.articles, ...site.documents, ...site.polls, ...site.pages];
  return new Map(entries.map(({ file, address }) => [file, address]));
}

/** Entries whose address is another one than at the last build, and which leave nothing at the old one. */
function movedEntries(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  loaded: LoadedSite,
): Problem[] {
  const moved = [...after].filter(([file, address]) => before.has(file) && before.get(file) !== address);
  if (moved.length === 0) return [];
  const paths = new Set(loaded.outputs.map((output) => output.path));
  return moved.flatMap(([file, address]) => {
    const old = before.get(file) ?? '';
    if (paths.has(`${old.slice(1)}index.html`)) return [];
    return [
      problem(
        'entry/moved',
        { before: old, after: address },
        { file, place: { line: 1, column: 1, length: 3 } },
      ),
    ];
  });
}
