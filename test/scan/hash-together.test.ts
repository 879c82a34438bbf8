import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { hashFile } from '../../src/scan/hash-file.js';
import { hashesOf, hashing, hashNext } from '../../src/scan/hash-together.js';
import { testDir } from '../helpers/site.js';

test('files that are hashed together have the hashes of one after the other', (t) => {
  const names = Array.from({ length: 230 }, (_, i) => `tin-${i}.md`);
  const root = testDir(t, Object.fromEntries(names.map((name) => [name, `Bài ${name}`])));
  const files = [...names, 'không-có.md'].map((name) => path.join(root, name));
  const each = files.map((file) => hashFile(file) ?? '');
  assert.equal(each.at(-1), '');
  const all = hashing(files);
  while (hashNext(all));
  assert.deepEqual(hashesOf(all), each);
  // A thread that took some and died.
  const cut = hashing(files);
  Atomics.add(new Int32Array(cut.memory, 0, 1), 0, 70);
  while (hashNext(cut));
  assert.deepEqual(hashesOf(cut), each);
});
