import assert from 'node:assert/strict';
import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { openPictureStore } from '../../src/cache/picture-store.js';
import { testDir } from '../helpers/site.js';

/** One build: it has the pictures of these keys, and draws those that are not there. */
function build(folder: string, ...keys: string[]): string[] {
  const store = openPictureStore(folder);
  const drawn = keys.filter((key) => {
    store.use(key);
    return store.read(key) === undefined;
  });
  for (const key of drawn) store.write(key, Buffer.from(`bytes of ${key}`));
  store.save();
  return drawn;
}

describe('the store of pictures', () => {
  test('gives back what was written, and is a miss where a byte has changed', (t) => {
    const folder = testDir(t);
    build(folder, 'a', 'b');
    assert.equal(String(openPictureStore(folder).read('a')), 'bytes of a');
    const file = path.join(folder, 'a');
    const bytes = readFileSync(file);
    bytes[bytes.length - 1] = 0;
    writeFileSync(file, bytes);
    writeFileSync(path.join(folder, 'b'), '');
    assert.deepEqual(build(folder, 'a', 'b'), ['a', 'b']);
    assert.deepEqual(build(folder, 'a', 'b'), []);
  });

  test('drops what twenty builds that drew something did not use', (t) => {
    const folder = testDir(t);
    build(folder, 'old', 'kept');
    for (let i = 1; i < 20; i++) build(folder, 'kept', `new-${i}`);
    assert.ok(readdirSync(folder).includes('old'));
    build(folder, 'kept');
    assert.ok(readdirSync(folder).includes('old'), 'a build that draws nothing does not count');
    build(folder, 'kept', 'new-20');
    assert.ok(!readdirSync(folder).includes('old'));
    assert.deepEqual(build(folder, 'kept', 'new-20'), []);
  });

  test('takes away what a killed build left half written, and leaves what another may be writing', (t) => {
    const folder = testDir(t);
    build(folder, 'a');
    for (const name of ['b.left.new', 'b.young.new']) writeFileSync(path.join(folder, name), 'nửa');
    utimesSync(path.join(folder, 'b.left.new'), 1, 1);
    build(folder, 'c');
    assert.deepEqual(readdirSync(folder).sort(), ['a', 'ages.json', 'b.young.new', 'c']);
  });
});
