/** `site.yaml` → the complete settings. The only file that knows the defaults. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { isError, type Problem, problem } from './core/problem.js';
import type { Reading } from './core/schema.js';
import { isZone } from './core/time.js';
import type { Settings, SiteConfig } from './core/types.js';
import { withPlace } from './core/with-place.js';
import { decode } from './parse/decode.js';
import { readWords } from './read-words.js';
import { readYamlMap } from './read-yaml-map.js';
import { settingsSchema } from './settings-schema.js';

export const CONFIG_FILE = 'site.yaml';
const DEFAULT_ZONE = 'Asia/Ho_Chi_Minh';
/** pixels: a phone, a phone with a fine screen or a column of text, the same with a fine screen, a large screen */
const DEFAULT_WIDTHS = [480, 800, 1200, 1600];

export interface Config {
  readonly settings: Settings;
  /** Absolute path of a shared templates folder, when `theme.from` names one. */
  readonly themeFolder?: string | undefined;
  readonly problems: readonly Problem[];
}

/** Reads `site.yaml` in `root`, and what it extends. `baseUrl` overrides the file's (for a branch's preview). */
export function loadConfig(root: string, overrides: Pick<SiteConfig, 'baseUrl'> = {}): Config {
  const own = readConfig(root, CONFIG_FILE, []);
  const merged = { ...own.config, ...(overrides.baseUrl && { baseUrl: overrides.baseUrl }) };
  const themeFolder = merged.theme?.from;
  const completed = complete(merged);
  const { words, problems: wordProblems } = readWords(root, completed.lang, themeFolder);
  const settings = { ...completed, words };
  const problems = [...own.problems, ...wordProblems, ...checkEndpoint(settings), ...checkBanner(settings)];
  return { settings, themeFolder, problems: problems.map((p) => placed(root, p)) };
}

/** Whether the program may go on: wrong settings stop it before any content is looked at. */
export function isUsable(config: Config): boolean {
  return !config.problems.some(isError);
}

function readConfig(
  root: string,
  file: string,
  chain: readonly string[],
): { config: SiteConfig; problems: Problem[] } {
  const absolute = path.resolve(root, file);
  if (!existsSync(absolute)) return { config: {}, problems: file === CONFIG_FILE ? otherName(root) : [] };
  const { raw, problems: faults } = readYamlMap(absolute);
  const own = (p: Problem): Problem => ({ ...p, file });
  if (!raw) return { config: {}, problems: faults.map(own) };
  const zone = typeof raw.timezone === 'string' && isZone(raw.timezone) ? raw.timezone : DEFAULT_ZONE;
  const reading: Reading = { area: 'settings', zone, problems: [] };
  const config = withTheme(
    settingsSchema.read(raw, [], reading) ?? {},
    path.dirname(absolute),
    reading.problems,
  );
  const problems = [...faults, ...reading.problems].map(own);
  if (!config.extends) return { config, problems };
  const base = readBase(root, file, config.extends, [...chain, absolute]);
  return { config: merge(base.config, config), problems: [...problems, ...base.problems] };
}

/** Settings under a name that is not read. */
function otherName(root: string): Problem[] {
  const name = readdirSync(root).find((file) => /^site\.ya?ml$/i.test(file));
  if (name === undefined) return [];
  const where = { file: name, place: { line: 1, column: 1, length: 1 } };
  return [problem('file/other-name', { name, right: CONFIG_FILE }, where)];
}

/** `theme.from` counts from the file that says it: made absolute, or told and dropped. */
function withTheme(config: SiteConfig, folder: string, problems: Problem[]): SiteConfig {
  const { from, ...theme } = config.theme ?? {};
  if (from === undefined) return config;
  const found = resolveShared(folder, from, 'templates');
  if (!found) problems.push(problem('settings/bad-theme', { value: from }, { field: ['theme', 'from'] }));
  return { ...config, theme: { ...theme, ...(found && { from: found }) } };
}

