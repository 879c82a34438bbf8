import assert from 'node:assert/strict';
import {
  appendFileSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { changes, isClean, manifestOf, NOTHING, site } from '../helpers/republish.js';
import { writeFiles } from '../helpers/site.js';

describe('a second build', () => {
  test('writes nothing when nothing changed', async (t) => {
    const { root, dist } = await site(t);
    const all = readdirSync(dist, { recursive: true, encoding: 'utf8' });
    // The program's own folder sees its lock come and go.
    const files = all.filter((file) => file !== '.dongha-site').map((file) => path.join(dist, file));
    for (const file of files) utimesSync(file, 1, 1);
    assert.deepEqual(await changes(root), NOTHING);
    for (const file of files) assert.equal(statSync(file).mtimeMs, 1000, file);
    assert.deepEqual(readdirSync(dist, { recursive: true, encoding: 'utf8' }), all);
  });

  test('writes the one page whose text changed', async (t) => {
    const { root } = await site(t);
    writeFiles(root, { 'content/trang/gioi-thieu.md': '---\ntitle: Giới thiệu\n---\nHai.\n' });
    assert.deepEqual(await changes(root), { ...NOTHING, updated: ['gioi-thieu/index.html'] });
    await isClean(root);
  });

  test('writes nothing when a file is only touched', async (t) => {
    const { root } = await site(t);
    utimesSync(path.join(root, 'content/tin/a.md'), 1, 1);
    assert.deepEqual(await changes(root), NOTHING);
  });

  test('copies a file whose bytes changed and whose size did not', async (t) => {
    const { root, dist } = await site(t);
    writeFiles(root, { 'content/tin/a.pdf': 'TỆP' });
    assert.deepEqual(await changes(root), { ...NOTHING, updated: ['tep/tin/a.pdf'] });
    assert.equal(readFileSync(path.join(dist, 'tep/tin/a.pdf'), 'utf8'), 'TỆP');
  });

  test('removes what is no longer planned, and the folders left empty', async (t) => {
    const { root, dist } = await site(t);
    rmSync(path.join(root, 'content/tin/b.md'));
    const done = await changes(root);
    assert.ok(typeof done === 'object' && done.removed.includes('khac/2024/b/index.html'));
    assert.ok(!existsSync(path.join(dist, 'khac')));
    await isClean(root);
  });

  test('leaves what it did not write', async (t) => {
    const { root, dist } = await site(t);
    writeFiles(dist, { 'khac/2024/cua-toi.txt': 'a', 'google.html': 'b' });
    rmSync(path.join(root, 'content/tin/b.md'));
    await changes(root);
    assert.equal(readFileSync(path.join(dist, 'khac/2024/cua-toi.txt'), 'utf8'), 'a');
    assert.equal(readFileSync(path.join(dist, 'google.html'), 'utf8'), 'b');
    assert.ok(!existsSync(path.join(dist, 'khac/2024/b')));
  });

  test('writes a page again that is missing, of another size, or no file any more', async (t) => {
    const { root, dist } = await site(t);
    const damage = [
      () => rmSync(path.join(dist, 'index.html')),
      () => appendFileSync(path.join(dist, 'index.html'), 'x'),
      () => writeFileSync(path.join(dist, 'index.html'), ''),
      () => rmSync(path.join(dist, 'gioi-thieu'), { recursive: true }),
    ];
    for (const how of damage) {
      how();
      const done = await changes(root);
      assert.ok(typeof done === 'object' && done.added.length + done.updated.length === 1, String(how));
    }
    await isClean(root);
  });

  test('turns a file into a folder and back', async (t) => {
    const { root, dist } = await site(t, { 'content/public/a': 'tệp' });
    const isFile = () => lstatSync(path.join(dist, 'a')).isFile();
    assert.ok(isFile());
    for (const [gone, come] of [
      ['public/a', 'trang/a.md'],
      ['trang/a.md', 'public/a'],
      ['public/a', 'public/a/b/c.txt'],
      ['public/a/', 'public/a'],
    ] as const) {
      rmSync(path.join(root, 'content', gone), { recursive: true, force: true });
      writeFiles(root, { [`content/${come}`]: come.endsWith('.md') ? '---\ntitle: A\n---\n' : 'x' });
      assert.equal(typeof (await changes(root)), 'object', come);
      assert.equal(isFile(), come === 'public/a', come);
    }
    await isClean(root);
  });

  test('keeps no times, and nothing of the machine, in its manifest', async (t) => {
    const one = await site(t);
    const two = await site(t);
    assert.equal(readFileSync(manifestOf(one.dist), 'utf8'), readFileSync(manifestOf(two.dist), 'utf8'));
    assert.ok(!readFileSync(manifestOf(one.dist), 'utf8').includes(one.root));
  });
});
