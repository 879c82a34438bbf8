/** A build that is killed while it writes `.cache` costs the next one nothing but time. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { cli } from '../helpers/cli.js';
import { random } from '../helpers/random.js';
import { article, type Files, readTree, testDir, writeFiles } from '../helpers/site.js';
import { struckCli } from '../helpers/strike.js';

const NOW = '2024-06-01T08:00:00+07:00';

function articles(from: number, to: number, text: string): Files {
  const entries = Array.from({ length: to - from }, (_, n) => {
    const i = from + n;
    return [`content/tin/bai-${i}.md`, article({ title: `Tin ${i}` }, `${text} [x](bai-${(i * 7) % 20}.md)`)];
  });
  return Object.fromEntries(entries);
}

describe('a build that is killed while it writes the cache', () => {
  const root = testDir({ after: (remove) => after(remove as () => void) }, articles(0, 60, 'Cũ.'));
  const folder = path.join(root, '.cache');
  const args = ['build', root, '--now', NOW, '--jobs', '1', '--out', path.join(root, 'dist')];
  const cleanArgs = ['build', root, '--now', NOW, '--no-cache', '--out', path.join(root, 'clean')];
  const r = random(7);
  let changes = 0;

  before(async () => {
    const first = await struckCli(args, root, { folder, at: 0, deed: 'kill' });
    assert.equal(first.code, 0);
    changes = first.changes;
    assert.ok(changes > 5, `${changes} changes`);
  });

  for (let round = 1; round <= 4; round++) {
    test(`time ${round}`, async () => {
      // A few new articles are put behind the index, many are a reason to write it whole.
      const count = round % 2 ? 3 : 40;
      writeFiles(root, articles(0, count, `Lần ${round}.`));
      const at = 1 + r.int(changes);
      const { code } = await struckCli(args, root, { folder, at, deed: 'kill' });
      assert.ok(code === null || code === 0, String(code));
      const next = await cli(args);
      assert.equal(next.code, 0, next.stderr);
      await cli(cleanArgs);
      const [dist, clean] = [readTree(path.join(root, 'dist')), readTree(path.join(root, 'clean'))];
      assert.deepEqual([...dist.keys()], [...clean.keys()]);
      for (const [file, bytes] of clean) assert.ok(dist.get(file)?.equals(bytes), file);
    });
  }
});
