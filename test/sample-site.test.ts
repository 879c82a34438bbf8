/** The sample site of this repository: the seed article word for word, no dead link, valid HTML. */
import assert from 'node:assert/strict';
import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { type ConfigData, HtmlValidate } from 'html-validate';
import { isError } from '../src/core/problem.js';
import { deadLinks } from './helpers/links.js';
import { type Built, buildIn, pageAt } from './helpers/load.js';
import { PROJECT, pageText, testDir } from './helpers/site.js';

const SEED = '/xay-dung-dang/2024/ket-qua-noi-bat-qua-03-nam-thuc-hien-ket-luan-so-01-kl-tw/';

/** What html-validate recommends, but for what is so on purpose. */
const RULES = {
  // A headline is as long as its editor makes it.
  'long-title': 'off',
  // HTML lets an id begin with a digit, as headings do: `1-chuan-bi-giay-to`.
  'valid-id': ['error', { relaxed: true }],
  // Tables of Markdown are aligned by `align`: a style would need an exception in the Content-Security-Policy.
} satisfies ConfigData['rules'];

const validator = new HtmlValidate({ root: true, extends: ['html-validate:recommended'], rules: RULES });

describe('the sample site', () => {
  let site: Built;
  let article = '';
  before(async () => {
    const root = testDir({ after: (clean) => after(clean as () => void) });
    for (const part of ['content', 'site.yaml', 'redirects.csv'])
      cpSync(path.join(PROJECT, part), path.join(root, part), { recursive: true });
    site = await buildIn(root, { now: Date.parse('2025-06-01T08:00:00+07:00') });
    // Marks within a line are no breaks in its text.
    article = pageText(pageAt(site.dist, SEED).replace(/<\/?(?:a|em|strong|span|time)\b[^>]*>/g, '')).replace(
      /[ \t]*\n[ \t]*/g,
      '\n',
    );
  });

  test('has no errors', () => {
    assert.deepEqual(site.problems.filter(isError), []);
  });

  test('holds the seed article letter for letter, in order', () => {
    const lines = readFileSync(path.join(PROJECT, 'test/fixtures/seed.txt'), 'utf8')
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
    const [pageTitle = '', title = '', time = '', ...rest] = lines;
    const body = rest.slice(0, rest.indexOf('Các tin khác')).map((line) => line.replace(/^- /, ''));
    assert.equal(pageTitle, 'Chi tiết tin - Thành ủy Đông Hà');
    assert.equal(time, '10:19, Thứ Tư, 22-5-2024');
    assert.equal(body.length, 11);
    let at = article.indexOf('\n', article.indexOf('Chuyển đến nội dung chính'));
    for (const part of [title, time, ...body, ...rest.slice(-4)]) {
      const found = article.indexOf(part, at);
      assert.ok(found >= 0, `after ${at}: ${part.slice(0, 80)}`);
      at = found + part.length;
    }
    assert.deepEqual(rest.slice(-4), [
      'Các tin khác',
      'VĂN BẢN MỚI',
      'THĂM DÒ Ý KIẾN',
      '0 người đã tham gia bình chọn',
    ]);
  });

  test('keeps the seed’s no-break spaces and both of its spellings', () => {
    const html = pageAt(site.dist, SEED);
    const seed = readFileSync(path.join(PROJECT, 'test/fixtures/seed.txt'), 'utf8');
    assert.equal((seed.match(/\u00a0/g) ?? []).length, 3);
    assert.equal(
      (/<div class="prose">[\s\S]*?<\/article>/.exec(html)?.[0].match(/\u00a0|&nbsp;|&#xA0;/gi) ?? []).length,
      3,
    );
    assert.match(html, /Thành uỷ/);
    assert.match(html, /Thành ủy/);
  });

  test('has no link that leads nowhere', () => {
    assert.deepEqual(deadLinks(site.dist, ''), []);
  });

  test('leads from its front page to every page', () => {
    const seen = new Set<string>(['index.html']);
    for (const file of seen) {
      for (const [, href = ''] of String(site.dist.get(file)).matchAll(/href="\/([^"#]*)/g)) {
        const target = href === '' || href.endsWith('/') ? `${href}index.html` : href;
        if (target.endsWith('.html')) seen.add(target);
      }
    }
    const isRedirect = (file: string) => site.dist.get(file)?.includes('http-equiv="refresh"');
    const lost = [...site.dist.keys()].filter(
      (file) => file.endsWith('.html') && !seen.has(file) && !isRedirect(file),
    );
    assert.deepEqual(lost, ['404.html']);
  });

  test('is valid HTML on every page', async () => {
    const wrong = new Map<string, string>();
    for (const [file, bytes] of site.dist) {
      if (!file.endsWith('.html')) continue;
      const { results } = await validator.validateString(String(bytes), file);
      for (const { messages } of results) {
        for (const { ruleId, message, line, column } of messages)
          wrong.set(`${ruleId}: ${message}`, `${file}:${line}:${column}`);
      }
    }
    assert.deepEqual([...wrong], []);
  });
});
