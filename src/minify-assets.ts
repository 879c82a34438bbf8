/** The theme's styles and scripts made smaller, and put into words that Chrome 80 knows; remembered by their bytes. */
import type { Message } from 'esbuild';
import type { Cache } from './cache/cache.js';
import { hashBytes } from './core/hash.js';
import { type Problem, problem } from './core/problem.js';
import type { Asset } from './plan/assets.js';

const LOADERS: Readonly<Record<string, 'css' | 'js'>> = { '.css': 'css', '.js': 'js' };
/** The oldest browser for which the theme is made. */
const TARGET = 'chrome80';

interface Minified {
  /** Absent when the syntax is wrong beyond reading: then the file stays as it is. */
  readonly text?: string | undefined;
  readonly problems: readonly Problem[];
}

export async function minifyAssets(
  assets: readonly Asset[],
  cache: Cache,
): Promise<{ assets: Asset[]; problems: Problem[] }> {
  const problems: Problem[] = [];
  const made: Asset[] = [];
  for (const asset of assets) {
    const loader = LOADERS[/\.\w+$/.exec(asset.name)?.[0] ?? ''];
    if (!loader) {
      made.push(asset);
      continue;
    }
    const file = `templates/assets/${asset.name}`;
    const { text, problems: own } = await remembered(asset, loader, cache);
    problems.push(...own.map((p) => ({ ...p, file })));
    made.push(text === undefined ? asset : { name: asset.name, bytes: new TextEncoder().encode(text) });
  }
  return { assets: made, problems };
}

async function remembered({ bytes }: Asset, loader: 'css' | 'js', cache: Cache): Promise<Minified> {
  const key = `${hashBytes(bytes)}${loader}`;
  const known = cache.find(key);
  if (known) return JSON.parse(known.record);
  const made = await minify(bytes, loader);
  cache.put(key, JSON.stringify(made));
  return made;
}

async function minify(bytes: Uint8Array, loader: 'css' | 'js'): Promise<Minified> {
  const { transform } = await import('esbuild');
  try {
    const { code, warnings } = await transform(bytes, {
      loader,
      minify: true,
      target: TARGET,
      charset: 'utf8',
      logLevel: 'silent',
    });
    return { text: code, problems: warnings.map(toProblem) };
  } catch (error) {
    const { errors = [] } = error as { errors?: Message[] };
    if (errors.length === 0) throw error;
    return { problems: errors.map(toProblem) };
  }
}

function toProblem({ text, location }: Message): Problem {
  const { line = 1, column = 0, length = 1, lineText = '' } = location ?? {};
  // esbuild counts bytes.
  const written = Buffer.from(lineText);
  const units = (from: number, to: number) => written.toString('utf8', from, to).length;
  const place = { line, column: units(0, column) + 1, length: Math.max(1, units(column, column + length)) };
  return problem('template/asset-syntax', { detail: text }, { place });
}
