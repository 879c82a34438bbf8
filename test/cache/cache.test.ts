/** What is remembered between runs: a value that was put, or nothing; never another one. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { openCache, RECORD_ENCODING } from '../../src/cache/cache.js';
import { type PackRef, packReader, packWriter } from '../../src/cache/pack.js';
import { random } from '../helpers/random.js';
import { testDir } from '../helpers/site.js';

const VERSION = '1.0.0 Asia/Ho_Chi_Minh';
const open = (folder: string) => openCache(folder, VERSION);
const record = (i: number) => JSON.stringify({ title: `Đông Hà\t${i}\nhai`, n: i });
const bodyOf = (i: number) => Buffer.from(`<p>Nội dung ${i}</p>\0`.repeat(1 + (i % 7)));
const indexOf = (folder: string) => path.join(folder, 'index');
const packsOf = (folder: string) => readdirSync(folder).filter((file) => file.endsWith('.pack'));

/** Puts these entries, the even ones with a body, and saves; `used` were there already. */
function fill(folder: string, numbers: readonly number[], used: readonly number[] = []): void {
  const cache = open(folder);
  for (const i of used) cache.find(`key${i}`);
  const [records, bodies] = [packWriter(folder), packWriter(folder)];
  for (const i of numbers) {
    const body = i % 2 ? undefined : bodies.put(bodyOf(i));
    cache.note(`key${i}`, { record: records.put(record(i), RECORD_ENCODING), body });
  }
  records.close();
  bodies.close();
  cache.save();
}

const upTo = (count: number) => [...Array(count).keys()];

function filled(t: TestContext, count: number): string {
  const folder = testDir(t);
  fill(folder, upTo(count));
  return folder;
}

/** The body as it reads back; undefined where there is none. */
function read(folder: string, ref: PackRef | undefined): Buffer | undefined {
  const reader = packReader(folder);
  const body = ref && reader.read(ref);
  reader.close();
  return body;
}

/** Which of the entries are found; a value that was not put under its key fails the test. */
function found(folder: string, count: number): number[] {
  const cache = open(folder);
  return upTo(count).filter((i) => {
    const value = cache.find(`key${i}`);
    if (!value) return false;
    assert.equal(value.record, record(i));
    assert.deepEqual(read(folder, value.body), i % 2 ? undefined : bodyOf(i));
    return true;
  });
}

/** Writes the whole index once more, having used these entries only. */
function write(folder: string, used: readonly string[]): void {
  const cache = open(folder);
  for (const key of used) cache.find(key);
  cache.put('other', '0');
  cache.save();
}

describe('the cache', () => {
  test('gives back what was put, with its body', (t) => {
    assert.deepEqual(found(filled(t, 50), 50), upTo(50));
  });

  test('finds what was put in the same run, and counts', (t) => {
    const cache = open(testDir(t));
    assert.deepEqual([cache.isEmpty, cache.find('a')], [true, undefined]);
    cache.put('a', record(1));
    assert.deepEqual(cache.find('a'), { record: record(1) });
    assert.deepEqual(cache.counts, { hits: 1, misses: 1, damaged: 0 });
  });

  test('of another version starts empty, and replaces it', (t) => {
    const folder = filled(t, 4);
    const other = openCache(folder, '2.0.0 Asia/Ho_Chi_Minh');
    assert.deepEqual([other.isEmpty, other.find('key1'), other.counts.damaged], [true, undefined, 0]);
    other.put('b', record(1));
    other.save();
    assert.deepEqual([found(folder, 4), packsOf(folder).length], [[], 1]);
  });

  test('writes nothing when nothing is new', (t) => {
    const folder = filled(t, 4);
    const state = () => [statSync(indexOf(folder)).ino, statSync(indexOf(folder)).mtimeMs];
    const [before, cache] = [state(), open(folder)];
    assert.deepEqual([cache.find('key1')?.record, cache.find('not there')], [record(1), undefined]);
    cache.save();
    assert.deepEqual(state(), before);
    open(path.join(folder, 'none')).save();
    assert.ok(!existsSync(path.join(folder, 'none')));
  });
});

