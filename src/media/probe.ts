import path from 'node:path';
import { formatSize } from '../core/format-time.js';
import { type Problem, problem } from '../core/problem.js';
import type { Dimensions, PublishedFile } from '../core/types.js';

/** bytes; a larger file is hard to load on a phone */
const LARGE = 100_000_000;
const PICTURE = /\.(?:jpe?g|png|gif|webp|avif|svg)$/i;

export function isPicture(file: string): boolean {
  return PICTURE.test(file);
}

/** Width and height of each picture among `files`, right side up. A picture that cannot be read is a problem of its own. */
export async function probe(
  root: string,
  files: ReadonlyMap<string, PublishedFile>,
): Promise<{ dimensions: Map<string, Dimensions>; problems: Problem[] }> {
  const dimensions = new Map<string, Dimensions>();
  const problems: Problem[] = [];
  for (const { source, usedAt } of files.values()) {
    if (source.size > LARGE) problems.push(problem('file/large', { size: formatSize(source.size) }, usedAt));
  }
  const pictures = [...files.values()].filter(({ source }) => isPicture(source.file));
  if (pictures.length === 0) return { dimensions, problems };
  const { default: sharp } = await import('sharp');
  for (const { source, usedAt } of pictures) {
    try {
      const { autoOrient } = await sharp(path.join(root, source.disk)).metadata();
      dimensions.set(source.file, { width: autoOrient.width, height: autoOrient.height });
    } catch {
      problems.push(problem('image/damaged', { path: source.file }, usedAt));
    }
  }
  return { dimensions, problems };
}
