import path from 'node:path';
import { hashBytes } from '../core/hash.js';
import { byCodeUnit } from '../core/order.js';
import type { Output, Site } from '../core/types.js';
import { accentSheet } from './accent.js';

/** A file of `templates/assets/`. */
export interface Asset {
  /** its path under `assets/`, with `/` */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface PlannedAssets {
  readonly outputs: readonly Output[];
  /** Addresses, in the order in which pages load them. */
  readonly stylesheets: readonly string[];
  readonly scripts: readonly string[];
}

/**
 * Styles and scripts get names with their hash, so that they can be kept for ever; `main` comes first, the
 * others by name. Everything else (fonts, pictures of the theme) keeps its name, for styles refer to it.
 */
export function planAssets(site: Site, assets: readonly Asset[]): PlannedAssets {
  const sorted = [...withAccent(site, assets)].sort(
    (a, b) => rank(a) - rank(b) || byCodeUnit(a.name, b.name),
  );
  const planned = sorted.map(({ name, bytes }) => ({ name, bytes, address: addressOf(name, bytes) }));
  const ending = (ext: string) =>
    planned.filter(({ name }) => name.endsWith(ext)).map(({ address }) => address);
  return {
    outputs: planned.map(({ name, bytes, address }) => ({
      path: address.slice(1),
      origin: `templates/assets/${name}`,
      recipe: { type: 'bytes', bytes },
    })),
    stylesheets: ending('.css'),
    scripts: ending('.js'),
  };
}

/** The one colour of `site.yaml`, as a style sheet behind the theme's. */
function withAccent(site: Site, assets: readonly Asset[]): readonly Asset[] {
  const accent = site.settings.theme?.accent;
  if (!accent) return assets;
  return [...assets, { name: 'zz-accent.css', bytes: new TextEncoder().encode(accentSheet(accent)) }];
}

function rank({ name }: Asset): number {
  return /^main\./.test(name) ? 0 : 1;
}

function addressOf(name: string, bytes: Uint8Array): string {
  const { dir, name: base, ext } = path.posix.parse(name);
  const isHashed = ext === '.css' || ext === '.js';
  const file = isHashed ? `${base}.${hashBytes(bytes).slice(0, 10)}${ext}` : `${base}${ext}`;
  return `/assets/${dir ? `${dir}/` : ''}${file}`;
}
