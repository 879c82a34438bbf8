import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { build, load } from '../helpers/load.js';
import { article, document, poll } from '../helpers/site.js';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"/>';
const BESIDE = {
  'content/tin/b.md': article({}, '## Mục hai\n\nHai.'),
  'content/tin/Tệp một.pdf': 'x',
  'content/tin/anh.svg': SVG,
  'content/trang/lien-he.md': '---\ntitle: Liên hệ\n---\n',
};

/** The paragraph of an article with this text, or what is told. */
async function shown(t: Parameters<typeof load>[0], text: string, extra: Record<string, string> = {}) {
  const { page, told } = await build(t, { ...BESIDE, 'content/tin/a.md': article({}, text), ...extra });
  const html = page('/tin-tuc/2024/a/');
  return { told, html: /<div class="prose">\s*<p>([\s\S]*?)<\/p>\s*<\/div>/.exec(html)?.[1] ?? html };
}

describe('a link', () => {
  const good: Record<string, string> = {
    'b.md': '/tin-tuc/2024/b/',
    './b.md': '/tin-tuc/2024/b/',
    '../tin/b.md': '/tin-tuc/2024/b/',
    '/tin/b.md': '/tin-tuc/2024/b/',
    'b.md#muc-hai': '/tin-tuc/2024/b/#muc-hai',
    '../trang/lien-he.md': '/lien-he/',
    '/lien-he/': '/lien-he/',
    '/lien-he': '/lien-he/',
    '/LIEN-HE/': '/lien-he/',
    '/van-ban/': '/van-ban/',
    '/tin-tuc/': '/tin-tuc/',
    '/luu-tru/2024/05/': '/luu-tru/2024/05/',
    '<Tệp một.pdf>': '/tep/tin/tep-mot.pdf',
    'T%E1%BB%87p%20m%E1%BB%99t.pdf': '/tep/tin/tep-mot.pdf',
    '</tin/Tệp một.pdf>': '/tep/tin/tep-mot.pdf',
  };
  for (const [target, href] of Object.entries(good)) {
    test(`to ${target} becomes ${href}`, async (t) => {
      const { html, told } = await shown(t, `Xem [**bài**](${target}).`);
      assert.equal(html, `Xem <a href="${href}"><strong>bài</strong></a>.`);
      assert.deepEqual(told, []);
    });
  }

  test('with a name in NFD finds the file in NFC', async (t) => {
    assert.equal(
      (await shown(t, `[x](<${'Tệp một.pdf'.normalize('NFD')}>)`)).html,
      '<a href="/tep/tin/tep-mot.pdf">x</a>',
    );
  });

  test('to a file with its name in NFD on the disk finds it', async (t) => {
    const { html } = await shown(t, '[x](<ế.pdf>)', { [`content/tin/${'ế'.normalize('NFD')}.pdf`]: 'x' });
    assert.equal(html, '<a href="/tep/tin/e.pdf">x</a>');
  });

  test('within the page keeps to it', async (t) => {
    const { page, told } = await build(t, {
      'content/tin/a.md': article({}, '[xuống](#muc-duoi) [sai](#khong)\n\n## Mục dưới'),
    });
    assert.match(page('/tin-tuc/2024/a/'), /<a href="#muc-duoi">xuống<\/a>/);
    assert.deepEqual(told, ['content/tin/a.md:6:20 link/no-such-anchor']);
  });

  const bad: Record<string, string> = {
    'khong-co.md': 'link/missing',
    '/khong-co/': 'link/missing',
    'khong-co.pdf': 'link/missing',
    'b.md#khong': 'link/no-such-anchor',
    '../../site.yaml': 'link/outside',
    '../../../etc/passwd': 'link/outside',
    '/../../etc/passwd': 'link/outside',
    '%2e%2e/%2e%2e/site.yaml': 'link/outside',
  };
  for (const [target, code] of Object.entries(bad)) {
    test(`to ${target} is an error at its line and column`, async (t) => {
      const { told, html } = await shown(t, `Một.\n\nXem [bài](${target}).`);
      assert.deepEqual(told, [`content/tin/a.md:8:5 ${code}`]);
      assert.doesNotMatch(html, /etc\/passwd|site\.yaml/);
    });
  }

  test('to what does not exist suggests what is near', async (t) => {
    const { problems } = await load(t, {
      ...BESIDE,
      'content/tin/a.md': article({}, '[x](bb.md) [y](/lien-he1/) [z](lien-he.md)'),
    });
    assert.deepEqual(
      problems.map(({ params }) => params.nearest),
      ['b.md', '/lien-he/', '../trang/lien-he.md'],
    );
  });

  test('to a withheld entry prints as text, with a warning', async (t) => {
    const { html, told } = await shown(t, 'Xem [**bài**](nhap.md) này.', {
      'content/tin/nhap.md': article({ draft: 'có' }),
    });
    assert.equal(html, 'Xem <strong>bài</strong> này.');
    assert.deepEqual(told, ['content/tin/a.md:6:5 entry/withheld-reference']);
  });

  test('to a withheld entry by its address prints as text too', async (t) => {
    const { html, told } = await shown(t, '[bài](/tin-tuc/2024/nhap/)', {
      'content/tin/nhap.md': article({ draft: 'có' }),
    });
    assert.equal(html, 'bài');
    assert.deepEqual(told, ['content/tin/a.md:6:1 entry/withheld-reference']);
  });
});

