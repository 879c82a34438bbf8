/** A look at the output ahead of time, on a thread, while the site is being loaded. */
import { sizeOnDisk } from './changes.js';
import { manifestStamp, readManifest } from './manifest.js';

/** Files that are not there, or not of the size, as a manifest has them. */
export interface Survey {
  /** Which manifest: another one has another stamp. */
  readonly stamp: string;
  readonly strays: readonly string[];
}

export function survey(out: string): Survey {
  const stamp = manifestStamp(out);
  const strays: string[] = [];
  for (const [file, { size }] of readManifest(out)?.files ?? [])
    if (sizeOnDisk(`${out}/${file}`) !== size) strays.push(file);
  return { stamp, strays };
}
