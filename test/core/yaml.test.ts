import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isRawMap, readYaml } from '../../src/core/yaml.js';
import { locate } from '../../src/core/yaml-places.js';

describe('YAML is read as text', () => {
  test('and never guesses at numbers, times, dates or flags', () => {
    const raw = readYaml(
      'a: 0233.852\nb: 10:19\nc: 0123\nd: 1.10\ne: no\nf: 2024-02-30\ng: 0x1F\nh: 1e3\ni: "yes"\nj: ~\nk: null',
    );
    assert.deepEqual(
      { ...(raw as object) },
      {
        a: '0233.852',
        b: '10:19',
        c: '0123',
        d: '1.10',
        e: 'no',
        f: '2024-02-30',
        g: '0x1F',
        h: '1e3',
        i: 'yes',
        j: '~',
        k: 'null',
      },
    );
  });

  test('an empty value is null, an empty text as well', () => {
    assert.deepEqual({ ...(readYaml('a:\nb: x') as object) }, { a: null, b: 'x' });
    assert.equal(readYaml(''), null);
    assert.equal(readYaml('# a note'), null);
  });

  test('lists and maps stay what they are', () => {
    const raw = readYaml('a: [1, 2]\nb:\n  c: d');
    assert.ok(isRawMap(raw));
    assert.deepEqual(raw.a, ['1', '2']);
    assert.ok(isRawMap(raw.b ?? null) && !isRawMap(raw.a ?? null));
  });

  test('the key __proto__ changes no prototype', () => {
    const raw = readYaml('__proto__:\n  polluted: yes\na: b');
    assert.equal(({} as Record<string, unknown>).polluted, undefined);
    assert.ok(isRawMap(raw));
  });

  test('tags run nothing', () => {
    assert.throws(() => readYaml('a: !!js/function "function(){ return 1 }"'));
  });
});

describe('a field is located', () => {
  const text =
    'title: Một tin\nimage:\n  src: anh.jpg\n  alt: "Mô tả"\ntags:\n  - a\n  - bê\nTiêu đề phụ: x\n';

  test('at its value, with its length', () => {
    assert.deepEqual(locate(text, ['title']), { line: 1, column: 8, length: 7 });
    assert.deepEqual(locate(text, ['image', 'src']), { line: 3, column: 8, length: 7 });
    assert.deepEqual(locate(text, ['tags', 1]), { line: 7, column: 5, length: 2 });
  });

  test('at its key where that is asked', () => {
    assert.deepEqual(locate(text, ['image', 'alt'], true), { line: 4, column: 3, length: 3 });
  });

  test('under any spelling of its name', () => {
    assert.deepEqual(locate('Tiêu đề: Một tin', ['title']), { line: 1, column: 10, length: 7 });
    assert.deepEqual(locate('tieu de: Một tin', ['title']), { line: 1, column: 10, length: 7 });
  });

  test('at its nearest ancestor where it is missing', () => {
    assert.deepEqual(locate(text, ['image', 'credit'])?.line, 3);
    assert.equal(locate(text, ['summary']), undefined);
  });

  test('at its key where its value is empty', () => {
    assert.equal(locate('a: x\ntitle:\n', ['title'])?.line, 2);
  });

  test('on its first line where it has several', () => {
    assert.deepEqual(locate('a: |\n  một\n  hai\n', ['a'])?.line, 1);
  });
});
