/** A site that is loaded again after each change: the same steps as the first time, without those whose result stands. */
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { type Config, isUsable } from './config.js';
import { keepHeapSmall } from './heap.js';
import { knownEntries } from './known-entries.js';
import { fingerprint, isStillTrue, mediaNow, type Sources } from './last-run.js';
import { lookAhead, NOTHING_AHEAD, warmUp } from './look-ahead.js';
import { type Edit, replaceTexts } from './model/replace-texts.js';
import { type Model, modelSite } from './model-site.js';
import { openStore, type Store } from './open-store.js';
import { plan } from './plan/plan.js';
import { type Inputs, readInputs } from './read-inputs.js';
import { type Theme, themeReader } from './read-theme.js';
import type { Dirty } from './scan/listing.js';
import { scanner } from './scan/scan.js';
import type { LoadedSite, Loading, SiteOptions } from './site.js';
import { defaultJobs, openPool } from './workers/pool.js';

export interface OpenSite {
  /**
   * Scans, parses, models and plans; draws nothing and publishes nothing. After the first time it looks only at what
   * is `dirty`, or at all without it. The same value as before comes back when nothing differs.
   */
  load(dirty?: Dirty): Promise<Loading>;
  /** Ends the threads. */
  close(): Promise<void>;
}

/** What one load came to, for the next to begin from. */
interface State {
  readonly sources: Sources;
  readonly now: number;
  readonly theme: Theme;
  readonly model: Model;
  readonly loading: Loading;
}

/** `isOnce` promises that it is loaded no more than once. */
export function openSite(options: SiteOptions, isOnce = false): OpenSite {
  const { root, drafts = false, holdBroken = false, keepsGood = false } = options;
  // The bodies of all loads go into one pack.
  const run = randomUUID();
  const list = scanner(root, isOnce);
  const known = knownEntries(keepsGood);
  const readTheme = themeReader(keepsGood);
  const pool = openPool(options.jobs ?? defaultJobs());
  let inputs: Inputs | undefined;
  let store: Store | undefined;
  let state: State | undefined;
  let stopped: Loading | undefined;

  function storeFor(zone: string): Store {
    if (store?.zone === zone) return store;
    known.forget();
    store?.close();
    store = openStore(options, zone);
    return store;
  }

  async function load(dirty?: Dirty): Promise<Loading> {
    const before = state;
    // Should anything be thrown from here on, the next load begins anew.
    state = undefined;
    const isOnlyContent = [...(dirty ?? [])].every(([folder]) =>
      isWithin(path.join(root, 'content'), folder),
    );
    if (!inputs || !dirty || !isOnlyContent) inputs = readInputs(root, options.baseUrl, inputs);
    const { config, templates } = inputs;
    if (!isUsable(config)) {
      if (stopped?.config !== config) stopped = unusable(config);
      return stopped;
    }
    // Also after a load that was stopped: what is known of the entries is still known.
    const isFirst = store === undefined;
    if (isFirst) await warmUp(options, pool);
    const lap = laps();
    const zone = config.settings.timezone;
    const now = typeof options.now === 'number' ? options.now : options.now(zone);
    const scan = list(before && dirty);
    keepHeapSmall(scan.entries.length);
    const sources = { ...inputs, options: { drafts, holdBroken }, scan };
    lap('scan');
    const last = before ? undefined : options.lastRun;
    const { hashes, survey } = isFirst ? lookAhead(options, scan, pool) : NOTHING_AHEAD;
    const { cache, keepsCache } = storeFor(zone);
    if (last && hashes) {
      const inputs = fingerprint(sources, await hashes(), mediaNow(root, last));
      if (last.inputs === inputs && isStillTrue(last, now)) {
        const counts = { hits: scan.entries.length, misses: 0, damaged: 0 };
        await close();
        return {
          config,
          unchanged: last,
          problems: last.problems,
          held: last.held,
          cache: counts,
          ms: lap('parse'),
        };
      }
    }
    const progress = (done: number, total: number) => options.progress?.('parse', done, total);
    const keepBodies = options.cache !== 'read';
    const reading = { root, zone, cache, pool, hashes, run, keepBodies, progress };
    // Styles and scripts are minified by a process of its own while the entries are read.
    const [theme, edits] = await Promise.all([
      readTheme(templates, cache),
      known.refresh(scan.entries, reading),
    ]);
    lap('parse');
    const reused = before && reuse(before, sources, now, edits);
    if (before && reused === before.model && edits.length === 0 && before.theme === theme) {
      state = before;
      return before.loading;
    }
    const measured = (done: number, total: number) => options.progress?.('measure', done, total);
    const { redirects } = inputs;
    const modelled = { root, now, drafts, holdBroken, redirects, progress: measured };
    const entries = once(known.all);
    const model = reused ?? (await modelSite(modelled, config, scan, entries(), cache));
    const planned = once(() => plan(model.site, model.media, theme.assets));
    if (keepsCache && !before) cache.save();
    const loaded: LoadedSite = {
      get outputs() {
        return planned().outputs;
      },
      get shared() {
        return planned().shared;
      },
      site: model.site,
      templates: theme.drawn,
      printed: theme.printed,
      bodies: known.bodies,
      packs: cache.folder,
      keepsCache,
      pool,
      survey,
      close,
      inputs: once(() => fingerprint(sources, entries().hashes, [...model.read])),
      media: () => [...model.read.keys()],
    };
    const problems = [config, theme, scan, known, model].flatMap((stage) => stage.problems);
    const loading = { config, loaded, problems, held: model.held, cache: cache.counts, ms: lap('model') };
    state = { sources, now, theme, model, loading };
    return loading;
  }

  async function close(): Promise<void> {
    await pool.close();
    store?.close();
  }

  return { load, close };
}

/** The last model, with the texts of the edited entries, where that is what modelling anew would give. */
function reuse(
  { sources: before, now: then, model, loading }: State,
  sources: Sources,
  now: number,
  edits: readonly Edit[],
): Model | undefined {
  const { nextBuildAt, early } = model.site;
  const next = Math.min(...[nextBuildAt, ...early.map(({ until }) => until)].filter((at) => at !== null));
  const isSame =
    before.config === sources.config &&
    before.redirects === sources.redirects &&
    before.scan.files === sources.scan.files &&
    before.scan.publicFiles === sources.scan.publicFiles &&
    before.scan.problems === sources.scan.problems &&
    now >= then &&
    now < next;
  if (!isSame || loading.held.length > 0) return undefined;
  if (edits.length === 0) return model;
  const site = replaceTexts(model.site, model.problems, edits);
  return site && { ...model, site };
}

function unusable(config: Config): Loading {
  const cache = { hits: 0, misses: 0, damaged: 0 };
  return { config, problems: config.problems, held: [], cache, ms: { scan: 0, parse: 0, model: 0 } };
}

/** Makes a value when it is asked for: a preview plans what somebody looks at. */
function once<T extends object | string>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function isWithin(folder: string, file: string): boolean {
  return file === folder || file.startsWith(`${folder}${path.sep}`);
}

/** Notes how long each stage took, in ms. */
function laps(): (stage: keyof Loading['ms']) => Loading['ms'] {
  const ms = { scan: 0, parse: 0, model: 0 };
  let started = performance.now();
  return (stage) => {
    ms[stage] = performance.now() - started;
    started = performance.now();
    return ms;
  };
}
