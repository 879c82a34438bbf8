import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { build } from '../helpers/load.js';
import { between, news, others } from '../helpers/news.js';
import { article, pageText, poll } from '../helpers/site.js';

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
      'Chú thích · Ảnh: Minh',
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
