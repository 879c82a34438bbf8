import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { build, NOW } from '../helpers/load.js';
import { article, document, pageText, poll } from '../helpers/site.js';

/** Articles 1 (oldest) to n, a day apart, `Tin 1` to `Tin n`. */
const news = (n: number, fields: (i: number) => Record<string, string> = () => ({})) =>
  Object.fromEntries(
    Array.from({ length: n }, (_, i) => [
      `content/tin/t${i + 1}.md`,
      article({ title: `Tin ${i + 1}`, timestamp: `8:00 ${i + 1}/5/2024`, ...fields(i + 1) }),
    ]),
  );
const titles = (html: string) => [...html.matchAll(/>(Tin \d+)<\/a>/g)].map((match) => match[1]);
const between = (html: string, from: string, to: string) =>
  html.slice(html.indexOf(from), html.indexOf(to, html.indexOf(from)));
const others = (html: string) =>
  titles(between(html, '<h2 class="section-title">Các tin khác</h2>', '</section>'));

describe('an article’s page', () => {
  test('shows its time, and only the fields that it has', async (t) => {
    const { page } = await build(t, { 'content/tin/a.md': article({ title: 'Tin & "một" <b>' }) });
    const html = page('/tin-tuc/2024/a/');
    assert.match(html, /<time datetime="2024-05-22T10:19:00\+07:00">10:19, Thứ Tư, 22-5-2024<\/time>/);
    assert.match(html, /<h1>Tin &amp; &quot;một&quot; &lt;b&gt;<\/h1>/);
    assert.doesNotMatch(
      pageText(between(html, '<article', '</article>')),
      /Tác giả|Nguồn|Từ khóa|Tải về|Cập nhật lúc/,
    );
  });

  test('shows all fields', async (t) => {
    const { page } = await build(t, {
      'content/tin/a.md': article({
        summary: 'Sapo',
        author: 'Lê An',
        source: '{name: Báo, url: "https://bao.vn/", timestamp: 20/5/2024}',
        tags: '[Học Bác]',
        files: '[{path: a.docx, label: Toàn văn}]',
        updated: '11:00 23/5/2024',
        image: '{src: a.svg, alt: Mô tả, caption: Chú thích, credit: Minh}',
        video: 'v.mp4',
      }),
      'content/tin/a.docx': 'x'.repeat(120_000),
      'content/tin/v.mp4': 'x',
      'content/tin/a.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="8"/>',
    });
    const html = page('/tin-tuc/2024/a/');
    const text = pageText(html).replace(/\s+/g, ' ');
    for (const part of [
      'Cập nhật lúc 11:00, Thứ Năm, 23-5-2024',
      'Sapo',
      'Tác giả: Lê An',
      'Nguồn: Báo , Thứ Hai, 20-5-2024',
      'Tải về DOCX Toàn văn 120 kB',
      'Từ khóa Học Bác',
      'Chú thích Ảnh: Minh',
    ])
      assert.ok(text.includes(part), `${part} in ${text}`);
    assert.match(html, /<img src="\/tep\/tin\/a\.svg" width="9" height="8" alt="Mô tả"/);
    assert.match(html, /<video [^>]*src="\/tep\/tin\/v\.mp4"/);
    assert.match(html, /<a href="\/tu-khoa\/hoc-bac\/">Học Bác<\/a>/);
  });

  test('shows half newer and half older of the same category under Các tin khác', async (t) => {
    const { page } = await build(t, {
      'site.yaml': 'others: 4\n',
      ...news(9),
      'content/tin/khac.md': article({ title: 'Tin 99', category: 'Khác' }),
    });
    assert.deepEqual(others(page('/tin-tuc/2024/t5/')), ['Tin 7', 'Tin 6', 'Tin 4', 'Tin 3']);
    assert.deepEqual(others(page('/tin-tuc/2024/t9/')), ['Tin 8', 'Tin 7', 'Tin 6', 'Tin 5']);
    assert.deepEqual(others(page('/tin-tuc/2024/t1/')), ['Tin 5', 'Tin 4', 'Tin 3', 'Tin 2']);
    assert.match(page('/khac/2024/khac/'), /Chưa có tin khác\./);
  });

  test('a new article changes few others', async (t) => {
    const before = await build(t, news(25));
    const after = await build(t, news(26));
    const changed = [...before.dist].filter(
      ([file, bytes]) => /tin-tuc\/2024/.test(file) && !bytes.equals(after.dist.get(file) ?? Buffer.alloc(0)),
    );
    assert.equal(changed.length, 5);
  });
});

