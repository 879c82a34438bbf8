import path from 'node:path';
import type { TestContext } from 'node:test';
import type { Problem } from '../../src/core/problem.js';
import type { Site } from '../../src/core/types.js';
import { publishSite } from '../../src/publish-site.js';
import { inOrder, sources } from '../../src/report/sources.js';
import { type LoadedSite, loadSite, type SiteOptions } from '../../src/site.js';
import { type Files, readTree, testDir } from './site.js';

/** The moment of a test's build unless it says otherwise: some days after the moment of `article()`. */
export const NOW = Date.parse('2024-06-01T08:00:00+07:00');

export type BuildOptions = Partial<Omit<SiteOptions, 'root'>> & {
  readonly force?: boolean;
  readonly out?: string;
};

export interface Loaded {
  readonly root: string;
  readonly loaded: LoadedSite;
  readonly site: Site;
  /** `content/tin-tuc/a.md:3:8 link/missing`, in the order of the report. */
  readonly told: readonly string[];
  readonly problems: readonly Problem[];
}

export interface Built extends Loaded {
  readonly dist: ReadonlyMap<string, Buffer>;
  /** The text of one file of the output, by its address. */
  readonly page: (address: string) => string;
}

/** Loads a site made of these files. */
export function load(
  t: Pick<TestContext, 'after'>,
  files: Files,
  options: BuildOptions = {},
): Promise<Loaded> {
  return loadIn(testDir(t, files), options);
}

/** Loads and publishes a site made of these files; errors do not stop it, for the command line decides that. */
export function build(
  t: Pick<TestContext, 'after'>,
  files: Files,
  options: BuildOptions = {},
): Promise<Built> {
  return buildIn(testDir(t, files), options);
}

export async function loadIn(root: string, options: BuildOptions = {}): Promise<Loaded> {
  const { now = NOW, force: _, out: __, ...rest } = options;
  // One job: no threads, which take longer to start than a small site takes to build.
  const loading = await loadSite({ root, now, jobs: 1, ...rest });
  const told = placed(root, loading.problems);
  if (!loading.loaded) throw new Error(`the settings are wrong: ${told.join('; ')}`);
  return { root, loaded: loading.loaded, site: loading.loaded.site, told, problems: loading.problems };
}

export async function buildIn(root: string, options: BuildOptions = {}): Promise<Built> {
  const result = await loadIn(root, options);
  const out = path.join(root, options.out ?? 'dist');
  const published = await publishSite(root, result.loaded, { out, force: options.force ?? false });
  await result.loaded.close();
  if ('refused' in published) throw new Error(`refused: ${published.refused.code}`);
  const told = [...result.told, ...placed(root, published.problems)];
  const dist = readTree(out);
  return { ...result, told, dist, page: (address) => pageAt(dist, address) };
}

export function pageAt(dist: ReadonlyMap<string, Buffer>, address: string): string {
  const file = address.replace(/^\//, '').replace(/(^|\/)$/, '$1index.html');
  const bytes = dist.get(file);
  if (!bytes) throw new Error(`there is no ${file} among ${[...dist.keys()].join(', ')}`);
  return bytes.toString();
}

function placed(root: string, problems: readonly Problem[]): string[] {
  const look = sources(root);
  return inOrder(problems.map(look.place)).map(({ code, file, place }) =>
    file ? `${file}:${place?.line ?? 0}:${place?.column ?? 0} ${code}` : code,
  );
}
