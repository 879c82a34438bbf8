import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { deadLinks } from '../helpers/links.js';
import { build } from '../helpers/load.js';
import { article, document, poll } from '../helpers/site.js';

const FILES = {
  'content/hinh/bieu-trung.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
  'content/tin/a.md': article(
    {
      tags: '[một, hai]',
      files: '[a.pdf]',
      image: '{src: /hinh/bieu-trung.svg, alt: Biểu trưng}',
      poll: 'a',
      aliases: '[/cu/1, /cu/2.html]',
    },
    'Xem [b](b.md#muc), [tệp](a.pdf), [địa chỉ](/van-ban/), 214-KH/TU và ![ảnh](/hinh/bieu-trung.svg).',
  ),
  'content/tin/a.pdf': 'x',
  ...Object.fromEntries(
    Array.from({ length: 9 }, (_, i) => [
      `content/tin/b${i || ''}.md`,
      article({ timestamp: `${i + 1}/4/2024` }, '## Mục'),
    ]),
  ),
  'content/van-ban/a.md': document({ field: 'Nội vụ', related: '[215-KH/TU]' }),
  'content/van-ban/b.md': document({ number: '215-KH/TU', replaces: '[214-KH/TU]' }),
  'content/van-ban/a.pdf': 'x',
  'content/tham-do/a.md': poll(),
  'content/trang/gioi-thieu/index.md': '---\ntitle: Giới thiệu\n---\n[Liên hệ](lien-he.md)\n',
  'content/trang/gioi-thieu/lien-he.md': '---\ntitle: Liên hệ\n---\n[Về đầu](#dau)\n\n## Đầu\n',
  'content/public/favicon.ico': 'x',
  'redirects.csv': '/cu/3,/tin-tuc/\n/cu/4,https://x.vn/\n',
};
const settings = (baseUrl: string) =>
  `${baseUrl}pageSize: 2\norganisation: {name: A, emblem: /hinh/bieu-trung.svg, phone: "0233 852"}\nmenu:\n  - {label: Trang chủ, to: /}\n  - {label: Giới thiệu, to: trang/gioi-thieu/index.md, children: [{label: Tin, to: /tin-tuc/}]}\npolls: {endpoint: /api/polls/}\n`;

describe('every internal link', () => {
  test('leads to a file, and to a place in it', async (t) => {
    const { dist, told } = await build(t, { 'site.yaml': settings(''), ...FILES });
    assert.deepEqual(told, []);
    assert.deepEqual(deadLinks(dist, '', ['/api/']), []);
  });

  test('begins with the path of `baseUrl`, assets and redirects too', async (t) => {
    const { dist } = await build(t, {
      'site.yaml': settings('baseUrl: https://x.github.io/dong-ha/\n'),
      ...FILES,
    });
    assert.deepEqual(deadLinks(dist, '/dong-ha', ['/api/']), []);
    for (const line of String(dist.get('_redirects')).trim().split('\n'))
      assert.match(line, /^\/dong-ha\/\S+ (?:\/dong-ha\/|https:)/);
  });

  test('leaves the layout of dist/ as it is', async (t) => {
    const without = await build(t, { 'site.yaml': settings(''), ...FILES });
    const under = await build(
      t,
      { 'site.yaml': settings(''), ...FILES },
      { baseUrl: 'https://x.github.io/dong-ha/' },
    );
    assert.deepEqual([...under.dist.keys()].sort(), [...without.dist.keys()].sort());
  });

  test('without `baseUrl` no page names a canonical address', async (t) => {
    const { dist } = await build(t, { 'content/tin/a.md': article() });
    for (const [file, bytes] of dist) assert.doesNotMatch(String(bytes), /rel="canonical" href="http/, file);
  });

  test('with `baseUrl` every page names its own', async (t) => {
    const { page } = await build(t, {
      'site.yaml': 'baseUrl: https://x.vn/d\n',
      'content/tin/a.md': article(),
    });
    assert.match(
      page('/tin-tuc/2024/a/'),
      /<link rel="canonical" href="https:\/\/x\.vn\/d\/tin-tuc\/2024\/a\/">/,
    );
    assert.match(page('/'), /<link rel="canonical" href="https:\/\/x\.vn\/d\/">/);
  });
});
