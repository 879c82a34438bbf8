/** Compressed copies beside the texts of the output, for hosts that send them as they are. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { hash } from './core/hash.js';
import type { Fate } from './publish/changes.js';
import type { Manifest, ManifestEntry } from './publish/manifest.js';
import { PRIVATE_FOLDER } from './publish/manifest.js';
import type { Staging } from './publish/publish.js';
import { eachBatch } from './workers/batches.js';

const TEXT = /\.(?:html|css|js|mjs|json|webmanifest|xml|svg|txt|csv)$/;
/** bytes; what is smaller fits into one packet as it is */
const SMALL = 1024;
/** Node's own threads, on which this runs. */
const AT_ONCE = 4;
/** Of 11: the last level takes two to three times as long for 2 % fewer bytes. */
const BROTLI = { [constants.BROTLI_PARAM_QUALITY]: 10 };
const GZIP = { level: 9 };

const ENCODINGS: readonly { ending: string; version: string; encode: (bytes: Buffer) => Promise<Buffer> }[] =
  [
    { ending: '.gz', version: `${process.versions.zlib} 9`, encode: (bytes) => promisify(gzip)(bytes, GZIP) },
    {
      ending: '.br',
      version: `${process.versions.brotli} 10`,
      encode: (bytes) => promisify(brotliCompress)(bytes, { params: BROTLI }),
    },
  ];

export interface Compressing {
  /** Absolute path of the output. */
  readonly out: string;
  /** Of the last build: it knows the sizes of what is unchanged. */
  readonly manifest: Manifest;
  readonly drawn: Readonly<Record<Fate, Map<string, ManifestEntry>>>;
  readonly fateOf: (path: string, key: string) => Fate;
  readonly staging: Staging;
  readonly progress: (done: number, total: number) => void;
}

interface Job {
  readonly source: string;
  readonly target: string;
  readonly file: string;
  readonly fate: Exclude<Fate, 'unchanged'>;
  readonly key: string;
  readonly encode: (bytes: Buffer) => Promise<Buffer>;
}

/** Adds `.gz` and `.br` of all texts to what was drawn; what stands from the last build is not compressed again. */
export async function precompress(compressing: Compressing): Promise<void> {
  const { drawn, progress } = compressing;
  const jobs = planJobs(compressing);
  let done = 0;
  await eachBatch(
    jobs,
    AT_ONCE,
    ({ source, encode }) => encode(readFileSync(source)),
    (bytes, { target, file, fate, key }) => {
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, bytes);
      drawn[fate].set(file, { key, size: bytes.length });
      progress(++done, jobs.length);
    },
  );
}

function planJobs({ out, manifest, drawn, fateOf, staging }: Compressing): Job[] {
  const jobs: Job[] = [];
  const all = (['added', 'updated', 'unchanged'] as const).flatMap((fate) =>
    [...drawn[fate]].map(([file, entry]) => ({ fate, file, ...entry })),
  );
  const taken = new Set(all.map(({ file }) => file));
  for (const { fate, file, key, size } of all) {
    const bytes = fate === 'unchanged' ? (manifest.files.get(file)?.size ?? 0) : size;
    if (!TEXT.test(file) || bytes < SMALL || file.startsWith(`${PRIVATE_FOLDER}/`)) continue;
    const source = path.join(fate === 'unchanged' ? out : staging[fate], file);
    for (const { ending, version, encode } of ENCODINGS) {
      const copy = `${file}${ending}`;
      // An editor's own file of that name stands as it is.
      if (taken.has(copy)) continue;
      const copyKey = hash(key ?? '', version);
      const copyFate = fateOf(copy, copyKey);
      // Noted at once, so that reports name them in this order, whichever is ready first.
      drawn[copyFate].set(copy, { key: copyKey, size: 0 });
      if (copyFate === 'unchanged') continue;
      const target = path.join(staging[copyFate], copy);
      jobs.push({ source, target, file: copy, fate: copyFate, key: copyKey, encode });
    }
  }
  return jobs;
}
