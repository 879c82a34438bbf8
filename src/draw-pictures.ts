/** Draws the variants of pictures that are new into the staging area: a picture is decoded once for all of them. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { PictureStore } from './cache/picture-store.js';
import { hash, hashBytes } from './core/hash.js';
import type { Output, PictureRecipe } from './core/types.js';
import type { DrawnFiles } from './draw-pages.js';
import type { Fate } from './publish/changes.js';
import type { Staging } from './publish/publish.js';
import { eachBatch } from './workers/batches.js';

export interface PictureDrawing {
  readonly root: string;
  readonly outputs: readonly Output[];
  /** Absent when nothing is to be remembered. */
  readonly store: PictureStore | undefined;
  /** How many pictures are decoded at once: each takes up to 400 MB for a moment. */
  readonly width: number;
  readonly progress: (done: number, total: number) => void;
}

interface PictureJob {
  readonly path: string;
  readonly key: string;
  readonly recipe: PictureRecipe;
  readonly fate: Exclude<Fate, 'unchanged'>;
}

/** Sorts the variants into new, changed and unchanged ones, and stages all but the last. */
export async function drawPictures(
  { root, outputs, store, width, progress }: PictureDrawing,
  fateOf: (path: string, key: string) => Fate,
  staging: Staging,
): Promise<DrawnFiles> {
  const drawn: DrawnFiles = { added: new Map(), updated: new Map(), unchanged: new Map() };
  const keyOf = await pictureKeys(outputs);
  const jobs = new Map<string, PictureJob[]>();
  for (const { path: file, recipe } of outputs) {
    if (recipe.type !== 'picture') continue;
    const key = keyOf(recipe);
    store?.use(key);
    const fate = fateOf(file, key);
    // Noted at once, so that reports name them in this order, whichever is ready first.
    drawn[fate].set(file, { key, size: 0 });
    if (fate === 'unchanged') continue;
    const group = `${recipe.source.file}\n${recipe.base}`;
    jobs.set(group, [...(jobs.get(group) ?? []), { path: file, key, recipe, fate }]);
  }
  let done = 0;
  await eachBatch(
    jobs.values(),
    width,
    async (group) => ({ group, all: await pictureBytes(root, group, store) }),
    ({ group, all }) => {
      for (const [i, { path: file, key, fate }] of group.entries()) {
        const bytes = all[i] ?? Buffer.alloc(0);
        const target = path.join(staging[fate], file);
        mkdirSync(path.dirname(target), { recursive: true });
        writeFileSync(target, bytes);
        drawn[fate].set(file, { key, size: bytes.length });
      }
      progress(++done, jobs.size);
    },
  );
  store?.save();
  return drawn;
}

/** The bytes of one variant, remembered or drawn: for who wants this one alone. */
export async function drawVariant(root: string, output: Output, store: PictureStore): Promise<Buffer> {
  const { recipe } = output;
  if (recipe.type !== 'picture') throw new TypeError(`no picture: ${output.path}`);
  const keyOf = await pictureKeys([output]);
  const [bytes = Buffer.alloc(0)] = await pictureBytes(root, [{ key: keyOf(recipe), recipe }], store);
  return bytes;
}

/** The key of a variant; the same key means the same bytes. */
async function pictureKeys(outputs: readonly Output[]): Promise<(recipe: PictureRecipe) => string> {
  if (!outputs.some(({ recipe }) => recipe.type === 'picture')) return () => '';
  const { drawingVersion } = await import('./media/draw-picture.js');
  const version = drawingVersion();
  return ({ hash: source, base, width, format }) =>
    hash(version, source, String(base), String(width), format);
}

/** The bytes of variants of one picture: those that are remembered, and the others drawn together. */
async function pictureBytes(
  root: string,
  jobs: readonly Pick<PictureJob, 'key' | 'recipe'>[],
  store: PictureStore | undefined,
): Promise<Buffer[]> {
  const known = new Map<string, Buffer>();
  for (const { key } of jobs) {
    const bytes = store?.read(key);
    if (bytes) known.set(key, bytes);
  }
  const missing = jobs.filter(({ key }) => !known.has(key));
  const [first] = missing;
  if (first) {
    const { drawPicture } = await import('./media/draw-picture.js');
    const { source, base, hash: planned } = first.recipe;
    const bytes = readFileSync(path.join(root, source.disk));
    const variants = missing.map(({ recipe }) => recipe);
    const drawn = await drawPicture(bytes, base, variants);
    // A picture that was replaced since it was hashed must not be remembered as the one before.
    const keeps = hashBytes(bytes) === planned;
    for (const [i, { key }] of missing.entries()) {
      const variant = drawn[i] ?? Buffer.alloc(0);
      known.set(key, variant);
      if (keeps) store?.write(key, variant);
    }
  }
  return jobs.map(({ key }) => known.get(key) ?? Buffer.alloc(0));
}
