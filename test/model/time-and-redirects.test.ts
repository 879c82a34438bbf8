import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { build, buildIn, load, loadIn, NOW } from '../helpers/load.js';
import { article, document, type Files, poll, testDir } from '../helpers/site.js';

const PDF = { 'content/van-ban/a.pdf': 'x' };

/** Every moment at which the site changes by itself, from `NOW` on. */
async function transitions(t: Parameters<typeof load>[0], files: Files): Promise<string[]> {
  const root = testDir(t, files);
  const found: string[] = [];
  for (let now: number | null = NOW; now !== null && found.length < 20; ) {
    const { site }: Awaited<ReturnType<typeof loadIn>> = await loadIn(root, { now });
    now = site.nextBuildAt;
    if (now !== null) found.push(new Date(now + 7 * 3_600_000).toISOString().slice(0, 16).replace('T', ' '));
  }
  return found;
}

describe('the next build is due', () => {
  test('never, when nothing changes by itself', async (t) => {
    assert.deepEqual(
      await transitions(t, {
        'content/tin/a.md': article(),
        'content/tin/b.md': article({ draft: 'có', timestamp: '1/1/2030' }),
      }),
      [],
    );
  });

  test('when an article appears, when it leaves, when its pin ends', async (t) => {
    const files = {
      'content/tin/a.md': article({ timestamp: '10:00 2/6/2024', unpublish: '5/6/2024', pinned: '3/6/2024' }),
    };
    assert.deepEqual(await transitions(t, files), [
      '2024-06-02 10:00',
      '2024-06-04 00:00',
      '2024-06-06 00:00',
    ]);
  });

  test('when a document takes effect and expires, and on the day from which it acts on others', async (t) => {
    const files = {
      ...PDF,
      'content/van-ban/a.md': document({ effective: '1/7/2024', expires: '1/8/2024' }),
    };
    assert.deepEqual(await transitions(t, files), ['2024-07-01 00:00', '2024-08-01 00:00']);
  });

  test('when comments on a draft open and close', async (t) => {
    const files = {
      ...PDF,
      'content/van-ban/a.md': document({ comment: '{opens: 2/6/2024, closes: 9/6/2024}' }),
    };
    assert.deepEqual(await transitions(t, files), ['2024-06-02 00:00', '2024-06-10 00:00']);
  });

  test('when a poll opens and closes', async (t) => {
    assert.deepEqual(
      await transitions(t, { 'content/tham-do/a.md': poll({ opens: '2/6/2024', closes: '17:00 9/6/2024' }) }),
      ['2024-06-02 00:00', '2024-06-09 17:00'],
    );
  });

  test('when the banner comes and goes', async (t) => {
    assert.deepEqual(
      await transitions(t, { 'site.yaml': 'banner: {text: A, from: 2/6/2024, until: 3/6/2024}\n' }),
      ['2024-06-02 00:00', '2024-06-04 00:00'],
    );
  });

  test('at the first of several moments', async (t) => {
    const files = {
      'site.yaml': 'banner: {text: A, from: 5/6/2024}\n',
      'content/tin/a.md': article({ timestamp: '3/6/2024' }),
      'content/tham-do/a.md': poll({ closes: '1/6/2024' }),
    };
    assert.deepEqual(await transitions(t, files), [
      '2024-06-02 00:00',
      '2024-06-03 00:00',
      '2024-06-05 00:00',
    ]);
  });

  test('not because of what is withdrawn already', async (t) => {
    assert.deepEqual(
      await transitions(t, { 'content/tin/a.md': article({ unpublish: '25/5/2024', pinned: '1/1/2030' }) }),
      [],
    );
  });

  test('and the output changes only then', async (t) => {
    const root = testDir(t, {
      ...PDF,
      'site.yaml': 'banner: {text: A, until: 3/6/2024}\n',
      'content/tin/a.md': article({ timestamp: '10:00 2/6/2024' }),
      'content/tin/b.md': article({ pinned: '9/6/2024' }),
      'content/van-ban/a.md': document({ effective: '7/6/2024' }),
      'content/tham-do/a.md': poll({ closes: '5/6/2024' }),
    });
    const bytes = async (now: number) =>
      Buffer.concat([...(await buildIn(root, { now })).dist].flatMap(([file, b]) => [Buffer.from(file), b]));
    let now = NOW;
    for (let i = 0; i < 5; i++) {
      const next = (await loadIn(root, { now })).site.nextBuildAt;
      assert.ok(next !== null);
      const before = await bytes(now);
      assert.ok(before.equals(await bytes(next - 1)), `before ${new Date(next).toISOString()}`);
      assert.ok(!before.equals(await bytes(next)), `at ${new Date(next).toISOString()}`);
      now = next;
    }
  });
});

