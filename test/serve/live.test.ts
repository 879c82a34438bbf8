/** What open browsers are told when files change. Nothing waits for a length of time: each step waits for its event. */
import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { buildIn, NOW } from '../helpers/load.js';
import { isServed, type Options, preview, versionIn } from '../helpers/preview.js';
import { article, type Files, pageText, testDir, writeFiles } from '../helpers/site.js';

const SITE: Files = {
  'site.yaml': 'title: Thử\n',
  'content/tin/a.md': article({ title: 'Một' }, 'Thân một.'),
  'content/tin/b.md': article({ title: 'Hai' }, 'Thân hai.'),
};
const A = '/tin-tuc/2024/a/';

async function watched(t: Parameters<typeof preview>[0], files: Files = SITE, options: Options = {}) {
  const root = testDir(t, files);
  const shown = await preview(t, root, { watch: 'events', ...options });
  await shown.settled();
  const write = (file: string, text: string) => writeFiles(root, { [file]: text });
  return { root, shown, write };
}

describe('an open page', () => {
  test('is loaded again after an edit of its text, and then shows it', async (t) => {
    const { shown, write } = await watched(t);
    const events = await shown.events(A);
    write('content/tin/a.md', article({ title: 'Một' }, 'Thân mới.'));
    const { type, data } = await events.next();
    assert.equal(type, 'reload');
    const page = (await shown.get(A)).text;
    assert.match(page, /Thân mới\./);
    assert.equal(versionIn(page), data.version);
  });

  test('gets styles without being loaded again', async (t) => {
    const { shown, write } = await watched(t, { ...SITE, 'templates/assets/main.css': 'p{margin:0}' });
    const events = await shown.events(A);
    write('templates/assets/main.css', 'p{margin:1px}');
    const { type, data } = await events.next();
    assert.equal(type, 'styles');
    const page = (await shown.get(A)).text;
    for (const href of data.hrefs as string[]) {
      assert.ok(page.includes(`href="${href}"`));
      assert.equal((await shown.get(href)).status, 200);
    }
  });

  test('is followed to its new address', async (t) => {
    const { root, shown, write } = await watched(t);
    const events = await shown.events(A);
    write('content/tin/a.md', article({ title: 'Một', slug: 'moi' }, 'Thân một.'));
    assert.equal((await events.next()).data.to, '/tin-tuc/2024/moi/');
    const other = await shown.events('/tin-tuc/2024/b/');
    renameSync(path.join(root, 'content/tin/b.md'), path.join(root, 'content/tin/doi-ten.md'));
    const seen: unknown[] = [];
    while (!seen.includes('/tin-tuc/2024/doi-ten/')) seen.push((await other.next()).data.to);
  });

  test('that was drawn before the last change is loaded again at once', async (t) => {
    const { shown, write } = await watched(t);
    const old = versionIn((await shown.get(A)).text);
    const first = await shown.events(A);
    write('content/tin/a.md', article({ title: 'Một' }, 'Thân mới.'));
    await first.next();
    const late = await shown.events(A, old);
    assert.equal((await late.next()).type, 'reload');
    const stranger = await shown.events(A, 'khac-7');
    assert.equal((await stranger.next()).type, 'reload');
  });
});