describe('a damaged index', () => {
  const COUNT = 40;

  test('costs the line with the damage, and no other', (t) => {
    const folder = filled(t, COUNT);
    const whole = readFileSync(indexOf(folder));
    const head = whole.indexOf('\n') + 1;
    const r = random(1);
    for (let round = 0; round < 400; round++) {
      const at = head + r.int(whole.length - head);
      if (whole[at] === 10) continue;
      const bytes = Buffer.from(whole);
      bytes[at] = (whole[at] as number) ^ (1 << r.int(8));
      writeFileSync(indexOf(folder), bytes);
      const line = whole.subarray(0, at).toString('latin1').split('\n').length - 2;
      const left = new Set(found(folder, COUNT));
      const missing = upTo(COUNT).filter((i) => !left.has(i));
      // The checksum is a number in letters: in the other case it is the same number.
      if (missing.length > 0) assert.deepEqual(missing, [line], `byte ${at}`);
    }
  });

  test('never gives a wrong value, however many bytes are wrong', (t) => {
    const folder = filled(t, COUNT);
    const whole = readFileSync(indexOf(folder));
    const r = random(2);
    for (let round = 0; round < 100; round++) {
      const bytes = Buffer.from(whole);
      for (let i = r.int(40); i >= 0; i--) bytes[r.int(bytes.length)] = r.int(256);
      writeFileSync(indexOf(folder), bytes);
      found(folder, COUNT);
    }
  });

  test('that was cut short keeps the lines before the cut', (t) => {
    const folder = filled(t, COUNT);
    const whole = readFileSync(indexOf(folder));
    const head = whole.indexOf('\n') + 1;
    for (let size = 0; size < whole.length; size += 7) {
      writeFileSync(indexOf(folder), whole.subarray(0, size));
      const lines = whole.subarray(head, Math.max(head, size)).toString('latin1').split('\n').length - 1;
      assert.deepEqual(found(folder, COUNT), upTo(lines), `${size} bytes`);
    }
  });

  test('is mended by the next writing', (t) => {
    const folder = filled(t, COUNT);
    writeFileSync(indexOf(folder), readFileSync(indexOf(folder)).subarray(0, -1));
    open(folder).save();
    assert.deepEqual([open(folder).counts.damaged, found(folder, COUNT).length], [0, COUNT - 1]);
  });
});

describe('a body', () => {
  test('of a pack that is gone, cut short or damaged is missing', (t) => {
    const folder = filled(t, 20);
    const refs = upTo(10).map((i) => open(folder).find(`key${2 * i}`)?.body as PackRef);
    const pack = path.join(folder, refs[0]?.pack ?? '');
    const whole = readFileSync(pack);
    const r = random(3);
    for (const [i, ref] of refs.entries()) {
      const bytes = Buffer.from(whole);
      const at = ref.offset + r.int(ref.length);
      bytes[at] = (whole[at] as number) ^ (1 << r.int(8));
      writeFileSync(pack, bytes);
      const damaged = refs.flatMap((other, n) => (read(folder, other)?.equals(bodyOf(2 * n)) ? [] : [n]));
      assert.deepEqual([damaged, read(folder, ref)], [[i], undefined]);
    }
    writeFileSync(pack, whole.subarray(0, -1));
    assert.deepEqual([read(folder, refs[0]), read(folder, refs[9])], [bodyOf(0), undefined]);
    rmSync(pack);
    assert.deepEqual([read(folder, refs[0]), read(folder, refs[9])], [undefined, undefined]);
  });
});

describe('what is kept', () => {
  test('is what one of the last 20 writings used, and the packs that it names', (t) => {
    const folder = filled(t, 4);
    const bodies = open(folder).find('key0')?.body?.pack ?? '';
    for (let n = 0; n < 19; n++) write(folder, ['key1']);
    assert.ok(packsOf(folder).includes(bodies));
    assert.deepEqual(found(folder, 4), [0, 1, 2, 3]);
    write(folder, ['key1', 'key2']);
    assert.deepEqual(found(folder, 4), [1, 2]);
    for (let n = 20; n < 42; n++) write(folder, ['key1']);
    // The pack stayed one writing longer than what was in it, for the run that might still draw from it.
    assert.deepEqual([found(folder, 4), packsOf(folder).includes(bodies)], [[1], false]);
    // Two of the value that each writing puts: the last writing's, and this one's.
    assert.equal(packsOf(folder).length, 3);
  });

  test('lies in two packs once there are many', (t) => {
    const folder = testDir(t);
    const counts = upTo(60).map((i) => {
      fill(folder, [2 * i, 2 * i + 1], upTo(2 * i));
      return packsOf(folder).length;
    });
    assert.ok(
      Math.max(...counts) > 70 && Math.max(...counts) < 100 && Math.min(...counts.slice(40)) < 20,
      `${counts}`,
    );
    assert.deepEqual(found(folder, 120), upTo(120));
  });
});
