/** However many threads there are, the output is the same; and the report says what was remembered. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { publishSite } from '../../src/publish-site.js';
import { loadSite } from '../../src/site.js';
import { cli } from '../helpers/cli.js';
import { NOW } from '../helpers/load.js';
import { article, type Files, readTree, testDir, writeFiles } from '../helpers/site.js';

/** More than are parsed or drawn without threads. */
const ARTICLES = 300;

function site(): Files {
  const articles = Array.from({ length: ARTICLES }, (_, i) => {
    const fields = {
      title: `Tin ${i}`,
      timestamp: `${1 + (i % 28)}/${1 + (i % 5)}/2024`,
      category: `Mục ${i % 4}`,
    };
    const body = `Xem [bài](bai-${(i * 7 + 1) % ARTICLES}.md)${i % 50 === 0 ? ' và <b>thẻ</b>' : ''}.\n\n## Phần ${i}`;
    return [`content/tin/bai-${i}.md`, article(fields, body)];
  });
  return Object.fromEntries(articles);
}

async function buildWith(root: string, jobs: number) {
  const out = path.join(root, 'dist');
  const { loaded, problems, cache } = await loadSite({ root, now: NOW, jobs });
  assert.ok(loaded);
  const published = await publishSite(root, loaded, { out });
  await loaded.close();
  assert.ok('changes' in published);
  const added = [...published.changes.added.keys()];
  const manifest = readFileSync(path.join(out, '.dongha-site/manifest.json'), 'utf8');
  return {
    added,
    dist: readTree(out),
    manifest,
    told: problems.map(({ code, file }) => `${file} ${code}`),
    cache,
  };
}

describe('a site of many articles', () => {
  test('has the same bytes with 1, 2 and 4 jobs', async (t) => {
    const roots = [testDir(t, site()), testDir(t, site()), testDir(t, site())] as const;
    const one = await buildWith(roots[0], 1);
    const others = [await buildWith(roots[1], 2), await buildWith(roots[2], 4)];
    for (const { added } of others) assert.deepEqual(added, one.added);
    // With what other numbers of jobs remembered.
    const again = [await buildWith(roots[0], 4), await buildWith(roots[2], 1)];
    assert.deepEqual(
      again.map(({ cache }) => cache.misses),
      [0, 0],
    );
    assert.ok(one.dist.size > ARTICLES);
    assert.equal(one.told.length, ARTICLES / 50);
    for (const other of [...others, ...again]) {
      assert.deepEqual(other.told, one.told);
      assert.deepEqual([...other.dist.keys()], [...one.dist.keys()]);
      for (const [file, bytes] of one.dist) assert.ok(bytes.equals(other.dist.get(file) as Buffer), file);
      assert.equal(other.manifest, one.manifest);
    }
  });

  test('tells how much of it was remembered', async (t) => {
    const root = testDir(t, site());
    const counts = async () => {
      const args = ['build', root, '--now', '2024-06-01T08:00:00+07:00', '--format', 'json'];
      const { code, stdout } = await cli(args);
      const report = JSON.parse(stdout);
      assert.deepEqual([code, report.diagnostics.length], [0, ARTICLES / 50]);
      return report.cache;
    };
    const allHit = async () => {
      const { hits, misses } = await counts();
      assert.ok(hits >= ARTICLES && misses === 0, `${hits} hits, ${misses} misses`);
    };
    assert.equal((await counts()).hits, 0);
    await allHit();
    writeFiles(root, {
      'content/tin/bai-7.md': article({ title: 'Tin 7', timestamp: '8/3/2024', category: 'Mục 3' }, 'Sửa.'),
    });
    const edited = await counts();
    assert.ok(
      edited.hits >= ARTICLES - 1 && edited.misses === 1,
      `${edited.hits} hits, ${edited.misses} misses`,
    );
    await allHit();
  });
});
