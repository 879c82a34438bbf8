/** The one place that knows sharp. It is loaded with the first picture, for a site may have none. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Sharp } from 'sharp';

/** Pixels. What a picture takes in memory grows with them; at this size it is some 400 MB. */
export const MOST_PIXELS = 100_000_000;

async function load() {
  const { default: sharp } = await import('sharp');
  // Its memory goes by file names, and would answer for the picture that had this name before.
  sharp.cache(false);
  // One thread a picture: several pictures are drawn at once.
  sharp.concurrency(1);
  return sharp;
}

/** Opens a picture to find out whether it is whole. */
export async function openToCheck(file: string): Promise<Sharp> {
  return (await load())(file, { failOn: 'error', limitInputPixels: MOST_PIXELS });
}

/** Opens a picture that was found whole. Checked at another size, a last byte may be missing: that stops no build. */
export async function openToDraw(picture: Buffer): Promise<Sharp> {
  return (await load())(picture, { failOn: 'none', limitInputPixels: MOST_PIXELS });
}

/** Opens a picture to read what it says of itself, whatever its size. */
export async function openHeader(file: string): Promise<Sharp> {
  return (await load())(file, { limitInputPixels: false });
}

export async function openPixels(pixels: Pixels): Promise<Sharp> {
  return (await load())(pixels.data, { raw: pixels.info });
}

/** A picture decoded. */
export interface Pixels {
  readonly data: Buffer;
  readonly info: { readonly width: number; readonly height: number; readonly channels: 1 | 2 | 3 | 4 };
}

/** Another version may give other bytes. Read from its manifest, for the library itself takes long to load. */
export function sharpVersion(): string {
  let folder = path.dirname(fileURLToPath(import.meta.resolve('sharp')));
  while (path.basename(folder) !== 'sharp') folder = path.dirname(folder);
  return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')).version;
}