describe('old addresses', () => {
  test('of `aliases` lead to the entry, by a page and by maps for hosts', async (t) => {
    const { page, dist } = await build(t, {
      'site.yaml': 'baseUrl: https://x.vn/d/\n',
      'content/tin/a.md': article({ aliases: '[/vi/chi-tiet-tin/-/view-article/1/2/3, /cu.html]' }),
    });
    for (const address of ['/vi/chi-tiet-tin/-/view-article/1/2/3/', '/cu.html']) {
      const html = address.endsWith('/') ? page(address) : String(dist.get(address.slice(1)));
      assert.match(html, /http-equiv="refresh" content="0; url=\/d\/tin-tuc\/2024\/a\/"/);
      assert.match(html, /rel="canonical" href="https:\/\/x\.vn\/d\/tin-tuc\/2024\/a\/"/);
    }
    assert.equal(
      String(dist.get('_redirects')),
      '/d/vi/chi-tiet-tin/-/view-article/1/2/3 /d/tin-tuc/2024/a/ 301\n/d/cu.html /d/tin-tuc/2024/a/ 301\n',
    );
  });

  const csv = (rows: string) => ({
    'redirects.csv': rows,
    'content/tin/a.md': article(),
    'content/tin/nhap.md': article({ draft: 'có' }),
  });
  const redirects = async (t: Parameters<typeof load>[0], rows: string) => {
    const { site, told } = await load(t, csv(rows));
    return [...site.redirects.map(({ from, to }) => `${from} → ${to}`), ...told];
  };

  test('of redirects.csv may be parted by commas, semicolons and tabs, with a heading, notes and quotation marks', async (t) => {
    for (const by of [',', ';', '\t']) {
      assert.deepEqual(
        await redirects(
          t,
          `from${by}to\n# ghi chú\n/cu/1${by}/tin-tuc/2024/a/\r\n\n"/cu/2"${by}"tin/a.md"\n/cu/3${by}content/tin/a.md\n/cu/4${by}https://y.vn/\n`,
        ),
        [
          '/cu/1 → /tin-tuc/2024/a/',
          '/cu/2 → /tin-tuc/2024/a/',
          '/cu/3 → /tin-tuc/2024/a/',
          '/cu/4 → https://y.vn/',
        ],
      );
    }
  });

  test('that are wrong are told at their row', async (t) => {
    assert.deepEqual(await redirects(t, '/cu/1\n'), ['redirects.csv:1:1 redirect/bad-row']);
    assert.deepEqual(await redirects(t, 'from,to\ncu/1,/tin-tuc/\n'), ['redirects.csv:2:1 redirect/bad-row']);
    assert.deepEqual(await redirects(t, '/cu?id=1,/tin-tuc/\n'), ['redirects.csv:1:1 redirect/bad-row']);
    assert.deepEqual(await redirects(t, '/cu/1,/khong-co/\n'), ['redirects.csv:1:1 redirect/missing-target']);
    assert.deepEqual(await redirects(t, '/tin-tuc/,/van-ban/\n'), ['redirects.csv:1:1 redirect/taken']);
    assert.deepEqual(await redirects(t, '/cu/1,/van-ban/\n/CU/1/,/tin-tuc/\n'), [
      '/cu/1 → /van-ban/',
      'redirects.csv:2:1 redirect/taken',
    ]);
  });

  test('whose target is withheld lead nowhere for now', async (t) => {
    assert.deepEqual(
      (await redirects(t, '/cu/1,tin/nhap.md\n')).filter((line) => line.includes('→')),
      [],
    );
  });
});