describe('a picture', () => {
  test('gets its size, and its file one address', async (t) => {
    const { html, told } = await shown(t, '![Mô tả "x"](anh.svg)');
    assert.equal(
      html,
      '<img src="/tep/tin/anh.svg" alt="Mô tả &quot;x&quot;" width="30" height="20" loading="lazy" decoding="async">',
    );
    assert.deepEqual(told, []);
  });

  test('that is missing is an error, with what is near', async (t) => {
    const { problems, told } = await load(t, {
      ...BESIDE,
      'content/tin/a.md': article({ image: 'anh.jpg' }, '![x](ahn.svg)'),
    });
    assert.deepEqual(
      told.filter((line) => !line.includes('no-description')),
      ['content/tin/a.md:5:8 image/missing', 'content/tin/a.md:7:1 image/missing'],
    );
    assert.ok(
      problems
        .filter(({ code }) => code === 'image/missing')
        .every(({ params }) => params.nearest === 'anh.svg'),
    );
  });

  test('that is damaged is told where it is used', async (t) => {
    const { told } = await load(t, {
      'content/tin/a.md': article({}, 'Một ![x](a.jpg)'),
      'content/tin/a.jpg': 'không phải ảnh',
    });
    assert.deepEqual(told, ['content/tin/a.md:6:5 image/damaged']);
  });
});

describe('files', () => {
  test('are published once, and only when an entry refers to them', async (t) => {
    const { dist } = await build(t, {
      'content/tin/a.md': article({ files: '[Tệp.PDF]' }, '[x](Tệp.PDF)'),
      'content/tin/b.md': article({ files: '[Tệp.PDF]' }),
      'content/tin/Tệp.PDF': 'x',
      'content/tin/khong-dung.pdf': 'y',
    });
    assert.deepEqual(
      [...dist.keys()].filter((file) => file.startsWith('tep/')),
      ['tep/tin/tep.pdf'],
    );
    assert.equal(dist.get('tep/tin/tep.pdf')?.toString(), 'x');
  });

  test('of public/ are copied to the root as they are', async (t) => {
    const { dist } = await build(t, {
      'content/public/favicon.ico': 'x',
      'content/public/a/B c.txt': 'y',
      'content/public/a.md': '# z',
    });
    for (const file of ['favicon.ico', 'a/B c.txt', 'a.md']) assert.ok(dist.has(file), file);
  });

  test('of a document that are missing are an error at their field', async (t) => {
    assert.deepEqual((await load(t, { 'content/van-ban/a.md': document() })).told, [
      'content/van-ban/a.md:7:9 link/missing',
    ]);
  });
});

describe('a poll that an article names', () => {
  test('is found by its slug', async (t) => {
    const { site } = await load(t, {
      'content/tin/a.md': article({ poll: 'Mức độ' }),
      'content/tham-do/muc-do.md': poll(),
    });
    assert.equal(site.polledIn.get('content/tin/a.md')?.slug, 'muc-do');
  });

  test('must be there; one that is withheld is only warned of', async (t) => {
    assert.deepEqual((await load(t, { 'content/tin/a.md': article({ poll: 'x' }) })).told, [
      'content/tin/a.md:5:7 entry/no-such-poll',
    ]);
    const files = {
      'content/tin/a.md': article({ poll: 'x' }),
      'content/tham-do/x.md': poll({ opens: '1/1/2030' }),
    };
    assert.deepEqual((await load(t, files)).told, ['content/tin/a.md:5:7 entry/withheld-reference']);
  });
});

describe('the menu', () => {
  test('leads to addresses, files and other sites', async (t) => {
    const { site, told } = await load(t, {
      ...BESIDE,
      'site.yaml':
        'menu:\n  - {label: A, to: /van-ban/}\n  - label: B\n    to: trang/lien-he.md\n    children: [{label: C, to: "https://x.vn/"}]\n',
    });
    assert.deepEqual(
      site.menu.map(({ href, children }) => [href, ...children.map((c) => c.href)]),
      [['/van-ban/'], ['/lien-he/', 'https://x.vn/']],
    );
    assert.deepEqual(told, []);
  });

  test('has no place for what does not exist', async (t) => {
    assert.deepEqual(
      (await load(t, { 'content/public/a': '', 'site.yaml': 'menu: [{label: A, to: /khong-co/}]\n' })).told,
      ['site.yaml:1:23 settings/missing-target'],
    );
  });

  test('is the categories where site.yaml has none', async (t) => {
    assert.deepEqual(
      (await load(t, { 'content/tin/a.md': article() })).site.menu.map(({ label }) => label),
      ['Tin tức'],
    );
  });
});
