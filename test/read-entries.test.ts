import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { openCache } from '../src/cache/cache.js';
import { readEntries } from '../src/read-entries.js';
import { inline } from '../src/workers/pool.js';
import { article, testDir } from './helpers/site.js';

const vanished = { file: 'content/tin-tuc/b.md', disk: 'content/tin-tuc/b.md', size: 10 };

test('a file that vanishes between listing and reading is told, and the others are read', async (t) => {
  const root = testDir(t, { 'content/tin-tuc/a.md': article() });
  const cache = openCache(path.join(root, '.cache/entries'), '1');
  const reading = {
    root,
    zone: 'Asia/Ho_Chi_Minh',
    cache,
    pool: inline(),
    keepBodies: true,
    progress: () => undefined,
  };
  const there = { ...vanished, file: 'content/tin-tuc/a.md', disk: 'content/tin-tuc/a.md' };
  const [read, gone] = await readEntries([there, vanished], reading);
  assert.equal(read?.parsed?.kind, 'article');
  assert.deepEqual([read?.problems, gone?.parsed, gone?.hash], [[], undefined, '']);
  assert.deepEqual(
    gone?.problems.map(({ code, file }) => [code, file]),
    [['file/changed', 'content/tin-tuc/b.md']],
  );
});