describe('THĂM DÒ Ý KIẾN beside an article', () => {
  const polls = {
    'content/tham-do/cu.md': poll({ question: 'Cũ?', opens: '1/3/2024' }),
    'content/tham-do/moi.md': poll({ question: 'Mới?', opens: '1/5/2024' }),
    'content/tham-do/het.md': poll({ question: 'Hết?', opens: '20/5/2024', closes: '30/5/2024' }),
  };
  const side = (html: string) => pageText(between(html, 'THĂM DÒ Ý KIẾN', '</section>'));

  test('is the newest open one', async (t) => {
    const { page } = await build(t, { 'content/tin/a.md': article(), ...polls });
    assert.match(side(page('/tin-tuc/2024/a/')), /Mới\?[\s\S]*0 người đã tham gia bình chọn/);
  });

  test('is the article’s own, though another is newer', async (t) => {
    const { page } = await build(t, { 'content/tin/a.md': article({ poll: 'cu' }), ...polls });
    assert.match(side(page('/tin-tuc/2024/a/')), /Cũ\?/);
    assert.equal(page('/tin-tuc/2024/a/').split('THĂM DÒ Ý KIẾN').length, 2);
  });

  test('is the newest closed one when none is open', async (t) => {
    const { page } = await build(t, {
      'content/tin/a.md': article(),
      'content/tham-do/het.md': polls['content/tham-do/het.md'],
      'content/tham-do/het-cu.md': poll({ question: 'Xưa?', closes: '2/5/2024' }),
    });
    assert.match(side(page('/tin-tuc/2024/a/')), /Hết\?/);
  });

  test('lasts through the day on which it closes', async (t) => {
    const files = { 'content/tin/a.md': article(), ...polls };
    const on = async (now: string) =>
      side((await build(t, files, { now: Date.parse(now) })).page('/tin-tuc/2024/a/'));
    assert.match(await on('2024-05-30T23:59:59+07:00'), /Hết\?/);
    assert.match(await on('2024-05-31T00:00:00+07:00'), /Mới\?/);
  });

  test('says so when there is none', async (t) => {
    const { page } = await build(t, { 'content/tin/a.md': article() });
    assert.match(side(page('/tin-tuc/2024/a/')), /Hiện chưa có cuộc thăm dò nào\./);
    assert.match(page('/tin-tuc/2024/a/'), /Chưa có văn bản mới\./);
  });

  test('counts people and ticks apart', async (t) => {
    const { page } = await build(t, {
      'content/tham-do/a.md': poll({
        choices: '2',
        closes: '2/5/2024',
        results: '{participants: 7448, votes: [7265, 3000]}',
      }),
    });
    const text = pageText(page('/tham-do-y-kien/a/')).replace(/\s+/g, ' ');
    assert.match(text, /97,54% \(7\.265 lượt chọn\)/);
    assert.match(text, /7\.448 người đã tham gia bình chọn/);
  });

  test('has a form only where there is a vote service and the poll is open', async (t) => {
    const forms = async (yaml: string, fields = {}) =>
      (await build(t, { 'site.yaml': yaml, 'content/tham-do/a.md': poll(fields) }))
        .page('/tham-do-y-kien/a/')
        .includes('<form');
    assert.equal(await forms(''), false);
    assert.equal(await forms('polls: {endpoint: /api/polls/}\n'), true);
    assert.equal(await forms('polls: {endpoint: /api/polls/}\n', { closes: '2/5/2024' }), false);
  });
});

describe('the home page', () => {
  const lead = (html: string) => titles(between(html, '<main', '<section class="band">'));

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

  test('shows the newest of each category, in the order that site.yaml gives', async (t) => {
    const files = { ...news(4, (i) => ({ category: i % 2 ? 'Kinh tế' : 'Đô thị' })) };
    const bands = async (yaml: string) =>
      [
        ...(await build(t, { ...files, 'site.yaml': yaml }))
          .page('/')
          .matchAll(/<section class="band">\s*<h2 class="section-title"><a href="([^"]*)"/g),
      ].map((m) => m[1]);
    assert.deepEqual(await bands(''), ['/do-thi/', '/kinh-te/']);
    assert.deepEqual(await bands('home: {categories: [Kinh tế, Đô thị]}\n'), ['/kinh-te/', '/do-thi/']);
    assert.deepEqual(await bands('home: {categories: [kinh te]}\n'), ['/kinh-te/']);
  });

  test('of an empty site says that there is nothing', async (t) => {
    const { page, told } = await build(t, {});
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
    assert.match(page('/luu-tru/2024/05/'), /<h1>Tháng 5 năm 2024<\/h1>/);
    assert.match(
      pageText(page('/luu-tru/')).replace(/\s+/g, ' '),
      /2024 3 tin, bài Tháng 5 \(2\) Tháng 1 \(1\) 2021 1 tin, bài Tháng 2 \(1\)/,
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
