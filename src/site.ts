/** THE pipeline. `build`, `check`, `serve` and `list` are callers of the same stages. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync, copyFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { type Config, isUsable, loadConfig } from './config.js';
import { isError, type Problem, problem } from './core/problem.js';
import type { Body, Dimensions, Entry, Kind, Output, Parsed, Scan, Site } from './core/types.js';
import type { SharedView } from './core/views.js';
import { probe } from './media/probe.js';
import { buildSite } from './model/build-site.js';
import { REDIRECTS_FILE } from './model/redirects.js';
import { parseEntry } from './parse/parse-entry.js';
import { plan } from './plan/plan.js';
import { type Changes, compare, diskSizes, type Planned } from './publish/changes.js';
import { readManifest } from './publish/manifest.js';
import { publish } from './publish/publish.js';
import { checkTemplates } from './render/check-templates.js';
import { drawingKeys } from './render/keys.js';
import { loadTemplates, type TemplateFiles } from './render/load-templates.js';
import { renderer } from './render/render.js';
import { scan } from './scan/scan.js';
import { VERSION } from './version.js';

export interface SiteOptions {
  /** Absolute path of the site's folder. */
  readonly root: string;
  /** ms since 1970, read once by the caller. */
  readonly now: number;
  readonly baseUrl?: string | undefined;
  readonly drafts?: boolean;
  /** Publish the rest when entries have errors. */
  readonly holdBroken?: boolean;
}

/** A site that is ready to be drawn. */
export interface LoadedSite {
  readonly site: Site;
  readonly outputs: readonly Output[];
  readonly shared: SharedView;
  readonly templates: TemplateFiles;
  readonly bodies: (hash: string) => Body;
}

export interface Loading {
  readonly config: Config;
  /** Absent when the settings are wrong: nothing further was read. */
  readonly loaded?: LoadedSite;
  readonly problems: readonly Problem[];
  /** Entries that errors keep from the site, when `holdBroken` is set. */
  readonly held: readonly string[];
  readonly ms: Readonly<Record<'scan' | 'parse' | 'model', number>>;
}

/** Scans, parses, models and plans. Draws nothing and writes nothing. */
export async function loadSite(options: SiteOptions): Promise<Loading> {
  const { root } = options;
  const config = loadConfig(root, options.baseUrl ? { baseUrl: options.baseUrl } : {});
  if (!isUsable(config))
    return { config, problems: config.problems, held: [], ms: { scan: 0, parse: 0, model: 0 } };
  const t0 = performance.now();
  const templates = loadTemplates(root, config.themeFolder);
  const scanned = await scan(root);
  const t1 = performance.now();
  const {
    parsed,
    broken,
    bodies,
    problems: parseProblems,
  } = parseAll(root, scanned, config.settings.timezone);
  const t2 = performance.now();
  const early = [...config.problems, ...checkTemplates(templates), ...scanned.problems, ...parseProblems];
  const model = await modelSite(options, config, scanned, parsed, broken);
  const { outputs, shared } = plan(model.site, model.dimensions, templates.assets);
  const t3 = performance.now();
  return {
    config,
    loaded: { site: model.site, outputs, shared, templates, bodies },
    problems: [...early, ...model.problems],
    held: model.held,
    ms: { scan: t1 - t0, parse: t2 - t1, model: t3 - t2 },
  };
}

type ParsedFile = { readonly file: string; readonly parsed: Parsed };

function parseAll(root: string, scanned: Scan, zone: string) {
  const parsed: ParsedFile[] = [];
  const broken: string[] = [];
  const problems: Problem[] = [];
  const bodies = new Map<string, Body>();
  for (const { file, disk } of scanned.entries) {
    const result = parseEntry(readFileSync(path.join(root, disk)), { kind: kindOf(file), zone });
    problems.push(...result.problems.map((p) => ({ ...p, file })));
    if (result.parsed && result.body) {
      parsed.push({ file, parsed: result.parsed });
      bodies.set(result.parsed.body.hash, result.body);
    } else broken.push(file);
  }
  const body = (hash: string) => bodies.get(hash) ?? { chunks: [''], text: '' };
  return { parsed, broken, problems, bodies: body };
}

const FOLDER_KINDS: Readonly<Record<string, Kind>> = {
  'van-ban': 'document',
  'tham-do': 'poll',
  trang: 'page',
};

/** The first folder under `content/` decides the kind; a file right under it is an article. */
function kindOf(file: string): Kind {
  const [, folder = '', inside] = file.split('/');
  return (inside !== undefined && FOLDER_KINDS[folder]) || 'article';
}

interface Model {
  readonly site: Site;
  readonly dimensions: ReadonlyMap<string, Dimensions>;
  readonly problems: readonly Problem[];
  readonly held: readonly string[];
}

