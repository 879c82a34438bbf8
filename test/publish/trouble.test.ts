import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { publishSite } from '../../src/publish-site.js';
import { loadSite } from '../../src/site.js';
import { cli } from '../helpers/cli.js';
import { loadIn, NOW } from '../helpers/load.js';
import { changes, isClean, manifestOf, NOTHING, SITE, site } from '../helpers/republish.js';
import { article, readTree, testDir, writeFiles } from '../helpers/site.js';

describe('a dist/ that the program did not make', () => {
  test('is refused, and stays as it is', async (t) => {
    const root = testDir(t, { ...SITE, 'dist/index.html': 'của tôi' });
    assert.equal(await changes(root), 'output/not-ours');
    assert.deepEqual(
      [...readTree(path.join(root, 'dist'))].map(([file, bytes]) => [file, String(bytes)]),
      [['index.html', 'của tôi']],
    );
  });

  test('is written into with --force, and keeps what is not in the way', async (t) => {
    const root = testDir(t, { ...SITE, 'dist/index.html': 'của tôi', 'dist/khac.txt': 'của tôi' });
    const done = await changes(root, true);
    assert.ok(typeof done === 'object');
    assert.match(readFileSync(path.join(root, 'dist/index.html'), 'utf8'), /<!DOCTYPE html>/);
    assert.equal(readFileSync(path.join(root, 'dist/khac.txt'), 'utf8'), 'của tôi');
    assert.deepEqual(await changes(root), NOTHING);
  });

  test('may be an empty folder', async (t) => {
    const root = testDir(t, SITE);
    mkdirSync(path.join(root, 'dist'));
    assert.ok(typeof (await changes(root)) === 'object');
  });

  test('with a manifest that cannot be read is refused', async (t) => {
    const { root, dist } = await site(t);
    writeFileSync(manifestOf(dist), '{"version":');
    assert.equal(await changes(root), 'output/not-ours');
    assert.ok(typeof (await changes(root, true)) === 'object');
    await isClean(root);
  });
});

/** Threads find no room for what is staged. */
const FULL_FOR_THREADS = `
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { isMainThread } from 'node:worker_threads';
const open = fs.openSync;
if (!isMainThread)
  fs.openSync = (file, ...rest) => {
    if (!String(file).includes('staging')) return open(file, ...rest);
    throw Object.assign(new Error('ENOSPC: no space left on device, open'), { code: 'ENOSPC' });
  };
syncBuiltinESMExports();
`;

describe('a build that fails', () => {
  test('in staging leaves dist/ as it was, and no staging behind', async (t) => {
    const { root, dist, first } = await site(t);
    writeFiles(root, {
      'content/tin/a.pdf': 'mới',
      'content/tin/b.md': article({ title: 'Tin mới', category: 'Khác' }),
    });
    const { loaded } = await loadIn(root);
    rmSync(path.join(root, 'content/tin/a.pdf'));
    await assert.rejects(async () => publishSite(root, loaded, { out: dist }));
    const after = readTree(dist);
    assert.deepEqual([...after.keys()], [...first.dist.keys()]);
    for (const [file, bytes] of first.dist) assert.ok(bytes.equals(after.get(file) ?? Buffer.alloc(0)), file);
    assert.ok(!existsSync(path.join(dist, '.dongha-site/staging')));
  });

  test('on a full disk that threads find says so, and leaves nothing behind', async (t) => {
    const names = [...Array(400).keys()].map((i) => `content/tin/bai-${i}.md`);
    const root = testDir(t, Object.fromEntries(names.map((name) => [name, article({ title: name })])));
    writeFiles(root, { 'full.mjs': FULL_FOR_THREADS });
    const NODE_OPTIONS = `--import=${pathToFileURL(path.join(root, 'full.mjs'))}`;
    const { code, stderr } = await cli(['build', root, '--jobs', '3'], { env: { NODE_OPTIONS } });
    assert.equal(code, 4);
    assert.match(stderr, /^dongha-site: .*ENOSPC: no space left on device/);
    assert.ok(!existsSync(path.join(root, 'dist/.dongha-site/staging')));
  });

  test('of settings reads nothing further', async (t) => {
    const root = testDir(t, { ...SITE, 'site.yaml': 'pageSize: nhiều\n' });
    assert.equal((await loadSite({ root, now: NOW })).loaded, undefined);
  });
});

describe('a publish that was interrupted', () => {
  /** What stands beside the manifest between two builds, as publish.ts writes it. */
  const between = (dist: string, touched: readonly string[]) =>
    writeFileSync(path.join(dist, '.dongha-site/changes.json'), JSON.stringify(touched));

  test('is finished by the next build: new files, changed files, removals', async (t) => {
    const { root, dist } = await site(t);
    const old = readFileSync(path.join(dist, 'index.html'));
    // The state after the new files were moved in, before the changed ones were: one article came, one left.
    between(dist, [
      'index.html',
      'khac/2024/b/index.html',
      'khac/index.html',
      'moi/index.html',
      'xong/index.html',
    ]);
    writeFiles(dist, {
      'moi/index.html': 'nửa chừng',
      'xong/index.html': 'không còn trong kế hoạch',
      '.dongha-site/staging/0': 'dở dang',
      '.dongha-site/manifest.json.new': '{',
    });
    writeFileSync(path.join(dist, 'index.html'), 'cũ');
    rmSync(path.join(root, 'content/tin/b.md'));
    writeFiles(root, { 'content/trang/moi.md': '---\ntitle: Mới\n---\n' });
    await changes(root);
    assert.ok(!readFileSync(path.join(dist, 'index.html')).equals(old));
    assert.ok(
      !existsSync(path.join(dist, 'xong')) &&
        !existsSync(path.join(dist, 'khac')) &&
        !existsSync(path.join(dist, '.dongha-site/staging')),
    );
    await isClean(root);
  });

  test('is finished though the content is back to what it was', async (t) => {
    const { root, dist, first } = await site(t);
    between(dist, [...first.dist.keys()]);
    for (const file of first.dist.keys())
      writeFileSync(path.join(dist, file), 'x'.repeat(first.dist.get(file)?.length ?? 0));
    await changes(root);
    const after = readTree(dist);
    for (const [file, bytes] of first.dist) assert.ok(bytes.equals(after.get(file) ?? Buffer.alloc(0)), file);
  });

  test('while staging changes nothing, and leaves nothing', async (t) => {
    const { root, dist } = await site(t);
    writeFiles(dist, { '.dongha-site/staging/0': 'x' });
    assert.deepEqual(await changes(root), NOTHING);
    assert.ok(!existsSync(path.join(dist, '.dongha-site/staging')));
  });

  test('of the first build is taken up again', async (t) => {
    const { root, dist } = await site(t);
    const parts = readTree(dist);
    between(dist, [...parts.keys()]);
    for (const file of [...parts.keys()].slice(0, 5)) rmSync(path.join(dist, file));
    renameSync(manifestOf(dist), `${manifestOf(dist)}.kept`);
    renameSync(`${manifestOf(dist)}.kept`, manifestOf(dist));
    await changes(root);
    await isClean(root);
  });
});