function readBase(
  root: string,
  file: string,
  value: string,
  chain: readonly string[],
): { config: SiteConfig; problems: Problem[] } {
  const bad = (reason: string) => ({
    config: {},
    problems: [problem('settings/bad-extends', { value, reason }, { file, field: ['extends'] })],
  });
  const found = resolveShared(path.dirname(path.resolve(root, file)), value, CONFIG_FILE);
  if (!found) return bad('?');
  if (chain.includes(found)) return bad('↻');
  return readConfig(root, path.relative(root, found).split(path.sep).join('/'), chain);
}

/** A path from `folder`, or `what` in an npm package that is installed for it. */
function resolveShared(folder: string, value: string, what: string): string | undefined {
  const isFolder = what === 'templates';
  const fits = (file: string) => statSync(file, { throwIfNoEntry: false })?.isDirectory() === isFolder;
  const direct = path.resolve(folder, value);
  if (fits(direct)) return direct;
  try {
    const manifest = createRequire(path.join(folder, 'site.yaml')).resolve(`${value}/package.json`);
    const inside = path.join(path.dirname(manifest), what);
    return fits(inside) ? inside : undefined;
  } catch {
    return undefined;
  }
}

/** The site's own keys win; within a group (`organisation`, `home` …) key by key. */
function merge(base: SiteConfig, own: SiteConfig): SiteConfig {
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(own)) {
    const below = merged[key];
    const isGroup = (v: unknown) => typeof v === 'object' && v !== null && !Array.isArray(v);
    merged[key] = isGroup(below) && isGroup(value) ? { ...(below as object), ...(value as object) } : value;
  }
  return merged;
}

export function complete(config: SiteConfig): Omit<Settings, 'words'> {
  const basePath = config.baseUrl ? new URL(config.baseUrl).pathname.replace(/\/+$/, '') : '';
  return {
    ...config,
    title: config.title ?? config.organisation?.name ?? 'Trang tin',
    organisation: config.organisation ?? {},
    lang: config.lang ?? 'vi',
    timezone: config.timezone ?? DEFAULT_ZONE,
    menu: config.menu ?? [],
    categories: config.categories ?? [],
    home: {
      featured: config.home?.featured ?? 4,
      perCategory: config.home?.perCategory ?? 5,
      categories: config.home?.categories ?? [],
    },
    pageSize: config.pageSize ?? 20,
    others: config.others ?? 10,
    permalinks: { article: config.permalinks?.article ?? '/:category/:year/:slug/' },
    links: config.links ?? [],
    images: { widths: pictureWidths(config.images?.widths ?? []) },
    basePath,
  };
}

function pictureWidths(written: readonly number[]): readonly number[] {
  return written.length > 0 ? [...new Set(written)].sort((a, b) => a - b) : DEFAULT_WIDTHS;
}

function checkBanner({ banner }: Settings): Problem[] {
  if (!banner?.from || !banner.until || banner.from.at <= banner.until.at) return [];
  const where = { file: CONFIG_FILE, field: ['banner', 'until'] };
  return [problem('entry/ends-before-it-begins', { begin: 'from', end: 'until' }, where)];
}

/** Browsers block the vote's cookie when the endpoint is on another site. */
function checkEndpoint(settings: Settings): Problem[] {
  const value = settings.polls?.endpoint;
  if (!value || value.startsWith('/')) return [];
  const host = new URL(value).hostname;
  const site = settings.baseUrl ? new URL(settings.baseUrl).hostname : '';
  const bare = site.replace(/^www\./, '');
  if (bare && (host === bare || host.endsWith(`.${bare}`))) return [];
  return [
    problem(
      'settings/foreign-endpoint',
      { value, site: site || 'baseUrl' },
      { file: CONFIG_FILE, field: ['polls', 'endpoint'] },
    ),
  ];
}

function placed(root: string, p: Problem): Problem {
  if (p.place || !p.file) return p;
  const decoded = decode(readFileSync(path.resolve(root, p.file)));
  return 'text' in decoded ? withPlace(p, decoded.text, 0) : p;
}
