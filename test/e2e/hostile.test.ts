/** Hostile text in every field of every kind of entry: it is shown, and nothing of it runs. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { openBrowser, type Server, serveFiles, skip, watchedPage } from '../helpers/browser.js';
import { type Built, build } from '../helpers/load.js';

const SCRIPT = '<script>alert(1)</script>';
const BREAKOUT = '"><img src=x onerror=alert(2)>\'><svg onload=alert(3)>';
const TEXTS = [
  SCRIPT,
  BREAKOUT,
  'javascript:alert(4)',
  '{{site.title}}{{{body}}}',
  'a\u202Eb\u2066c',
  '&lt;b&gt;',
  '</title></style>',
];
const EVIL = TEXTS.join(' ');
const LONG = 'Ộ'.repeat(10_000);

/** Front matter as JSON, which is YAML too. */
const entry = (fields: object, body = '') =>
  `---\n${Object.entries(fields)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
    .join('\n')}\n---\n${body}\n`;

const BODY = `${EVIL}\n\n## ${EVIL}\n\n[x](javascript:alert(5)) <a href="javascript:alert(6)">y</a> ![${BREAKOUT}](../anh.png "${'x'.repeat(3)}")\n\n${LONG}\n`;
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const files = (text: string) => ({
  'site.yaml': [
    `title: ${JSON.stringify(text)}`,
    `organisation: ${JSON.stringify({
      name: text,
      parent: text,
      address: text,
      phone: text,
      email: text,
      responsible: { name: text, position: text },
      licence: text,
      reuse: text,
    })}`,
    `banner: ${JSON.stringify({ text })}`,
    `links: ${JSON.stringify([{ label: text, url: 'https://example.org/' }])}`,
    `menu: ${JSON.stringify([{ label: text, to: '/van-ban/' }])}`,
    'baseUrl: https://example.vn/',
  ].join('\n'),
  'content/anh.png': PIXEL,
  'content/tep.pdf': 'x',
  'content/tin/a.md': entry(
    {
      slug: 'a',
      title: text,
      timestamp: '10:19 22/5/2024',
      category: 'Tin tức',
      summary: text,
      author: text,
      source: { name: text, url: 'https://example.org/' },
      image: { src: '../anh.png', alt: text, caption: text, credit: text },
      gallery: [{ src: '../anh.png', alt: text, caption: text }],
      tags: ['an toàn', text.slice(0, 200)],
      files: [{ path: '../tep.pdf', label: text }],
    },
    BODY,
  ),
  'content/tin/b.md': entry(
    { slug: 'b', title: text, timestamp: '1/5/2024', category: text.slice(0, 150) },
    BODY,
  ),
  'content/van-ban/v.md': entry({
    slug: 'v',
    number: '214-KH/TU',
    type: text,
    issuer: text,
    issued: '26/3/2024',
    summary: text,
    field: text,
    title: text,
    signer: { name: text, position: text },
    effective: '1/4/2024',
    files: [{ path: '../tep.pdf', label: text }],
    comment: { address: text, email: text },
  }),
  'content/tham-do/t.md': entry({
    slug: 't',
    question: text,
    options: [text, `${text}!`],
    opens: '1/5/2024',
    results: { participants: 3, votes: [1, 2] },
  }),
  'content/trang/p.md': entry({ slug: 'p', title: text, summary: text }, BODY),
});

const PAGES =
  /^(?:(?:tin-tuc|tin-tuc\/2024\/a|van-ban|van-ban\/v|tham-do-y-kien\/t|tu-khoa|p)\/index|index|404)\.html$/;

describe('hostile text', { skip }, () => {
  let browser: Browser;
  before(async () => {
    browser = await openBrowser();
  });
  after(() => browser?.close());

  for (const [name, text] of Object.entries({
    'markup and schemes': EVIL,
    '10,000 letters without a space': LONG,
  })) {
    test(`is shown as text, in every field of every page: ${name}`, async (t) => {
      const site: Built = await build(t, files(text));
      const server: Server = await serveFiles(site.dist);
      t.after(server.close);
      const { page, complaints } = await watchedPage(browser, { viewport: { width: 390, height: 800 } });
      await page.addInitScript(() => {
        addEventListener('securitypolicyviolation', ({ violatedDirective, sourceFile, sample }) =>
          console.error(`policy: ${violatedDirective} ${sourceFile} ${sample}`),
        );
      });
      // Lists of months, types and years are drawn like these.
      const addresses = [...site.dist.keys()].filter((file) => PAGES.test(file));
      for (const address of addresses) {
        await page.goto(`${server.url}/${address}`);
        const found = await page.evaluate(() => ({
          scripts: [...document.scripts].filter(({ src, type }) => !src && type !== 'application/ld+json')
            .length,
          handlers: [...document.querySelectorAll('*')].filter(({ attributes }) =>
            [...attributes].some(({ name, value }) => /^on/i.test(name) || /^\s*javascript:/i.test(value)),
          ).length,
          over: document.documentElement.scrollWidth - innerWidth,
          title: document.querySelector('h1')?.textContent ?? '',
        }));
        assert.deepEqual({ ...found, title: '' }, { scripts: 0, handlers: 0, over: 0, title: '' }, address);
        if (text === EVIL && /(?:\/a|van-ban\/v|\/t|^p)\/index/.test(address))
          for (const part of [SCRIPT, BREAKOUT, '{{site.title}}', '&lt;b&gt;'])
            assert.ok(found.title.includes(part), part);
      }
      await page.close();
      assert.deepEqual(complaints, []);
      const foreign = server.requests.filter(
        (request) => !/^GET \/(?:assets|tep|$|[a-z0-9/.-]*$)/.test(request),
      );
      assert.deepEqual(foreign, []);
    });
  }
});
