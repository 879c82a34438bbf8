/** `build --verify` proves on the spot that a build is a clean one. */
import assert from 'node:assert/strict';
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { cli } from './helpers/cli.js';
import { article, readTree, testDir, writeFiles } from './helpers/site.js';

const SITE = {
  'content/tin/a.md': article({ title: 'Tin một', files: '[a.pdf]' }, 'Xem [hai](b.md).'),
  'content/tin/a.pdf': 'tệp',
  'content/tin/b.md': article({ title: 'Tin hai', category: 'Khác' }),
};

function run(root: string, ...options: string[]) {
  return cli(['build', root, '--now', '2024-06-01T08:00:00+07:00', '--lang', 'en', ...options]);
}

/** What is for one run only. */
const temporary = (root: string) =>
  readdirSync(path.join(root, '.cache')).filter((name) => /^(?:run|verify)-/.test(name));

/** Changes one byte, so that the manifest sees no difference. */
function tamper(file: string): void {
  const bytes = readFileSync(file);
  bytes[bytes.length - 3] = 35;
  writeFileSync(file, bytes);
}

describe('build --verify', { concurrency: 2 }, () => {
  test('exits with 0 on a first build, a second and a changed one, and leaves nothing behind', async (t) => {
    const root = testDir(t, SITE);
    const verified = async () => {
      const { code, stderr } = await run(root, '--verify');
      assert.equal(code, 0, stderr);
      assert.match(stderr, /Verified: the same as a clean build\./);
      assert.deepEqual(temporary(root), []);
    };
    await verified();
    await verified();
    writeFiles(root, { 'content/tin/b.md': article({ title: 'Tin hai', category: 'Khác' }, 'Sửa.') });
    await verified();
  });

  for (const file of ['index.html', 'khac/2024/b/index.html', 'tep/tin/a.pdf']) {
    test(`exits with 70 and names ${file} when it is not what was written`, async (t) => {
      const root = testDir(t, SITE);
      assert.equal((await run(root)).code, 0);
      tamper(path.join(root, 'dist', file));
      assert.equal((await run(root)).code, 0);
      const before = readTree(path.join(root, 'dist'));
      const { code, stderr } = await run(root, '--verify');
      assert.equal(code, 70, stderr);
      const named = stderr.split('\n').filter((line) => before.has(line.trim()));
      assert.deepEqual(named, [`  ${file}`]);
      assert.deepEqual(readTree(path.join(root, 'dist')), before);
      assert.deepEqual(temporary(root), []);
    });
  }

  test('leaves alone what the program did not write', async (t) => {
    const root = testDir(t, SITE);
    assert.equal((await run(root)).code, 0);
    writeFiles(root, { 'dist/google.html': 'của tôi' });
    assert.equal((await run(root, '--verify')).code, 0);
  });

  test('finds nothing to complain of where a file was of another size: it is written again', async (t) => {
    const root = testDir(t, SITE);
    assert.equal((await run(root)).code, 0);
    appendFileSync(path.join(root, 'dist/index.html'), 'x');
    assert.equal((await run(root, '--verify')).code, 0);
  });

  test('works with --no-cache, --drafts and --out', async (t) => {
    const root = testDir(t, { ...SITE, 'content/tin/c.md': article({ title: 'Nháp', draft: 'true' }) });
    const { code, stderr } = await run(
      root,
      '--verify',
      '--no-cache',
      '--drafts',
      '--out',
      path.join(root, 'khac'),
    );
    assert.equal(code, 0, stderr);
    assert.match(stderr, /Verified/);
    assert.deepEqual(temporary(root), []);
  });
});
