/**
 * A build that remembers equals a build that does not, byte for byte, after any sequence of edits.
 * The sequence is random and the same in every run; `SEED=7 npm test -- random` tries another one.
 */
import assert from 'node:assert/strict';
import { appendFileSync, existsSync, readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { isError } from '../src/core/problem.js';
import { publishSite } from '../src/publish-site.js';
import { loadSite } from '../src/site.js';
import { buildIn, NOW } from './helpers/load.js';
import { random } from './helpers/random.js';
import { EDITS, type State, startState } from './helpers/random-edit.js';
import { testDir, writeFiles } from './helpers/site.js';

const STEPS = 200;
const SEED = Number(process.env.SEED ?? 1);

test(`after each of ${STEPS} edits an incremental build equals a clean one`, async (t) => {
  const r = random(SEED);
  const root = testDir(t);
  const state = startState(NOW);
  write(root, new Map(), state.files);
  await buildIn(root, { now: state.now });
  const seen = new Map<string, number>();
  let failed = 0;
  let before = tree(path.join(root, 'dist'));
  for (let step = 0; step < STEPS; step++) {
    const kept: State = { files: new Map(state.files), now: state.now };
    const names = Array.from({ length: r.chance(0.2) ? 3 : 1 }, () => r.pick(Object.keys(EDITS)));
    for (const name of names) EDITS[name]?.(state, r);
    write(root, kept.files, state.files);
    if (r.chance(0.05)) damageCache(root, r.next());
    const what = `step ${step}: ${names.join(', ')}`;
    if (!(await publishIn(root, state.now))) {
      failed++;
      assert.deepEqual(tree(path.join(root, 'dist')), before, what);
      write(root, state.files, kept.files);
      Object.assign(state, { files: kept.files, now: kept.now });
      continue;
    }
    for (const name of names) seen.set(name, (seen.get(name) ?? 0) + 1);
    await buildIn(root, { now: state.now, cache: 'off', out: 'sach' });
    before = tree(path.join(root, 'dist'));
    assertSame(before, tree(path.join(root, 'sach')), what);
    rmSync(path.join(root, 'sach'), { recursive: true });
  }
  assert.ok(failed > 5 && failed < STEPS / 2, `${failed} steps failed`);
  assert.deepEqual(
    Object.keys(EDITS).filter((name) => !seen.has(name)),
    [],
    'edits that were never tried',
  );
});

/** Builds as the command line does: with an error, nothing is published. */
async function publishIn(root: string, now: number): Promise<boolean> {
  const { loaded, problems } = await loadSite({ root, now, jobs: 1 });
  if (!loaded || problems.some(isError)) return false;
  const published = await publishSite(root, loaded, { out: path.join(root, 'dist') });
  await loaded.close();
  assert.ok('changes' in published);
  return true;
}

/** Brings the disk from one set of files to another; folders left empty go, as git does it. */
function write(root: string, before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): void {
  for (const file of before.keys()) {
    if (after.has(file)) continue;
    rmSync(path.join(root, file));
    for (let folder = path.dirname(file); folder !== '.'; folder = path.dirname(folder)) {
      if (readdirSync(path.join(root, folder)).length > 0) break;
      rmdirSync(path.join(root, folder));
    }
  }
  writeFiles(root, Object.fromEntries([...after].filter(([file, text]) => before.get(file) !== text)));
}

/** What a crash, a full disk or a careless hand does to the cache: it may cost time, never a byte. */
function damageCache(root: string, share: number): void {
  const folder = path.join(root, '.cache');
  if (!existsSync(folder)) return;
  if (share < 0.3) {
    rmSync(folder, { recursive: true });
    return;
  }
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const chosen = files[Math.floor(share * files.length)];
  if (!chosen) return;
  const file = path.join(chosen.parentPath, chosen.name);
  if (share < 0.6) rmSync(file);
  else appendFileSync(file, 'hỏng');
}

/** All files of an output, the manifest among them. */
function tree(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    files
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [path.relative(folder, file), readFileSync(file, 'latin1')]),
  );
}

function assertSame(incremental: Map<string, string>, clean: Map<string, string>, what: string): void {
  assert.deepEqual([...incremental.keys()], [...clean.keys()], what);
  const different = [...clean.keys()].filter((file) => incremental.get(file) !== clean.get(file));
  assert.deepEqual(different, [], what);
}
