import type { PictureFormat } from '../core/types.js';
import { openPixels, openToDraw, type Pixels, sharpVersion } from './sharp.js';

export interface Variant {
  readonly width: number;
  readonly format: PictureFormat;
}

/** Of 100: where photographs of people and text on banners are free of blots. */
const QUALITY = { jpeg: 80, webp: 75 } as const;
/** Of 6: a level more takes twice the time for 4 % fewer bytes. */
const WEBP_EFFORT = 2;

/** All that the bytes of a variant depend on beside the picture and the variant. */
export function drawingVersion(): string {
  return JSON.stringify([sharpVersion(), QUALITY, WEBP_EFFORT]);
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
  const sizes = new Map<number, Pixels>([[base, decoded]]);
  const drawn: Buffer[] = [];
  for (const { width, format } of variants) {
    let sized = sizes.get(width);
    if (!sized) {
      sized = await pixels((await openPixels(decoded)).resize({ width }));
      sizes.set(width, sized);
    }
    drawn.push(await encode(sized, format));
  }
  return drawn;
}

async function pixels(picture: Awaited<ReturnType<typeof openToDraw>>): Promise<Pixels> {
  return picture.raw().toBuffer({ resolveWithObject: true });
}

async function encode(decoded: Pixels, format: PictureFormat): Promise<Buffer> {
  const picture = await openPixels(decoded);
  if (format === 'webp') return picture.webp({ quality: QUALITY.webp, effort: WEBP_EFFORT }).toBuffer();
  if (format === 'png') return picture.png({ compressionLevel: 9 }).toBuffer();
  return picture
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: QUALITY.jpeg, progressive: true })
    .toBuffer();
}
