import type { PictureFormat } from '../core/types.js';
import { openPixels, openToDraw, type Pixels, sharpVersion } from './sharp.js';

export interface Variant {
  readonly width: number;
  readonly format: PictureFormat;
}

/**
 * Quality is of 100: where photographs of people and text on banners are free of blots. Effort is of 6: a level more takes
 * twice the time for 4 % fewer bytes. A progressive JPEG takes twice the time for 0.5 %.
 */
const WEBP = { quality: 75, effort: 2 };
const JPEG = { quality: 80 };

/** All that the bytes of a variant depend on beside the picture and the variant. */
export function drawingVersion(): string {
  return JSON.stringify([sharpVersion(), WEBP, JPEG]);
}

/**
 * Variants of one picture, right side up and without what a camera writes into it (the place, for one).
 * It is decoded once, to `base` pixels wide; the variants are made from that, so that they
 * are the same whichever of them are asked for. Expects that it was found whole.
 */
export async function drawPicture(
  picture: Buffer,
  base: number,
  variants: readonly Variant[],
): Promise<Buffer[]> {
  const decoded = await pixels((await openToDraw(picture)).autoOrient().resize({ width: base }));
  const sizes = new Map<number, Promise<Pixels>>([[base, Promise.resolve(decoded)]]);
  const sized = (width: number): Promise<Pixels> => {
    const made = sizes.get(width) ?? openPixels(decoded).then((opened) => pixels(opened.resize({ width })));
    sizes.set(width, made);
    return made;
  };
  return Promise.all(variants.map(async ({ width, format }) => encode(await sized(width), format)));
}

async function pixels(picture: Awaited<ReturnType<typeof openToDraw>>): Promise<Pixels> {
  return picture.raw().toBuffer({ resolveWithObject: true });
}

async function encode(decoded: Pixels, format: PictureFormat): Promise<Buffer> {
  const picture = await openPixels(decoded);
  if (format === 'webp') return picture.webp(WEBP).toBuffer();
  if (format === 'png') return picture.png({ compressionLevel: 9 }).toBuffer();
  return picture.flatten({ background: '#ffffff' }).jpeg(JPEG).toBuffer();
}