describe('a change', () => {
  test('is found: new, renamed and deleted files and folders, templates, assets, settings, redirects', async (t) => {
    const { root, shown, write } = await watched(t);
    const steps: [string, () => void][] = [
      ['a new file', () => write('content/tin/c.md', article({ title: 'Ba' }))],
      ['a new folder', () => write('content/moi/sau/d.md', article({ title: 'Bốn' }))],
      ['a file in it', () => write('content/moi/sau/e.md', article({ title: 'Năm' }))],
      ['a renamed folder', () => renameSync(path.join(root, 'content/moi'), path.join(root, 'content/khac'))],
      ['an edit in it', () => appendFileSync(path.join(root, 'content/khac/sau/d.md'), '\nThêm.\n')],
      ['a deleted file', () => rmSync(path.join(root, 'content/tin/c.md'))],
      ['a deleted folder', () => rmSync(path.join(root, 'content/khac'), { recursive: true })],
      ['the first template', () => write('templates/partials/footer.hbs', '<footer>Chân trang</footer>\n')],
      ['an edited template', () => write('templates/partials/footer.hbs', '<footer>Chân trang 2</footer>\n')],
      ['an asset', () => write('templates/assets/them.js', 'void 0;\n')],
      ['settings', () => write('site.yaml', 'title: Tên mới\npageSize: 1\n')],
      ['redirects', () => write('redirects.csv', '/cu/,/tin-tuc/2024/a/\n')],
      ['no settings', () => rmSync(path.join(root, 'site.yaml'))],
      ['no templates', () => rmSync(path.join(root, 'templates'), { recursive: true })],
      ['a public file', () => write('content/public/a.txt', 'chữ')],
      [
        'a saved file, as editors save: written beside, and renamed',
        () => {
          writeFileSync(path.join(root, 'content/tin/.a.md.tam'), article({ title: 'Thay' }));
          renameSync(path.join(root, 'content/tin/.a.md.tam'), path.join(root, 'content/tin/a.md'));
        },
      ],
    ];
    for (const [what, act] of steps) {
      const events = await shown.events('/');
      act();
      await events.next();
      await shown.settled();
      events.close();
      const { dist } = await buildIn(root, { out: 'sach', cache: 'off' });
      rmSync(path.join(root, 'sach'), { recursive: true });
      for (const [file, bytes] of dist) {
        if (!isServed(file)) continue;
        const url = `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
        assert.equal(await shown.page(url), bytes.toString(), `${what}: ${file}`);
      }
    }
  });

  test('of many files at once is found whole', async (t) => {
    const { shown, write } = await watched(t);
    const events = await shown.events('/');
    for (let i = 0; i < 500; i++) write(`content/dot/${i % 7}/t${i}.md`, article({ title: `Tin ${i}` }));
    await events.next();
    await shown.settled();
    for (const i of [0, 250, 499])
      assert.equal((await shown.get(`/tin-tuc/2024/t${i}/`)).status, 200, `${i}`);
  });

  test('right after another one is not lost, even of the same length', async (t) => {
    const { shown, write } = await watched(t);
    for (let round = 0; round < 30; round++) {
      const events = await shown.events(A);
      write('content/tin/a.md', article({ title: 'Một' }, `Lượt ${round + 10} a.`));
      if (round % 2) await events.next();
      write('content/tin/a.md', article({ title: 'Một' }, `Lượt ${round + 10} b.`));
      await events.next();
      await shown.settled();
      events.close();
      assert.match((await shown.get(A)).text, new RegExp(`Lượt ${round + 10} b\\.`));
    }
  });

  test('leaves no more files in the cache for each edit', async (t) => {
    const { root, shown, write } = await watched(t);
    const packs = () => readdirSync(path.join(root, '.cache/entries')).length;
    const before = packs();
    for (let i = 0; i < 5; i++) {
      const events = await shown.events(A);
      write('content/tin/a.md', article({ title: 'Một' }, `Lượt ${i}.`));
      await events.next();
      assert.match((await shown.get(A)).text, new RegExp(`Lượt ${i}\\.`));
      events.close();
    }
    assert.ok(packs() <= before + 1, `${packs()} files`);
  });

  test('that leaves the bytes as they are disturbs nobody', async (t) => {
    const { shown, write } = await watched(t);
    const events = await shown.events(A);
    write('content/tin/a.md', article({ title: 'Một' }, 'Thân một.'));
    await shown.settled();
    write('content/tin/a.md', article({ title: 'Một' }, 'Khác.'));
    const { data } = await events.next();
    assert.equal(String(data.version).split('-')[1], '2');
  });

  test('is found by looking again and again, where nothing tells of it', async (t) => {
    const { shown, write } = await watched(t, SITE, { watch: 'poll' });
    const events = await shown.events(A);
    write('content/tin/a.md', article({ title: 'Một' }, 'Thân mới.'));
    await events.next();
    assert.match((await shown.get(A)).text, /Thân mới\./);
  });
});

describe('a mistake', () => {
  test('is told, the last good page stays, others go on working; mended, it is gone', async (t) => {
    const { shown, write } = await watched(t);
    const events = await shown.events(A);
    write('content/tin/a.md', '---\ntitle: Một: hai\n---\nThân hỏng.\n');
    assert.equal((await events.next()).type, 'problems');
    const { errors, problems } = await shown.state(A);
    assert.ok(errors > 0);
    assert.match(
      `${problems[0]?.place} ${problems[0]?.frame.join('\n')}`,
      /content\/tin\/a\.md:2:8 [\s\S]*\^/,
    );
    assert.match(problems[0]?.hint ?? '', /title: "Một: hai"/);
    assert.match((await shown.get(A)).text, /Thân một\./);
    write('content/tin/b.md', article({ title: 'Hai' }, 'Thân hai đã sửa.'));
    await events.next();
    assert.match((await shown.get('/tin-tuc/2024/b/')).text, /đã sửa/);
    write('content/tin/a.md', article({ title: 'Một' }, 'Thân đã mở.'));
    assert.equal((await events.next()).type, 'reload');
    assert.equal((await shown.state(A)).errors, 0);
    assert.match((await shown.get(A)).text, /Thân đã mở\./);
    assert.equal(shown.news.at(-1)?.mended, problems.length);
  });

  test('in a template or in the settings leaves the pages as they were', async (t) => {
    const { shown, write } = await watched(t);
    const page = await shown.page(A);
    const events = await shown.events(A);
    write('templates/article.hbs', '{{khong}} {{#if');
    assert.equal((await events.next()).type, 'problems');
    assert.equal(await shown.page(A), page);
    write('site.yaml', 'pageSize: nhiều\n');
    await events.next();
    assert.equal(await shown.page(A), page);
    const { problems } = await shown.state(A);
    assert.ok(problems.some(({ place }) => place === 'site.yaml:1:11'));
    write('site.yaml', 'title: Mới\n');
    await events.next();
    write('templates/article.hbs', '{{title}}\n');
    await events.next();
    await shown.settled();
    assert.equal((await shown.page(A)).trim(), 'Một');
    assert.equal((await shown.state(A)).errors, 0);
  });

  test('in a link is told while the page shows the rest', async (t) => {
    const { shown, write } = await watched(t);
    const events = await shown.events(A);
    write('content/tin/a.md', article({ title: 'Một' }, 'Xem [bài](khong-co.md).'));
    assert.equal((await events.next()).type, 'reload');
    assert.deepEqual(
      (await shown.state(A)).problems.map(({ code }) => code),
      ['link/missing'],
    );
    write('content/tin/khong-co.md', article({ title: 'Có rồi' }));
    await events.next();
    assert.equal((await shown.state(A)).errors, 0);
    assert.match((await shown.get(A)).text, /<a href="\/tin-tuc\/2024\/khong-co\/">bài<\/a>/);
  });

  test('that was there at the start is told, and mended without a new start', async (t) => {
    const { shown, write } = await watched(t, { ...SITE, 'site.yaml': 'pageSize: nhiều\n' });
    assert.equal((await shown.get('/')).status, 503);
    const events = await shown.events('/', versionIn((await shown.get('/')).text));
    write('site.yaml', 'title: Được\n');
    await events.next();
    assert.equal((await shown.get('/')).status, 200);
  });
});

describe('what readers do not see yet', () => {
  const EARLY: Files = {
    ...SITE,
    'content/tin/nhap.md': article({ title: 'Bài nháp', draft: 'có' }),
    'content/tin/mai.md': article({ title: 'Ngày mai', timestamp: '8:00 2/6/2024' }),
  };

  test('is marked with --drafts, with the moment at which it goes live', async (t) => {
    const shown = await preview(t, testDir(t, EARLY), { drafts: true });
    assert.deepEqual((await shown.state()).marks, [
      {
        file: 'content/tin/mai.md',
        reason: 'scheduled',
        until: '08:00, Chủ Nhật, 2-6-2024',
        href: '/tin-tuc/2024/mai/',
        title: 'Ngày mai',
      },
      {
        file: 'content/tin/nhap.md',
        reason: 'draft',
        until: '',
        href: '/tin-tuc/2024/nhap/',
        title: 'Bài nháp',
      },
    ]);
    assert.match(pageText((await shown.get('/tin-tuc/2024/nhap/')).text), /Bài nháp/);
  });

  test('is listed without --drafts, and its pages are not there', async (t) => {
    const shown = await preview(t, testDir(t, EARLY));
    const { marks } = await shown.state();
    assert.deepEqual(
      marks.map(({ file, reason, href }) => [file, reason, href]),
      [
        ['content/tin/mai.md', 'scheduled', ''],
        ['content/tin/nhap.md', 'draft', ''],
      ],
    );
    assert.equal((await shown.get('/tin-tuc/2024/nhap/')).status, 404);
  });

  test('appears by itself when its time has come', async (t) => {
    const files = { ...SITE, 'content/tin/ngay.md': article({ timestamp: '2024-06-01T08:00:02+07:00' }) };
    const begun = Date.now();
    const { shown } = await watched(t, files, { now: () => NOW + Date.now() - begun });
    const url = '/tin-tuc/2024/ngay/';
    assert.equal((await shown.get(url)).status, 404);
    const events = await shown.events(url);
    assert.equal((await events.next()).type, 'reload');
    assert.equal((await shown.get(url)).status, 200);
  });
});

test('a folder that is not there at the start is watched once it is', async (t) => {
  const { root, shown } = await watched(t, { 'site.yaml': 'title: Trống\n' });
  assert.equal((await shown.state()).errors > 0 || (await shown.state()).warnings > 0, true);
  const events = await shown.events('/');
  mkdirSync(path.join(root, 'content/tin'), { recursive: true });
  writeFileSync(path.join(root, 'content/tin/a.md'), article());
  await events.next();
  await shown.settled();
  assert.equal((await shown.get(A)).status, 200);
});
