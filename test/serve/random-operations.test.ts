/**
 * A preview equals a clean build after any sequence of operations on the files, without being started again.
 * The sequence is random and the same in every run; `SEED=7 npm test -- random-op` tries another one.
 */
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { isError } from '../../src/core/problem.js';
import { publishSite } from '../../src/publish-site.js';
import { loadSite } from '../../src/site.js';
import { NOW } from '../helpers/load.js';
import { isServed, preview, type TestPreview } from '../helpers/preview.js';
import { random } from '../helpers/random.js';
import { EDITS, type State, startState } from '../helpers/random-edit.js';
import { readTree, testDir } from '../helpers/site.js';

const OPERATIONS = 300;
/** Operations between two comparisons with a clean build. */
const BETWEEN = 10;
const SEED = Number(process.env.SEED ?? 1);
/** Operations after which everything has been used once: code, templates, tables. */
const WARM = 100;
/** bytes; what a preview may come to hold more from there on, measured after collecting what is free */
const GROWTH = 16_000_000;

test(`after ${OPERATIONS} operations the preview equals a clean build, and has not grown`, async (t) => {
  const r = random(SEED);
  const root = testDir(t);
  const state = startState(NOW);
  write(root, new Map(), state.files, 'plain');
  let { now } = state;
  const shown = await preview(t, root, { watch: 'events', now: () => now });
  await shown.settled();
  await compare(shown, root, now);
  let before = 0;
  let compared = 0;
  for (let step = 0; step < OPERATIONS; step++) {
    if (step === WARM) before = memory();
    const kept: State = { files: new Map(state.files), now: state.now };
    const name = r.pick(Object.keys(EDITS).filter((edit) => edit !== 'let time pass'));
    const how = r.pick(['plain', 'atomic', 'torn'] as const);
    EDITS[name]?.(state, r);
    write(root, kept.files, state.files, how);
    if (r.chance(0.1)) touch(root, r.pick([...state.files.keys()]));
    if (r.chance(0.1)) moveAway(root, r.pick(['content/tin', 'content/khac', 'templates']));
    if (r.chance(0.5)) await shown.settled();
    if (step % BETWEEN !== BETWEEN - 1) continue;
    if (r.chance(0.3)) now += r.pick([60_000, 3_600_000, 86_400_000]);
    state.now = now;
    // Time passes without an event of the disk: a hint makes the preview look, as its timer does.
    touch(root, 'site.yaml');
    await seen(shown, root);
    if (await compare(shown, root, now)) compared++;
    else {
      // What is wrong is put right, so that the next operations begin from a site that can be built.
      const good = startState(now).files;
      write(root, state.files, good, 'plain');
      state.files.clear();
      for (const [file, text] of good) state.files.set(file, text);
    }
  }
  assert.ok(compared > OPERATIONS / BETWEEN / 5, `${compared} comparisons`);
  const growth = memory() - before;
  t.diagnostic(`${compared} comparisons, ${(growth / 1e6).toFixed(1)} MB more`);
  assert.ok(growth < GROWTH, `${growth} bytes more`);
});

/** Waits until a file that was just written has been seen, and with it all that was written before. */
async function seen(shown: TestPreview, root: string): Promise<void> {
  const file = path.join(root, 'content/public/dau.txt');
  mkdirSync(path.dirname(file), { recursive: true });
  const mark = String(Math.trunc(performance.now() * 1000));
  const events = await shown.events('/');
  writeFileSync(file, mark);
  while ((await shown.get('/dau.txt')).text !== mark && (await shown.get('/thu/dau.txt')).text !== mark)
    await events.next();
  events.close();
  await shown.settled();
}

/** Whether there is a clean build to compare with; if so, every file of it is asked for. */
async function compare(shown: TestPreview, root: string, now: number): Promise<boolean> {
  const { loaded, problems } = await loadSite({ root, now, jobs: 1, cache: 'off' });
  const base = loaded?.site.settings.basePath ?? '';
  const isGood = loaded !== undefined && !problems.some(isError);
  if (isGood) await publishSite(root, loaded, { out: path.join(root, 'sach') });
  if (loaded) await loaded.close();
  if (!isGood) return false;
  const dist = readTree(path.join(root, 'sach'));
  rmSync(path.join(root, 'sach'), { recursive: true });
  for (const [file, bytes] of dist) {
    if (!isServed(file)) continue;
    const name = file
      .replace(/(^|\/)index\.html$/, '$1')
      .split('/')
      .map(encodeURIComponent)
      .join('/');
    assert.equal(await shown.page(`${base}/${name}`), bytes.toString(), file);
  }
  return true;
}

/** Brings the disk from one set of files to another, as different programs do it. */
function write(
  root: string,
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  how: 'plain' | 'atomic' | 'torn',
): void {
  for (const [file, text] of after) {
    if (before.get(file) === text) continue;
    const target = path.join(root, file);
    mkdirSync(path.dirname(target), { recursive: true });
    if (how === 'torn') writeFileSync(target, text.slice(0, text.length / 2));
    if (how === 'atomic') {
      writeFileSync(`${target}.tmp`, text);
      renameSync(`${target}.tmp`, target);
    } else writeFileSync(target, text);
  }
  for (const file of before.keys()) {
    if (after.has(file)) continue;
    rmSync(path.join(root, file));
    for (let folder = path.dirname(file); folder !== '.'; folder = path.dirname(folder)) {
      if (readdirSync(path.join(root, folder)).length > 0) break;
      rmdirSync(path.join(root, folder));
    }
  }
}

function touch(root: string, file: string): void {
  const at = new Date(NOW);
  utimesSync(path.join(root, file), at, at);
}

/** A folder that goes and comes back, as when a branch is changed there and back. */
function moveAway(root: string, folder: string): void {
  try {
    renameSync(path.join(root, folder), path.join(root, 'mang-di'));
    renameSync(path.join(root, 'mang-di'), path.join(root, folder));
  } catch {
    // There is no such folder now.
  }
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

function memory(): number {
  // The first time finds what is free, the second waits until it has been given back.
  collect();
  collect();
  return process.memoryUsage().heapUsed + process.memoryUsage().external;
}
