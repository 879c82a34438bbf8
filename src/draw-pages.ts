/** Draws what has changed into the staging area: the keys of the outputs decide, threads do the work. */
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { hashBytes } from './core/hash.js';
import type { Output } from './core/types.js';
import type { SharedView } from './core/views.js';
import { bodyJobOf } from './draw-page.js';
import type { Bodies } from './known-entries.js';
import type { Fate, FateOf } from './publish/changes.js';
import type { Manifest, ManifestEntry } from './publish/manifest.js';
import type { Staging } from './publish/publish.js';
import type { PrintedBy } from './render/check-templates.js';
import { describing, type WrittenItem, type WrittenView } from './render/describe.js';
import type { TemplateFiles } from './render/load-templates.js';
import type { Timing } from './render/timings.js';
import { VERSION } from './version.js';
import { eachBatch, inBatches } from './workers/batches.js';
import type { DrawBatch, DrawJob, DrawSetup } from './workers/draw-batch.js';
import { inline, type Pool } from './workers/pool.js';
import { shareSetup } from './workers/share-setup.js';

export interface Drawing {
  readonly root: string;
  readonly zone: string;
  readonly outputs: readonly Output[];
  readonly shared: SharedView;
  readonly templates: TemplateFiles;
  readonly printed: PrintedBy;
  readonly bodies: Bodies;
  /** The folder of the packs in which the bodies lie. */
  readonly packs: string;
  readonly pool: Pool;
  /** The files of the last build. */
  readonly known: Manifest['files'];
  /** Measure templates, partials and helpers. */
  readonly profile: boolean;
  readonly progress: (done: number) => void;
}

export type DrawnFiles = Readonly<Record<Fate, Map<string, ManifestEntry>>>;
export type Drawn = DrawnFiles & { readonly timings: Timing[] };

/** Starting threads takes as long as drawing about this many pages. */
const FEW = 150;
const BATCH = 40;
/** Without threads: this one is wanted by pictures in between. */
const BATCH_HERE = 10;

interface PageJob extends Pick<DrawJob, 'template' | 'body' | 'target'> {
  readonly view: WrittenView;
  readonly path: string;
  readonly key: string;
  readonly basis: string | undefined;
  readonly fate: Exclude<Fate, 'unchanged'>;
}

/** Sorts the outputs into new, changed and unchanged ones, and stages all but the last. */
export async function drawPages(drawing: Drawing, fateOf: FateOf, staging: Staging): Promise<Drawn> {
  const drawn: Drawn = { added: new Map(), updated: new Map(), unchanged: new Map(), timings: [] };
  const jobs = pageJobs(drawing, fateOf, staging, drawn);
  const first = take(jobs, FEW);
  const pool = first.length < FEW && !drawing.pool.isStarted ? inline() : drawing.pool;
  const setup = shareSetup(setupOf(drawing));
  let done = 0;
  await eachBatch(
    inBatches(chain(first, jobs), pool.threads === 0 ? BATCH_HERE : BATCH),
    pool.width,
    (batch) => pool.run('draw', { setup, ...toBatch(batch) }),
    ({ sizes, timings }, batch) => {
      drawn.timings.push(...timings);
      for (const [i, { path: file, key, basis, fate }] of batch.entries())
        drawn[fate].set(file, { key, size: sizes[i] ?? 0, basis });
      done += batch.length;
      drawing.progress(done);
    },
  );
  return drawn;
}

function setupOf({ root, zone, shared, templates, packs, profile }: Drawing): DrawSetup {
  const texts = (sources: TemplateFiles['pages']): [string, string][] =>
    [...sources].map(([name, { text }]) => [name, text]);
  return {
    root,
    zone,
    packs,
    shared,
    profile,
    templates: { pages: texts(templates.pages), partials: texts(templates.partials) },
  };
}

/** The pages to draw. On the way the outputs that are no pages are staged at once, for they are few or only copied. */
function* pageJobs(build: Drawing, fateOf: FateOf, staging: Staging, drawn: Drawn): Generator<PageJob> {
  const descriptions = describing(build.templates, build.printed, build.shared, VERSION);
  for (const { path: file, recipe } of build.outputs) {
    if (recipe.type === 'picture') continue;
    if (recipe.type !== 'template') {
      stageFile(build.root, file, recipe, fateOf, staging, drawn);
      continue;
    }
    const basis = descriptions.basis(recipe);
    if (basis !== undefined && fateOf(file, basis, 'basis') === 'unchanged') {
      const { key, size } = build.known.get(file) as ManifestEntry;
      drawn.unchanged.set(file, { key, size, basis });
      continue;
    }
    const drawing = recipe.draw();
    const key = descriptions.key(recipe.template, drawing);
    const fate = fateOf(file, key);
    // Noted at once, so that reports name pages in this order, whichever is ready first.
    drawn[fate].set(file, { key, size: 0, basis });
    if (fate === 'unchanged') continue;
    yield {
      template: recipe.template,
      view: descriptions.written(recipe.template, drawing),
      body: bodyJobOf(drawing.body, build.bodies),
      target: path.join(staging[fate], file),
      path: file,
      key,
      basis,
      fate,
    };
  }
}

/** What is sent to the thread that draws these pages: of an item that stands on several, one copy. */
function toBatch(pages: readonly PageJob[]): Pick<DrawBatch, 'items' | 'jobs'> {
  const numbers = new Map<WrittenItem, number>();
  const numberOf = (item: WrittenItem): number => {
    const number = numbers.get(item) ?? numbers.size;
    numbers.set(item, number);
    return number;
  };
  const jobs = pages.map(({ template, view, body, target }): DrawJob => {
    const lists = view.lists.map(([name, items]) => [name, items.map(numberOf)] as const);
    return { template, view: view.json, lists, body, target };
  });
  return { jobs, items: `[${[...numbers.keys()].map(({ json }) => json).join()}]` };
}

function stageFile(
  root: string,
  file: string,
  recipe: Exclude<Output['recipe'], { type: 'template' | 'picture' }>,
  fateOf: FateOf,
  staging: Staging,
  drawn: Drawn,
): void {
  const content =
    recipe.type === 'text' ? Buffer.from(recipe.text()) : recipe.type === 'bytes' ? recipe.bytes : undefined;
  const key = recipe.type === 'copy' ? recipe.hash : hashBytes(content ?? new Uint8Array());
  const size = recipe.type === 'copy' ? recipe.source.size : (content?.byteLength ?? 0);
  const fate = fateOf(file, key);
  drawn[fate].set(file, { key, size });
  if (fate === 'unchanged') return;
  const target = path.join(staging[fate], file);
  mkdirSync(path.dirname(target), { recursive: true });
  if (recipe.type === 'copy') copyFileSync(path.join(root, recipe.source.disk), target);
  else writeFileSync(target, content ?? '');
}

function take<T>(items: Iterator<T>, count: number): T[] {
  const taken: T[] = [];
  while (taken.length < count) {
    const { value, done } = items.next();
    if (done) break;
    taken.push(value);
  }
  return taken;
}

function* chain<T>(first: Iterable<T>, rest: Iterable<T>): Generator<T> {
  yield* first;
  yield* rest;
}
