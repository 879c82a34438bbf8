/** Hashes the files that are published and measures the pictures among them. */
import path from 'node:path';
import type { Cache } from './cache/cache.js';
import { formatSize } from './core/format-time.js';
import { type Problem, problem } from './core/problem.js';
import type { Media, PictureFacts, PublishedFile, Site, SourceFile } from './core/types.js';
import { isPicture, type Probed, probe } from './media/probe.js';
import { hashFile } from './scan/hash-file.js';
import { eachBatch } from './workers/batches.js';

/** bytes; a larger file is hard to load on a phone */
const LARGE = 100_000_000;
/** pixels; a larger picture is a poster's scan, and takes seconds to draw */
const LARGE_PICTURE = 40_000_000;
/** Pictures that are decoded at once, each on a thread of its own. */
const AT_ONCE = 4;

export async function readMedia(
  root: string,
  site: Site,
  cache: Cache,
  progress: (done: number, total: number) => void,
): Promise<{ media: Media; problems: Problem[] }> {
  const hashes = new Map<string, string>();
  const problems: Problem[] = [];
  for (const source of site.publicFiles) hash(root, source, hashes, problems);
  const shown: PublishedFile[] = [];
  for (const file of site.files.values()) {
    const { source, usedAt } = file;
    const key = hash(root, source, hashes, problems);
    if (source.size > LARGE) problems.push(problem('file/large', { size: formatSize(source.size) }, usedAt));
    if (!key || !file.uses.has('shown')) continue;
    if (isPicture(source.file)) shown.push(file);
    else problems.push(problem('image/format', { path: source.file }, usedAt));
  }
  const probed = await probeAll(root, shown, hashes, cache, progress);
  const pictures = new Map<string, PictureFacts>();
  for (const { source, usedAt } of shown) {
    const found = probed.get(source.file);
    if (found && !('fault' in found)) pictures.set(source.file, found);
    const p = found && whatIsWrong(source.file, found);
    if (p) problems.push({ ...p, ...usedAt });
  }
  return { media: { hashes, pictures }, problems };
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

/** What is known of each picture, by its file; a picture is decoded once, for its bytes. */
async function probeAll(
  root: string,
  files: readonly PublishedFile[],
  hashes: ReadonlyMap<string, string>,
  cache: Cache,
  progress: (done: number, total: number) => void,
): Promise<Map<string, Probed>> {
  const probed = new Map<string, Probed>();
  const unknown: { source: SourceFile; key: string }[] = [];
  for (const { source } of files) {
    const key = `${hashes.get(source.file)}facts`;
    const known = cache.find(key);
    if (known) probed.set(source.file, JSON.parse(known.record));
    else unknown.push({ source, key });
  }
  await eachBatch(
    unknown,
    AT_ONCE,
    ({ source }) => probe(path.join(root, source.disk)),
    (found, { source, key }) => {
      probed.set(source.file, found);
      cache.put(key, JSON.stringify(found));
      progress(probed.size, files.length);
    },
  );
  return probed;
}

function whatIsWrong(file: string, found: Probed): Problem | undefined {
  if ('fault' in found && found.fault === 'damaged') return problem('image/damaged', { path: file });
  const { width, height } = found;
  const params = { path: file, width, height, megapixels: Math.round((width * height) / 1_000_000) };
  if ('fault' in found) return problem('image/enormous', params);
  return found.fallback && width * height > LARGE_PICTURE ? problem('image/large', params) : undefined;
}
