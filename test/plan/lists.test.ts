import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { build, NOW } from '../helpers/load.js';
import { between, news, titles } from '../helpers/news.js';
import { article, document, pageText, poll } from '../helpers/site.js';

describe('the home page', () => {
  const lead = (html: string) => titles(between(html, '<main', '<section class="band'));

  test('leads with the newest, and what is pinned before them', async (t) => {
    const { page } = await build(t, {
      'site.yaml': 'home: {featured: 3, perCategory: 2}\n',
      ...news(6, (i) =>
        i === 1
          ? { pinned: 'có' }
          : i === 2
            ? { pinned: '31/5/2024' }
            : i === 3
              ? { pinned: '1/6/2024' }
              : {},
      ),
    });
    assert.deepEqual(lead(page('/')), ['Tin 3', 'Tin 1', 'Tin 6']);
  });

  test('knows how many stories stand side by side under the first', async (t) => {
    const columns = async (featured: number) => {
      const { page } = await build(t, { 'site.yaml': `home: {featured: ${featured}}\n`, ...news(8) });
      return /class="featured ([^"]*)"/.exec(page('/'))?.[1];
    };
    assert.deepEqual(await Promise.all([1, 2, 3, 4, 5, 6, 8].map(columns)), [
      undefined,
      'featured-1',
      'featured-2',
      'featured-3',
      'featured-2',
      'featured-3',
      'featured-3',
    ]);
  });

  test('shows the newest of each category, in the order that site.yaml gives', async (t) => {
    const files = { ...news(8, (i) => ({ category: i % 2 ? 'Kinh tế' : 'Đô thị' })) };
    const bands = async (yaml: string) =>
      [
        ...(await build(t, { ...files, 'site.yaml': yaml }))
          .page('/')
          .matchAll(/<section class="([^"]*)">\s*<h2 class="section-title"><a href="([^"]*)"/g),
      ].map((m) => `${m[1]} ${m[2]}`);
    assert.deepEqual(await bands(''), ['band /do-thi/', 'band /kinh-te/']);
    assert.deepEqual(await bands('home: {categories: [Kinh tế, Đô thị]}\n'), [
      'band /kinh-te/',
      'band /do-thi/',
    ]);
    // One without a neighbour has the row to itself.
    assert.deepEqual(await bands('home: {categories: [kinh te]}\n'), ['band band-wide /kinh-te/']);
  });

  test('shows nothing twice: what stands at its head is left out of the bands', async (t) => {
    const { page } = await build(t, { 'site.yaml': 'home: {featured: 2, perCategory: 3}\n', ...news(6) });
    assert.deepEqual(titles(between(page('/'), '<main', '</main>')), [
      'Tin 6',
      'Tin 5',
      'Tin 4',
      'Tin 3',
      'Tin 2',
    ]);
  });

  test('of an empty site says that there is nothing', async (t) => {
    const { page, told } = await build(t, { 'content/public/a.txt': '' });
    assert.deepEqual(told, []);
    for (const words of ['Chưa có tin, bài nào.', 'Chưa có văn bản mới.', 'Hiện chưa có cuộc thăm dò nào.'])
      assert.ok(page('/').includes(words), words);
  });
});

describe('lists', () => {
  test('count from the oldest, and show dates instead of numbers', async (t) => {
    const { page } = await build(t, { 'site.yaml': 'pageSize: 2\n', ...news(7) });
    assert.deepEqual(titles(between(page('/tin-tuc/'), '<main', '</main>')), ['Tin 7', 'Tin 6', 'Tin 5']);
    assert.deepEqual(titles(between(page('/tin-tuc/trang/1/'), '<main', '</main>')), ['Tin 2', 'Tin 1']);
    const text = pageText(page('/cac-tin-khac/trang/2/'));
    assert.match(text, /3-5-2024 – 4-5-2024[\s\S]*← Tin mới hơn[\s\S]*Tin cũ hơn →/);
    assert.match(pageText(page('/cac-tin-khac/')), /Tất cả tin, bài, mới nhất trước/);
  });

  test('of the archive are years and months of the site’s zone', async (t) => {
    const { page, dist } = await build(t, {
      ...news(2),
      'content/tin/cu.md': article({ title: 'Tin 50', timestamp: '2023-12-31T23:30:00Z' }),
      'content/tin/xua.md': article({ title: 'Tin 60', timestamp: '1/2/2021' }),
    });
    assert.deepEqual(
      [...dist.keys()].filter((file) => file.startsWith('luu-tru/')),
      [
        'luu-tru/2021/02/index.html',
        'luu-tru/2021/index.html',
        'luu-tru/2024/01/index.html',
        'luu-tru/2024/05/index.html',
        'luu-tru/2024/index.html',
        'luu-tru/index.html',
      ],
    );
    assert.match(page('/luu-tru/2024/05/'), /<h1>Lưu trữ tháng 5 năm 2024<\/h1>/);
    assert.match(
      pageText(page('/luu-tru/')).replace(/\s+/g, ' '),
      /2024 \(3\) Tháng 5 \(2\) Tháng 1 \(1\) 2021 \(1\) Tháng 2 \(1\)/,
    );
  });

  test('of tags have a page each', async (t) => {
    const { page } = await build(
      t,
      news(3, (i) => ({ tags: i < 3 ? '[Đọc sách, chung]' : 'chung' })),
    );
    assert.match(pageText(page('/tu-khoa/')).replace(/\s+/g, ' '), /chung \(3\) Đọc sách \(2\)/);
    assert.deepEqual(titles(between(page('/tu-khoa/doc-sach/'), '<main', '</main>')), ['Tin 2', 'Tin 1']);
  });

  test('of documents are a table, and by type, year, issuer and field', async (t) => {
    const { page } = await build(t, {
      'content/van-ban/a.md': document({ field: 'Nội vụ', issued: '5/2/2024' }),
      'content/van-ban/b.md': document({
        number: '1-QĐ/TU',
        type: 'Quyết định',
        issued: '1/1/2023',
        issuer: 'Phường 1',
      }),
      'content/van-ban/a.pdf': 'x',
    });
    assert.match(
      pageText(page('/van-ban/')).replace(/\s+/g, ' '),
      /Số, ký hiệu Ngày ban hành Trích yếu Cơ quan ban hành Tình trạng hiệu lực Tải về 214-KH\/TU Ngày ban hành: 05\/02\/2024/,
    );
    for (const address of [
      'loai/ke-hoach',
      'loai/quyet-dinh',
      'nam/2024',
      'nam/2023',
      'co-quan/phuong-1',
      'linh-vuc/noi-vu',
    ])
      assert.match(page(`/van-ban/${address}/`), /<table/, address);
    assert.doesNotMatch(between(page('/van-ban/nam/2023/'), '<tbody', '</tbody'), /214-KH/);
    assert.match(page('/van-ban-moi/'), /<table[\s\S]*214-KH\/TU[\s\S]*1-QĐ\/TU/);
  });
});

test('no page of any kind prints what is not there', async (t) => {
  const { dist } = await build(
    t,
    {
      ...news(3),
      'content/van-ban/a.md': document(),
      'content/van-ban/a.pdf': 'x',
      'content/tham-do/a.md': poll(),
      'content/trang/a.md': '---\ntitle: A\n---\n',
    },
    { now: NOW },
  );
  for (const [file, bytes] of dist)
    if (file.endsWith('.html')) assert.doesNotMatch(pageText(bytes), /undefined|NaN|\[object|null/, file);
});
