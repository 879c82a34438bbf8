/** `build --precompress` puts compressed copies beside texts, and keeps them in step. */
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { describe, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { cli } from './helpers/cli.js';
import { NOW } from './helpers/cli-site.js';
import { article, readTree, testDir, writeFiles } from './helpers/site.js';

const SITE = {
  'content/tin/a.md': article({ title: 'Tin một', files: '[so.csv, nho.csv, anh.bin]' }),
  'content/tin/so.csv': 'a,b\n'.repeat(400),
  'content/tin/nho.csv': 'a,b\n',
  'content/tin/anh.bin': 'x'.repeat(2000),
  'content/public/bang.txt': 'x'.repeat(2000),
  'content/public/bang.txt.gz': 'của người biên tập',
};

async function build(root: string, ...options: string[]) {
  const { code, stdout, stderr } = await cli(['build', root, ...NOW, '--format', 'json', ...options]);
  assert.equal(code, 0, stderr);
  return { dist: readTree(`${root}/dist`), report: JSON.parse(stdout) };
}

const OTHER = {
  'content/khac/b.md': article({ title: 'Tin khác', category: 'Kinh tế' }, 'Một câu. '.repeat(300)),
};

describe('build --precompress', { concurrency: 2 }, () => {
  test('compresses texts of some size, and nothing else', async (t) => {
    const { dist } = await build(testDir(t, SITE), '--precompress');
    for (const file of ['index.html', 'tin-tuc/2024/a/index.html', 'tep/tin/so.csv']) {
      assert.deepEqual(gunzipSync(dist.get(`${file}.gz`) ?? ''), dist.get(file));
      assert.deepEqual(brotliDecompressSync(dist.get(`${file}.br`) ?? ''), dist.get(file));
    }
    const sheet = [...dist.keys()].find((file) => /^assets\/main\..*css$/.test(file));
    assert.ok(dist.has(`${sheet}.br`));
    for (const file of ['tep/tin/nho.csv', 'tep/tin/anh.bin', 'bang.txt.gz', '_headers'])
      assert.ok(dist.has(file) && !dist.has(`${file}.gz`), file);
    assert.equal(String(dist.get('bang.txt.gz')), 'của người biên tập');
  });

  test('compresses again what has changed, and takes the copies away when it is not asked for', async (t) => {
    const root = testDir(t, SITE);
    const plain = await build(root);
    const first = await build(root, '--precompress', '--verify');
    assert.ok(first.report.changed.added.includes('/index.html.gz'));
    writeFiles(root, { 'content/tin/a.md': article({ title: 'Tin một', files: '[so.csv]' }, 'Sửa.') });
    const second = await build(root, '--precompress');
    const page = 'tin-tuc/2024/a/index.html';
    assert.ok(second.report.changed.updated.includes(`/${page}.br`));
    assert.ok(!second.report.changed.updated.includes('/404.html.br'));
    assert.deepEqual(brotliDecompressSync(second.dist.get(`${page}.br`) ?? ''), second.dist.get(page));
    // A page of which nothing has changed was not even planned in full.
    writeFiles(root, OTHER);
    await build(root, '--precompress');
    writeFiles(root, { 'content/tin/a.md': article({ title: 'Tin một', files: '[so.csv]' }, 'Sửa nữa.') });
    const fourth = await build(root, '--precompress', '--verify');
    assert.ok(!fourth.report.changed.updated.includes('/kinh-te/2024/b/index.html.br'));
    rmSync(`${root}/content/khac`, { recursive: true });
    await build(root, '--precompress');
    const third = await build(root, '--precompress');
    assert.equal(third.report.outputs.written, 0);
    writeFiles(root, SITE);
    assert.deepEqual((await build(root)).dist, plain.dist);
  });

  test('are there after builds that remember nothing, and not without being asked for', async (t) => {
    const root = testDir(t, SITE);
    const plain = await build(root);
    const compressed = await build(root, '--precompress');
    await build(root, '--no-cache');
    assert.deepEqual((await build(root, '--precompress')).dist, compressed.dist);
    await build(root);
    await build(root, '--precompress', '--no-cache');
    assert.deepEqual((await build(root)).dist, plain.dist);
  });
});
