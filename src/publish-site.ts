/** The second half of the pipeline: draws what changed and publishes it. */
import path from 'node:path';
import { openPictureStore } from './cache/picture-store.js';
import { type Problem, problem } from './core/problem.js';
import type { Site } from './core/types.js';
import { type Drawn, drawPages } from './draw-pages.js';
import { drawPictures } from './draw-pictures.js';
import { precompress } from './precompress.js';
import { type Changes, comparison, type Fate, type FateOf, removals } from './publish/changes.js';
import { type Holder, takeLock } from './publish/lock.js';
import { EMPTY, isForeign, type Manifest, PRIVATE_FOLDER, readManifest } from './publish/manifest.js';
import { openStaging, publish, type Staging } from './publish/publish.js';
import type { Timing } from './render/timings.js';
import type { LoadedSite, Progress } from './site.js';

export interface PublishOptions {
  /** Absolute path of the output folder. */
  readonly out: string;
  readonly force?: boolean;
  /** Called once when another build of this output has to be waited for. */
  readonly onWait?: ((holder: Holder) => void) | undefined;
  /** Measure templates, partials and helpers. */
  readonly profile?: boolean;
  /** Compressed copies beside texts. */
  readonly precompress?: boolean;
  readonly progress?: Progress | undefined;
}

export type Published =
  | {
      readonly changes: Changes;
      readonly problems: readonly Problem[];
      readonly timings: readonly Timing[];
      readonly ms: Readonly<Record<'render' | 'publish', number>>;
    }
  | { readonly refused: Problem };

/** Draws what changed and publishes it. */
export async function publishSite(
  root: string,
  loaded: LoadedSite,
  options: PublishOptions,
): Promise<Published> {
  const { out, onWait = () => undefined } = options;
  const refused = problem('output/not-ours', { folder: path.relative(root, out) || '.' });
  if (isForeign(out) && !options.force) return { refused };
  const release = await takeLock(path.join(out, PRIVATE_FOLDER, 'lock'), onWait);
  try {
    const manifest = readManifest(out);
    if (!manifest && !options.force) return { refused };
    const fateOf = comparison(out, manifest ?? EMPTY, await loaded.survey);
    return await publishLocked(root, loaded, manifest ?? EMPTY, fateOf, options);
  } finally {
    release();
  }
}

async function publishLocked(
  root: string,
  loaded: LoadedSite,
  manifest: Manifest,
  fateOf: FateOf,
  options: PublishOptions,
): Promise<Published> {
  const started = performance.now();
  const { out } = options;
  const staging = openStaging(out);
  try {
    const { timings, ...drawn } = await drawAll(root, loaded, manifest, fateOf, options, staging);
    const staged = performance.now();
    const planned = new Set(Object.values(drawn).flatMap((files) => [...files.keys()]));
    const changes = { ...drawn, removed: removals(manifest, planned) };
    const addresses = pageAddresses(loaded.site);
    publish(out, manifest, changes, { addresses, inputs: loaded.inputs() }, staging);
    return {
      changes,
      problems: movedEntries(manifest.addresses, addresses, loaded),
      timings,
      ms: { render: staged - started, publish: performance.now() - staged },
    };
  } catch (error) {
    staging.discard();
    throw error;
  }
}

/**
 * Pages and pictures, then compressed copies of texts where they are asked for, into the staging area. Pictures are drawn
 * on threads of their own, so both are under way at once.
 */
async function drawAll(
  root: string,
  loaded: LoadedSite,
  manifest: Manifest,
  fateOf: FateOf,
  { out, profile = false, precompress: compresses = false, progress }: PublishOptions,
  staging: Staging,
): Promise<Drawn> {
  const { outputs, pool, keepsCache, site } = loaded;
  const drawing = {
    ...loaded,
    root,
    zone: site.settings.timezone,
    known: manifest.files,
    profile,
    progress: (done: number) => progress?.('draw', done, outputs.length),
  };
  let arePagesDrawn = false;
  const pictures = {
    root,
    outputs,
    store: keepsCache ? openPictureStore(path.join(root, '.cache', 'pictures')) : undefined,
    width: Math.ceil(pool.width / 2),
    // One line of progress at a time.
    progress: (done: number, total: number) => arePagesDrawn && progress?.('picture', done, total),
  };
  const [small, drawn] = await both(
    drawPictures(pictures, fateOf, staging),
    drawPages(drawing, fateOf, staging).finally(() => {
      arePagesDrawn = true;
    }),
  );
  for (const [fate, files] of Object.entries(small))
    for (const [file, entry] of files) drawn[fate as Fate].set(file, entry);
  if (compresses) {
    const told = (done: number, total: number) => progress?.('compress', done, total);
    await precompress({ out, manifest, drawn, fateOf, staging, progress: told });
  }
  return drawn;
}

/** Both end before the failure of one is told: whoever then clears up finds nothing that still writes. */
async function both<A, B>(one: Promise<A>, other: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([one, other]);
  return [await one, await other];
}

function pageAddresses(site: Site): Map<string, string> {
  const entries = [...site.articles, ...site.documents, ...site.polls, ...site.pages];
  return new Map(entries.map(({ file, address }) => [file, address]));
}

/** Entries whose address is another one than at the last build, and which leave nothing at the old one. */
function movedEntries(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  loaded: LoadedSite,
): Problem[] {
  const moved = [...after].filter(([file, address]) => before.has(file) && before.get(file) !== address);
  if (moved.length === 0) return [];
  const paths = new Set(loaded.outputs.map((output) => output.path));
  return moved.flatMap(([file, address]) => {
    const old = before.get(file) ?? '';
    if (paths.has(`${old.slice(1)}index.html`)) return [];
    return [
      problem(
        'entry/moved',
        { before: old, after: address },
        { file, place: { line: 1, column: 1, length: 3 } },
      ),
    ];
  });
}
