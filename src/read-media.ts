/** Hashes the files that are published and measures the pictures among them; a picture once, for its bytes. */
import path from 'node:path';
import type { Cache } from './cache/cache.js';
import { formatSize } from './core/format-time.js';
import { type Problem, problem } from './core/problem.js';
import type { Dimensions, Media, PublishedFile, Site, SourceFile } from './core/types.js';
import { isPicture, probe } from './media/probe.js';
import { hashFile } from './scan/hash-file.js';

/** bytes; a larger file is hard to load on a phone */
const LARGE = 100_000_000;

export async function readMedia(
  root: string,
  site: Site,
  cache: Cache,
): Promise<{ media: Media; problems: Problem[] }> {
  const hashes = new Map<string, string>();
  const dimensions = new Map<string, Dimensions>();
  const problems: Problem[] = [];
  for (const source of site.publicFiles) hash(root, source, hashes, problems);
  for (const file of site.files.values()) {
    const { source, usedAt } = file;
    const key = hash(root, source, hashes, problems);
    if (source.size > LARGE) problems.push(problem('file/large', { size: formatSize(source.size) }, usedAt));
    if (!key || !isPicture(source.file)) continue;
    const found = await measure(root, file, key, cache);
    if (found) dimensions.set(source.file, found);
    else problems.push(problem('image/damaged', { path: source.file }, usedAt));
  }
  return { media: { hashes, dimensions }, problems };
}

/** A file that is listed again and has not changed is the same value. */
const known = new WeakMap<SourceFile, string>();

function hash(
  root: string,
  source: SourceFile,
  hashes: Map<string, string>,
  problems: Problem[],
): string | undefined {
  const found = known.get(source) ?? hashFile(path.join(root, source.disk));
  if (found) known.set(source, found);
  if (found) hashes.set(source.file, found);
  else problems.push(problem('file/changed', {}, { file: source.file }));
  return found;
}

async function measure(
  root: string,
  { source }: PublishedFile,
  hash: string,
  cache: Cache,
): Promise<Dimensions | undefined> {
  const key = `${hash}picture`;
  const known = cache.find(key);
  if (known) return JSON.parse(known.record.toString()) ?? undefined;
  const found = await probe(path.join(root, source.disk));
  cache.put(key, { record: Buffer.from(JSON.stringify(found ?? null)) });
  return found;
}
