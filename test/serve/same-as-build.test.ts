/** Every page of a preview is the file that build writes, but for one script tag. */
import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { buildIn, NOW } from '../helpers/load.js';
import { isServed, preview } from '../helpers/preview.js';
import { article, document, PROJECT, poll, testDir, writeFiles } from '../helpers/site.js';

const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const FILES = {
  'site.yaml': 'title: Thử\nbaseUrl: https://x.vn/phuong/\npageSize: 2\ntheme: {accent: "#0a5c36"}\n',
  'redirects.csv': '/cu/1,/tin/2024/a/\n',
  'content/tin/a.md': article(
    { title: 'Một', tags: '[đọc sách]', files: '[a.pdf]', aliases: '[/xua/a/]' },
    'Xem [hai](b.md), 01-KH/TU và ![ảnh](../anh/x.png).',
  ),
  'content/tin/a.pdf': 'tệp',
  'content/anh/x.png': Buffer.from(PNG, 'base64'),
  'content/tin/b.md': article({ title: 'Hai', category: 'Kinh tế', poll: 'mot' }),
  'content/tin/c.md': article({ title: 'Ba' }),
  'content/tin/d.md': article({ title: 'Bốn' }),
  'content/tin/e.md': article({ title: 'Năm' }),
  'content/van-ban/v.md': document({ number: '01-KH/TU' }),
  'content/van-ban/a.pdf': 'văn bản',
  'content/tham-do/mot.md': poll(),
  'content/trang/gioi-thieu.md': '---\ntitle: Giới thiệu\n---\nMột.\n',
  'content/public/favicon.ico': 'biểu tượng',
  'content/public/tep mau.txt': 'chữ',
};

/** Asks for each file of the output, and holds the answer against it. */
async function assertSame(t: Parameters<typeof preview>[0], root: string, now: number): Promise<void> {
  const { dist } = await buildIn(root, { now });
  const shown = await preview(t, root, { now: () => now });
  const base = new URL(shown.url).pathname;
  let pages = 0;
  for (const [file, bytes] of dist) {
    if (!isServed(file)) continue;
    const name = file.replace(/(^|\/)index\.html$/, '$1');
    const answer = await shown.get(`${base}${name.split('/').map(encodeURIComponent).join('/')}`);
    assert.equal(answer.status, 200, file);
    const tags = [...answer.text.matchAll(/<script src="\/__dongha\/preview\.js"[^>]*><\/script>/g)];
    if (tags.length === 0) assert.ok(answer.bytes.equals(bytes), file);
    else {
      pages++;
      assert.equal(tags.length, 1, file);
      assert.equal(answer.text.replace(tags[0]?.[0] ?? '', ''), bytes.toString(), file);
    }
  }
  assert.equal(pages, [...dist.keys()].filter((file) => file.endsWith('.html')).length);
}

test('the preview of a site of every kind equals its build, file by file', async (t) => {
  await assertSame(t, testDir(t, FILES), NOW);
});

test('the preview of the sample site equals its build, file by file', async (t) => {
  const root = testDir(t);
  for (const name of ['content', 'site.yaml', 'redirects.csv'])
    cpSync(path.join(PROJECT, name), path.join(root, name), { recursive: true });
  await assertSame(t, root, Date.parse('2026-01-01T08:00:00+07:00'));
});

test('nothing is written but the cache, and pages are drawn without a build', async (t) => {
  const root = testDir(t, FILES);
  const shown = await preview(t, root);
  await shown.get('/phuong/');
  writeFiles(root, { 'content/tin/f.md': article({ title: 'Sáu' }) });
  const { readdirSync } = await import('node:fs');
  assert.deepEqual(readdirSync(root).sort(), ['.cache', 'content', 'redirects.csv', 'site.yaml']);
});
