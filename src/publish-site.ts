/** The second half of the pipeline: draws what changed and publishes it. */
import path from 'node:path';
import { type Problem, problem } from './core/problem.js';
import type { Site } from './core/types.js';
import { drawPages } from './draw-pages.js';
import { type Changes, comparison, removals } from './publish/changes.js';
import { type Holder, takeLock } from './publish/lock.js';
import { EMPTY, PRIVATE_FOLDER, readManifest } from './publish/manifest.js';
import { openStaging, publish } from './publish/publish.js';
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
  const known = readManifest(out);
  if (!known && !options.force)
    return { refused: problem('output/not-ours', { folder: path.relative(root, out) || '.' }) };
  const release = await takeLock(path.join(out, PRIVATE_FOLDER, 'lock'), onWait);
  try {
    return await publishLocked(root, loaded, options);
  } finally {
    release();
  }
}

async function publishLocked(
  root: string,
  loaded: LoadedSite,
  { out, profile = false, progress }: PublishOptions,
): Promise<Published> {
  const started = performance.now();
  const manifest = readManifest(out) ?? EMPTY;
  const staging = openStaging(out);
  const { site, outputs } = loaded;
  try {
    const drawing = {
      ...loaded,
      root,
      zone: site.settings.timezone,
      profile,
      progress: (done: number) => progress?.('draw', done, outputs.length),
    };
    const drawn = await drawPages(drawing, comparison(out, manifest), staging);
    const staged = performance.now();
    const changes = { ...drawn, removed: removals(manifest, new Set(outputs.map((output) => output.path))) };
    const addresses = pageAddresses(site);
    publish(out, manifest, changes, { addresses, inputs: loaded.inputs() }, staging);
    const problems = movedEntries(manifest.addresses, addresses, loaded);
    const { timings } = drawn;
    return {
      changes,
      problems,
      timings,
      ms: { render: staged - started, publish: performance.now() - staged },
    };
  } catch (error) {
    staging.discard();
    throw error;
  }
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
