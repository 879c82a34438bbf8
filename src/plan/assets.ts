import path from 'node:path';
import { hashBytes } from '../core/hash.js';
import { byCodeUnit } from '../core/order.js';
import { readableColour } from '../core/readable-colour.js';
import type { Output, Site } from '../core/types.js';

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

/** What the theme's accent is text on, and ground of: the two grounds of a page, and the colour of text on it. */
const LIGHT = ['#ffffff', '#f6f4f1'];
const DARK = ['#141417', '#1c1c21', '#1a1a1e'];

/** The one colour of `site.yaml`, as a style sheet behind the theme's. On paper the theme's own colour stands. */
function withAccent(site: Site, assets: readonly Asset[]): readonly Asset[] {
  const accent = site.settings.theme?.accent;
  if (!accent) return assets;
  const rule = (media: string, grounds: readonly string[]) =>
    `@media ${media} {\n  :root {\n    --accent: ${readableColour(accent, grounds)};\n  }\n}\n`;
  const css = rule('screen', LIGHT) + rule('screen and (prefers-color-scheme: dark)', DARK);
  return [...assets, { name: 'zz-accent.css', bytes: new TextEncoder().encode(css) }];
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
