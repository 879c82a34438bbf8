/** What an output depends on is found, however it is written: an incremental build equals a clean one. */
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { describe, type TestContext, test } from 'node:test';
import { cli } from '../helpers/cli.js';
import { jpeg } from '../helpers/pictures.js';
import { article, type Files, readTree, testDir, writeFiles } from '../helpers/site.js';

const AT = (moment: string) => ['--now', `2024-06-${moment}:00+07:00`];

async function build(root: string, ...options: string[]) {
  const { code, stderr } = await cli(['build', root, ...AT('01T08:00'), ...options]);
  return { code, stderr, dist: readTree(`${root}/dist`) };
}

/** Builds a site, changes it, and builds it again, then from nothing. */
async function assertFollows(t: TestContext, files: Files, change: Files, ...options: string[]) {
  const root = testDir(t, files);
  await build(root, ...options);
  writeFiles(root, change);
  const next = await build(root, ...options);
  for (const folder of ['dist', '.cache']) rmSync(`${root}/${folder}`, { recursive: true });
  const clean = await build(root, ...options);
  assert.deepEqual([next.code, next.dist], [clean.code, clean.dist]);
  return clean;
}

describe('what an output depends on', { concurrency: 2 }, () => {
  const CALLS = [
    '{{> moi}}',
    '{{> moi~}}',
    '{{~>moi ~}}',
    '{{> "moi"}}',
    "{{> 'moi'}}",
    '{{> [moi]}}',
    '{{#> moi~}}{{/moi}}',
  ];
  for (const call of CALLS)
    test(`holds the partial of ${call}`, async (t) => {
      const { dist } = await assertFollows(
        t,
        {
          'content/tin/a.md': article(),
          'templates/article.hbs': `{{#> layout}}<h1>{{title}}</h1>{{{body}}}\n${call}{{/layout}}`,
          'templates/partials/moi.hbs': '<p>Một</p>',
        },
        { 'templates/partials/moi.hbs': '<p>Hai</p>' },
      );
      assert.match(String(dist.get('tin-tuc/2024/a/index.html')), /<p>Hai<\/p>/);
    });

  test('holds the picture of an entry that is held because of it', async (t) => {
    const picture = { image: '{src: anh.jpg, alt: A}' };
    const files = { 'content/tin/a.md': article(), 'content/tin/b.md': article(picture) };
    const whole = { 'content/tin/anh.jpg': await jpeg(60, 40) };
    const damaged = { 'content/tin/anh.jpg': whole['content/tin/anh.jpg'].subarray(0, -200) };
    const { code } = await assertFollows(t, { ...files, ...damaged }, whole, '--hold-broken');
    assert.equal(code, 0);
    assert.equal((await assertFollows(t, { ...files, ...whole }, damaged, '--hold-broken')).code, 3);
  });

  test('holds the time of a build that remembered nothing', async (t) => {
    const root = testDir(t, {
      'content/tin/a.md': article(),
      'content/tin/b.md': article({ timestamp: '2/6/2024' }),
    });
    const first = await build(root);
    const later = await build(root, '--no-cache', ...AT('03T08:00'));
    assert.ok(later.dist.size > first.dist.size);
    assert.deepEqual((await build(root, ...AT('01T09:00'))).dist, first.dist);
  });
});
