import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { neighbours } from '../../src/plan/articles.js';
import { paginate } from '../../src/plan/paginate.js';

/** A list of `n` entries, newest first, each named by its age: the oldest is 1. */
const list = (n: number) => Array.from({ length: n }, (_, i) => n - i);
const size = fc.integer({ min: 1, max: 30 });
const length = fc.integer({ min: 0, max: 200 });

describe('the pages of a list', () => {
  test('of no entries is one empty page', () => {
    assert.deepEqual(paginate([], 20, '/a/'), [{ address: '/a/', entries: [] }]);
  });

  test('of up to 2·size − 1 entries is one page', () => {
    assert.equal(paginate(list(39), 20, '/a/').length, 1);
    assert.equal(paginate(list(40), 20, '/a/').length, 2);
  });

  test('count from the oldest, and lead to one another', () => {
    assert.deepEqual(paginate(list(7), 2, '/a/'), [
      { address: '/a/', entries: [7, 6, 5], older: '/a/trang/2/' },
      { address: '/a/trang/2/', entries: [4, 3], newer: '/a/', older: '/a/trang/1/' },
      { address: '/a/trang/1/', entries: [2, 1], newer: '/a/trang/2/' },
    ]);
  });

  test('hold every entry exactly once, in order', () => {
    fc.assert(
      fc.property(length, size, (n, s) => {
        assert.deepEqual(
          paginate(list(n), s, '/a/').flatMap(({ entries }) => entries),
          list(n),
        );
      }),
    );
  });

  test('are full where numbered; the unnumbered one holds size to 2·size − 1 entries', () => {
    fc.assert(
      fc.property(length, size, (n, s) => {
        const [head, ...numbered] = paginate(list(n), s, '/a/');
        assert.equal(head?.address, '/a/');
        assert.ok((head?.entries.length ?? 0) < 2 * s && (n < s || (head?.entries.length ?? 0) >= s));
        for (const { entries } of numbered) assert.equal(entries.length, s);
        assert.deepEqual(
          numbered.map(({ address }) => address),
          numbered.map((_, i) => `/a/trang/${numbered.length - i}/`),
        );
      }),
    );
  });

  test('keep their lists when a newest entry is added, but for the unnumbered one', () => {
    fc.assert(
      fc.property(length, size, (n, s) => {
        const after = new Map(paginate(list(n + 1), s, '/a/').map((page) => [page.address, page.entries]));
        for (const { address, entries } of paginate(list(n), s, '/a/').slice(1))
          assert.deepEqual(after.get(address), entries);
      }),
    );
  });

  test('are chained both ways', () => {
    fc.assert(
      fc.property(length, size, (n, s) => {
        const pages = paginate(list(n), s, '/a/');
        assert.deepEqual(
          pages.map((p) => p.older),
          pages.map((_, i) => pages[i + 1]?.address),
        );
        assert.deepEqual(
          pages.map((p) => p.newer),
          pages.map((_, i) => pages[i - 1]?.address),
        );
      }),
    );
  });
});

describe('Các tin khác', () => {
  const place = length.filter((n) => n > 0).chain((n) => fc.tuple(fc.constant(n), fc.nat({ max: n - 1 })));
  const count = fc.integer({ min: 0, max: 20 });

  test('are half newer and half older, and filled up from the other side', () => {
    assert.deepEqual(neighbours(list(9), 4, 4), [7, 6, 4, 3]);
    assert.deepEqual(neighbours(list(9), 0, 4), [8, 7, 6, 5]);
    assert.deepEqual(neighbours(list(9), 8, 4), [5, 4, 3, 2]);
    assert.deepEqual(neighbours(list(9), 1, 4), [9, 7, 6, 5]);
    assert.deepEqual(neighbours(list(3), 1, 10), [3, 1]);
    assert.deepEqual(neighbours(list(1), 0, 10), []);
  });

  test('never hold the article itself, and as many as there are, newest first', () => {
    fc.assert(
      fc.property(place, count, ([n, i], c) => {
        const found = neighbours(list(n), i, c);
        assert.ok(!found.includes(n - i));
        assert.equal(found.length, Math.min(c, n - 1));
        assert.deepEqual(
          found,
          [...found].sort((a, b) => b - a),
        );
      }),
    );
  });

  test('are next to the article, with nobody left out between', () => {
    fc.assert(
      fc.property(place, count, ([n, i], c) => {
        const around = [...neighbours(list(n), i, c), n - i];
        assert.equal(Math.max(...around) - Math.min(...around), around.length - 1);
      }),
    );
  });

  test('change on few articles when a newest one is added', () => {
    const before = list(100);
    const after = list(101);
    const changed = before.filter(
      (_, i) => String(neighbours(before, i, 10)) !== String(neighbours(after, i + 1, 10)),
    );
    assert.ok(changed.length <= 10, `${changed.length}`);
  });
});
