import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { build, buildIn, load } from '../helpers/load.js';
import { article, document, poll, writeFiles } from '../helpers/site.js';

const addressOf = async (t: Parameters<typeof load>[0], file: string, text: string, settings = '') => {
  const { site } = await load(t, { 'site.yaml': settings, [file]: text, 'content/van-ban/a.pdf': 'x' });
  return [...site.articles, ...site.documents, ...site.polls, ...site.pages]
    .map(({ address }) => address)
    .join();
};

describe('an address', () => {
  test('of an article is its category, year and file name', async (t) => {
    assert.equal(
      await addressOf(t, 'content/tin/Ngày hội Đọc sách.md', article({ category: 'Xây dựng Đảng' })),
      '/xay-dung-dang/2024/ngay-hoi-doc-sach/',
    );
    assert.equal(await addressOf(t, 'content/a.md', article()), '/tin-tuc/2024/a/');
    assert.equal(await addressOf(t, 'content/tin/2020/a.MD', article()), '/tin-tuc/2024/a/');
  });

  test('is the same under NFC and NFD names', async (t) => {
    const name = 'content/tin/Đường phố.md';
    assert.equal(await addressOf(t, name.normalize('NFD'), article()), '/tin-tuc/2024/duong-pho/');
  });

  test('under the folder of smaller pictures is nobody’s', async (t) => {
    const { told } = await load(t, { 'content/tin/a.md': article(), 'content/public/tep/_/tin/a.jpg': 'x' });
    assert.deepEqual(told, ['content/public/tep/_/tin/a.jpg:1:1 entry/address-taken']);
  });

  test('among the numbered pages of a list is nobody’s', async (t) => {
    const { told } = await load(t, {
      'content/tin/a.md': article(),
      'content/trang/tin-tuc/trang/1.md': '---\ntitle: A\n---\n',
      'content/public/cac-tin-khac/trang/9/index.html': 'x',
      'redirects.csv': 'from,to\n/van-ban/trang/2/,/\n/van-ban/trang/2/x/,/\n',
    });
    assert.deepEqual(told, [
      'content/public/cac-tin-khac/trang/9/index.html:1:1 entry/address-taken',
      'content/trang/tin-tuc/trang/1.md:1:1 entry/address-taken',
      'redirects.csv:2:1 redirect/taken',
      'redirects.csv:3:1 redirect/taken',
    ]);
  });

  test('under a file is nobody’s, in either order', async (t) => {
    for (const rows of ['/cu.html,/\n/cu.html/b.html,/\n', '/cu.html/b.html,/\n/cu.html,/\n']) {
      const { told } = await load(t, { 'content/tin/a.md': article(), 'redirects.csv': `from,to\n${rows}` });
      assert.deepEqual(told, ['redirects.csv:3:1 redirect/taken'], rows);
    }
  });

  test('takes the name of the folder for index.md', async (t) => {
    assert.equal(await addressOf(t, 'content/tin/ngay-hoi/index.md', article()), '/tin-tuc/2024/ngay-hoi/');
    assert.equal(
      await addressOf(t, 'content/trang/gioi-thieu/index.md', '---\ntitle: A\n---\n'),
      '/gioi-thieu/',
    );
  });

  test('of a standing page has its folders', async (t) => {
    assert.equal(
      await addressOf(t, 'content/trang/Hướng dẫn/Gửi bài.md', '---\ntitle: A\n---\n'),
      '/huong-dan/gui-bai/',
    );
    assert.equal(await addressOf(t, 'content/trang/a.md', '---\ntitle: A\n---\n'), '/a/');
  });

  test('of documents and polls stands under their lists', async (t) => {
    assert.equal(
      await addressOf(t, 'content/van-ban/2024/214-KH-TU.md', document({ files: '[/van-ban/a.pdf]' })),
      '/van-ban/214-kh-tu/',
    );
    assert.equal(await addressOf(t, 'content/tham-do/Mức độ.md', poll()), '/tham-do-y-kien/muc-do/');
  });

  test('has the `slug` of its entry, or the title’s where the name gives none', async (t) => {
    assert.equal(
      await addressOf(t, 'content/tin/a.md', article({ slug: 'Một Slug' })),
      '/tin-tuc/2024/mot-slug/',
    );
    assert.equal(
      await addressOf(t, 'content/tin/漢字.md', article({ title: 'Ngày hội' })),
      '/tin-tuc/2024/ngay-hoi/',
    );
    const { told } = await load(t, { 'content/tin/漢字.md': article({ title: '漢字' }) });
    assert.deepEqual(told, ['content/tin/漢字.md:2:8 entry/no-slug']);
  });

  test('follows `permalinks`', async (t) => {
    const settings = (pattern: string) => `permalinks: {article: "${pattern}"}\n`;
    assert.equal(
      await addressOf(t, 'content/tin/a.md', article(), settings('/tin/:year/:month/:day/:category/:slug/')),
      '/tin/2024/05/22/tin-tuc/a/',
    );
    assert.equal(await addressOf(t, 'content/tin/a.md', article(), settings('/:slug/')), '/a/');
  });

  test('has the year of the site’s zone', async (t) => {
    const text = article({ timestamp: '2024-01-01T03:00:00+07:00' });
    assert.equal(await addressOf(t, 'content/tin/a.md', text), '/tin-tuc/2024/a/');
    assert.equal(
      await addressOf(t, 'content/tin/a.md', text, 'timezone: Europe/Berlin\n'),
      '/tin-tuc/2023/a/',
    );
  });

  test('follows `kind` where it overrides the folder', async (t) => {
    assert.equal(await addressOf(t, 'content/tin/a.md', '---\nkind: trang\ntitle: A\n---\n'), '/tin/a/');
  });
});

