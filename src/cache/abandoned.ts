import { statSync } from 'node:fs';
import path from 'node:path';

/** ms; no build takes longer between making a file under another name and giving it its own */
const HOUR = 3_600_000;

/** Whether a file that was to be renamed was left by a build that was killed; a younger one may be another build's. */
export function isAbandoned(folder: string, name: string): boolean {
  if (!name.endsWith('.new')) return false;
  const stat = statSync(path.join(folder, name), { throwIfNoEntry: false });
  return stat !== undefined && Date.now() - stat.mtimeMs > HOUR;
}
