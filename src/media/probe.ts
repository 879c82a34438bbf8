import type { PictureFacts } from '../core/types.js';
import { MOST_PIXELS, openHeader, openToCheck } from './sharp.js';

const PICTURE = /\.(?:jpe?g|jfif|png|gif|webp|avif|svg)$/i;

export function isPicture(file: string): boolean {
  return PICTURE.test(file);
}

export type Probed =
  | PictureFacts
  | { readonly fault: 'damaged' }
  | { readonly fault: 'enormous'; readonly width: number; readonly height: number };

/** Measures a picture as it is seen, right side up, and decodes it once, so that one that is cut off is found out here. */
export async function probe(file: string): Promise<Probed> {
  try {
    const { autoOrient, format, hasAlpha, pages = 1 } = await (await openHeader(file)).metadata();
    const { width, height } = autoOrient;
    // An SVG is never decoded: its size is what it says, and browsers draw it.
    if (format === 'svg') return { width, height, fallback: null };
    if (width * height > MOST_PIXELS) return { fault: 'enormous', width, height };
    const isSeenThrough = await decode(file, hasAlpha);
    if (format === 'gif' || pages > 1) return { width, height, fallback: null };
    return { width, height, fallback: isSeenThrough ? 'png' : 'jpeg' };
  } catch {
    return { fault: 'damaged' };
  }
}

/** pixels; decoding to so few is the quickest way to read all of a picture */
const THUMBNAIL = 64;

/** Whether any part of the picture lets the ground through. */
async function decode(file: string, hasAlpha: boolean): Promise<boolean> {
  const small = (await openToCheck(file)).resize({ width: THUMBNAIL, withoutEnlargement: true });
  const { data, info } = await small.raw().toBuffer({ resolveWithObject: true });
  if (!hasAlpha) return false;
  for (let i = info.channels - 1; i < data.length; i += info.channels)
    if ((data[i] ?? 255) < 255) return true;
  return false;
}
