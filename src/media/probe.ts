import type { Dimensions } from '../core/types.js';

const PICTURE = /\.(?:jpe?g|png|gif|webp|avif|svg)$/i;

export function isPicture(file: string): boolean {
  return PICTURE.test(file);
}

/** Width and height of a picture as it is seen, right side up; undefined when it is damaged or no picture. */
export async function probe(file: string): Promise<Dimensions | undefined> {
  const { default: sharp } = await import('sharp');
  // Its memory goes by file names, and would answer for the picture that had this name before.
  sharp.cache(false);
  try {
    const { autoOrient } = await sharp(file).metadata();
    return { width: autoOrient.width, height: autoOrient.height };
  } catch {
    return undefined;
  }
}