describe('two that have one address are told, and both are named', () => {
  const taken = async (t: Parameters<typeof load>[0], files: Record<string, string>) =>
    (await load(t, files)).problems
      .filter(({ code }) => /taken/.test(code))
      .map(({ code, file, related }) => [code, file, ...(related ?? [])].join(' '));

  test('entries', async (t) => {
    assert.deepEqual(await taken(t, { 'content/tin/a.md': article(), 'content/khac/A.md': article() }), [
      'entry/address-taken content/tin/a.md content/khac/A.md',
    ]);
    assert.deepEqual(
      await taken(t, { 'content/tin/Đường.md': article(), 'content/tin/duong.md': article() }),
      ['entry/address-taken content/tin/Đường.md content/tin/duong.md'],
    );
  });

  test('entries and lists', async (t) => {
    assert.equal(
      (await taken(t, { 'content/trang/tin-tuc.md': '---\ntitle: A\n---\n', 'content/tin/a.md': article() }))
        .length,
      1,
    );
    assert.equal(
      (
        await taken(t, {
          'content/trang/luu-tru/2024.md': '---\ntitle: A\n---\n',
          'content/tin/a.md': article(),
        })
      ).length,
      1,
    );
    for (const name of ['van-ban', 'cac-tin-khac', 'tim-kiem', 'tu-khoa', 'tep']) {
      assert.deepEqual(
        await taken(t, { [`content/trang/${name}.md`]: '---\ntitle: A\n---\n' }),
        [`entry/address-taken content/trang/${name}.md`],
        name,
      );
    }
  });

  test('documents and the parts of the library', async (t) => {
    for (const name of ['loai', 'nam', 'co-quan', 'linh-vuc', 'trang']) {
      assert.equal(
        (await taken(t, { [`content/van-ban/${name}.md`]: document(), 'content/van-ban/a.pdf': 'x' })).length,
        1,
        name,
      );
    }
  });

  test('entries and public files, in any case and normal form', async (t) => {
    assert.equal(
      (await taken(t, { 'content/trang/a.md': '---\ntitle: A\n---\n', 'content/public/A': 'x' })).length,
      1,
    );
    assert.equal((await taken(t, { 'content/public/404.html': 'x' })).length, 1);
  });

  test('files', async (t) => {
    const files = {
      'content/tin/a.md': article({ files: '[Tệp một.pdf, tep-mot.pdf]' }),
      'content/tin/Tệp một.pdf': 'x',
      'content/tin/tep-mot.pdf': 'y',
    };
    assert.equal((await taken(t, files)).length, 1);
  });

  test('aliases', async (t) => {
    assert.deepEqual(
      await taken(t, {
        'content/tin/a.md': article({ aliases: '/Cu/1' }),
        'content/tin/b.md': article({ aliases: '/cu/1/' }),
      }),
      ['entry/alias-taken content/tin/b.md content/tin/a.md'],
    );
    assert.equal((await taken(t, { 'content/tin/a.md': article({ aliases: '/tin-tuc/' }) })).length, 1);
    assert.equal(
      (await taken(t, { 'content/tin/a.md': article({ aliases: '/tin-tuc/2024/a/' }) })).length,
      1,
    );
  });

  test('a file and a folder', async (t) => {
    assert.equal(
      (
        await taken(t, {
          'content/tin/a.md': article({ aliases: '/tin-tuc/2024' }),
          'content/public/cu.html': 'x',
        })
      ).length,
      1,
    );
  });
});

describe('an entry that moved since the last build', () => {
  test('is warned of, unless something stands at its old address', async (t) => {
    const first = await build(t, { 'content/tin/a.md': article() });
    writeFiles(first.root, { 'content/tin/a.md': article({ slug: 'b' }) });
    const moved = await buildIn(first.root);
    assert.deepEqual(moved.told, ['content/tin/a.md:1:1 entry/moved']);
    assert.equal(moved.problems.length, 0);
    writeFiles(first.root, { 'content/tin/a.md': article({ slug: 'c', aliases: '/tin-tuc/2024/b/' }) });
    assert.deepEqual((await buildIn(first.root)).told, []);
  });
});