/**
 * Models the site; with `holdBroken`, again without the entries that had errors, until the rest has none:
 * an entry that is held may be what others point at.
 */
async function modelSite(
  options: SiteOptions,
  config: Config,
  scanned: Scan,
  parsed: readonly ParsedFile[],
  broken: readonly string[],
): Promise<Model> {
  const redirectsFile = path.join(options.root, REDIRECTS_FILE);
  const redirects = existsSync(redirectsFile) ? readFileSync(redirectsFile, 'utf8') : undefined;
  const { settings } = config;
  const clock = { now: options.now, zone: settings.timezone, drafts: options.drafts ?? false };
  const held = new Set(broken);
  const told: Problem[] = [];
  for (;;) {
    const rest = parsed.filter(({ file }) => !held.has(file));
    const { site, problems } = buildSite({
      parsed: rest,
      broken: [...held],
      scan: scanned,
      settings,
      clock,
      redirects,
    });
    const media = await probe(options.root, site.files);
    const all = [...problems, ...media.problems];
    const fresh = options.holdBroken
      ? rest.filter(({ file }) => all.some((p) => p.file === file && isError(p)))
      : [];
    if (fresh.length === 0)
      return { site, dimensions: media.dimensions, problems: [...told, ...all], held: [...held] };
    for (const { file } of fresh) held.add(file);
    told.push(...all.filter((p) => fresh.some(({ file }) => p.file === file) && isError(p)));
  }
}

export interface PublishOptions {
  /** Absolute path of the output folder. */
  readonly out: string;
  readonly force?: boolean;
}

export type Published =
  | {
      readonly changes: Changes<Planned>;
      readonly problems: readonly Problem[];
      readonly ms: Readonly<Record<'render' | 'publish', number>>;
    }
  | { readonly refused: Problem };

/** Draws what changed and publishes it. */
export async function publishSite(root: string, loaded: LoadedSite, options: PublishOptions): Promise<Published> {
  const { out } = options;
  const known = readManifest(out);
  if (!known && !options.force)
    return { refused: problem('output/not-ours', { folder: path.relative(root, out) || '.' }) };
  const manifest = known ?? { files: new Map(), addresses: new Map() };
  const started = performance.now();
  const draw = renderer(loaded.templates, loaded.shared, loaded.bodies);
  const planned = withKeys(root, loaded);
  const changes = compare(planned, manifest, diskSizes(out));
  const addresses = pageAddresses(loaded.site);
  const keyed = performance.now();
  publish(out, manifest, changes, addresses, ({ output }, target) => {
    const { recipe } = output;
    if (recipe.type === 'copy') {
      copyFileSync(path.join(root, recipe.source.disk), target);
      return statSync(target).size;
    }
    const bytes =
      recipe.type === 'bytes'
        ? recipe.bytes
        : Buffer.from(recipe.type === 'text' ? recipe.text() : draw(recipe.template, recipe.draw()));
    writeFileSync(target, bytes);
    return bytes.byteLength;
  });
  const problems = movedEntries(manifest.addresses, addresses, loaded);
  return { changes, problems, ms: { render: keyed - started, publish: performance.now() - keyed } };
}

function withKeys(root: string, loaded: LoadedSite): (Planned & { output: Output })[] {
  const drawingKey = drawingKeys(loaded.templates, loaded.shared, VERSION);
  return loaded.outputs.map((output) => {
    const { recipe, path: file } = output;
    switch (recipe.type) {
      case 'template':
        return { path: file, key: drawingKey(recipe.template, recipe.draw()), output };
      case 'text':
        return { path: file, key: sha(recipe.text()), output };
      case 'bytes':
        return { path: file, key: sha(recipe.bytes), output };
      case 'copy':
        return { path: file, key: sha(readFileSync(path.join(root, recipe.source.disk))), output };
    }
  });
}

function sha(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('base64url').slice(0, 22);
}

function pageAddresses(site: Site): Map<string, string> {
  const entries: Entry[] = [...site.articles, ...site.documents, ...site.polls, ...site.pages];
  return new Map(entries.map(({ file, address }) => [file, address]));
}

/** Entries whose address is another one than at the last build, and which leave nothing at the old one. */
function movedEntries(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  loaded: LoadedSite,
): Problem[] {
  const paths = new Set(loaded.outputs.map((output) => output.path));
  return [...after].flatMap(([file, address]) => {
    const old = before.get(file);
    if (!old || old === address || paths.has(`${old.slice(1)}index.html`)) return [];
    const where = { file, place: { line: 1, column: 1, length: 3 } };
    return [problem('entry/moved', { before: old, after: address }, where)];
  });
}
