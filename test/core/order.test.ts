import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { typeRank } from '../../src/core/document-number.js';
import { byCodeUnit, byName, groupBy } from '../../src/core/order.js';

describe('names for readers', () => {
  test('have Đ right after D, and the vowels in Vietnamese order', () => {
    assert.deepEqual(['Yên', 'Đông Hà', 'Em', 'Dân vận', 'Ăn', 'An', 'Ân'].sort(byName), [
      'An',
      'Ăn',
      'Ân',
      'Dân vận',
      'Đông Hà',
      'Em',
      'Yên',
    ]);
    assert.deepEqual(['ưa', 'ua', 'ôi', 'ơi', 'oi', 'ê', 'e'].sort(byName), [
      'e',
      'ê',
      'oi',
      'ôi',
      'ơi',
      'ua',
      'ưa',
    ]);
  });

  test('have numbers in numeric order', () => {
    assert.deepEqual(['Phường 10', 'Phường 2', 'Phường 1'].sort(byName), [
      'Phường 1',
      'Phường 2',
      'Phường 10',
    ]);
  });

  test('stand in one order, however they came', () => {
    const names = fc.array(fc.string({ unit: fc.constantFrom(...'aAăÂđĐdDưU1209 ') }));
    fc.assert(
      fc.property(names, (list) =>
        assert.deepEqual([...list].reverse().sort(byName), [...list].sort(byName)),
      ),
    );
  });
});

test('machines’ order is that of code units', () => {
  assert.deepEqual(['đ', 'z', 'a', 'B'].sort(byCodeUnit), ['B', 'a', 'z', 'đ']);
});

test('groups come in order of first appearance', () => {
  assert.deepEqual(
    [...groupBy([3, 1, 4, 6], (n) => (n % 2 ? 'odd' : 'even'))],
    [
      ['odd', [3, 1]],
      ['even', [4, 6]],
    ],
  );
});

test('types of document have the Party’s order, then the State’s, then unknown ones', () => {
  const types = ['Nghị định', 'Kế hoạch', 'Lạ', 'Quy định', 'Quyết định', 'Nghị quyết', 'Kết luận'];
  assert.deepEqual(
    types.sort((a, b) => typeRank(a) - typeRank(b)),
    ['Nghị quyết', 'Quyết định', 'Quy định', 'Kết luận', 'Kế hoạch', 'Nghị định', 'Lạ'],
  );
});
