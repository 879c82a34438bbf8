import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { byCodeUnit } from '../core/order.js';
import { readManifest } from '../publish/manifest.js';
import { type PublishOptions, publishSite } from '../publish-site.js';
import { loadSite, type SiteOptions } from '../site.js';

/**
 * Proves a build on the spot: builds the same site at the same moment into an empty folder without the cache, and
 * compares every byte. Returns the paths that differ; there should be none.
 */
export async function verify(
  options: SiteOptions,
  { out, precompress }: Pick<PublishOptions, 'out' | 'precompress'>,
): Promise<string[]> {
  const { root } = options;
  const clean = path.join(root, '.cache', `verify-${process.pid}-${randomUUID()}`);
  try {
    const { loaded } = await loadSite({ ...options, cache: 'off' });
    if (!loaded) return [];
    await publishSite(root, loaded, { out: clean, precompress: precompress ?? false }).finally(loaded.close);
    const files = ownFiles(clean);
    const differ = [...files].filter((file) => !sameBytes(path.join(clean, file), path.join(out, file)));
    const extra = [...ownFiles(out)].filter((file) => !files.has(file));
    return [...differ, ...extra].sort(byCodeUnit);
  } finally {
    rmSync(clean, { recursive: true, force: true });
  }
}

function ownFiles(out: string): Set<string> {
  return new Set(readManifest(out)?.files.keys());
}

function sameBytes(a: string, b: string): boolean {
  return existsSync(b) && readFileSync(a).equals(readFileSync(b));
}
