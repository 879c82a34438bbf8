/** Vietnamese capitals with two marks, and the longest texts, in every heading, label and button. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, type Server, serveFiles, skip, watchedPage } from '../helpers/browser.js';
import { build } from '../helpers/load.js';
import { article, document as documentFile, poll } from '../helpers/site.js';

const MARKS = 'ẾỘẴ ỄỖẪ ẰỔỬ ỰỢẬ ẠỤỴ';
const ALPHABET = 'aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ';
const LONG = `${MARKS} ${'Thông báo về việc triển khai thực hiện '.repeat(4)}`;
const NUMBER = '1234567/2024/QĐ-UBND-VPCP-TTHĐND';

const ITEM = `{label: ${MARKS}, to: /, children: [{label: ${LONG}, to: /}]}`;

const FILES = {
  'site.yaml': `title: ${MARKS}\norganisation: {name: ${MARKS}, parent: ${MARKS}}\npolls: {endpoint: /binh-chon/}\nbanner: ${MARKS}\nlinks: [{label: ${MARKS}, url: https://example.org/}]\nmenu: [${Array(7).fill(ITEM).join(', ')}]\n`,
  'content/tin/a.md': article(
    { title: LONG, category: MARKS, summary: LONG, tags: MARKS, author: MARKS, files: '[../van-ban/a.pdf]' },
    `## ${MARKS}\n\n${MARKS} ${ALPHABET} ${ALPHABET.toUpperCase()}\n\n### ${MARKS}\n\n> ${MARKS}\n\n| ${MARKS} | ${MARKS} |\n|---|---|\n| ${MARKS} | ${MARKS} |\n`,
  ),
  'content/tin/b.md': article({ title: MARKS, category: MARKS, timestamp: '1/1/2020' }),
  'content/van-ban/a.md': documentFile({
    number: NUMBER,
    type: MARKS,
    issuer: MARKS,
    summary: LONG,
    field: MARKS,
    effective: '1/4/2024',
  }),
  'content/van-ban/a.pdf': 'x',
  'content/tham-do/a.md': poll({ question: MARKS, options: `[${MARKS}, ${LONG}]` }),
  'content/trang/a.md': `---\ntitle: ${MARKS}\n---\n${MARKS}\n`,
};
const PAGES = [
  '/',
  '/van-ban/',
  '/van-ban/a/',
  '/tham-do-y-kien/a/',
  '/tu-khoa/',
  '/luu-tru/',
  '/a/',
  '/404.html',
];

describe('letters and lines', { skip }, () => {
  let browser: Browser;
  let server: Server;
  let pages: string[];
  before(async () => {
    const site = await build({ after: (clean) => after(clean as () => void) }, FILES);
    pages = [
      ...PAGES,
      ...[...site.dist.keys()].filter((file) => /2024\/a\/index\.html$/.test(file)).map((file) => `/${file}`),
    ];
    server = await serveFiles(site.dist);
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    server?.close();
  });

  const each = async (
    viewport: { width: number; height: number },
    look: (page: Page, address: string) => Promise<void>,
  ) => {
    const { page } = await watchedPage(browser, { viewport });
    for (const address of pages) {
      await page.goto(server.url + address);
      await look(page, address);
    }
    await page.close();
  };

  test('lists of the menu hang under their items, within the window', async () => {
    const { page } = await watchedPage(browser, { viewport: { width: 1024, height: 700 } });
    await page.goto(server.url);
    const strange = await page.evaluate(
      () =>
        [...document.querySelectorAll<HTMLDetailsElement>('.menu-desk details')].filter((item) => {
          item.open = true;
          const list = item.querySelector('ul')?.getBoundingClientRect();
          const above = item.querySelector('summary')?.getBoundingClientRect();
          item.open = false;
          return !list || list.right > innerWidth || list.left !== above?.left || list.top !== above.bottom;
        }).length,
    );
    await page.close();
    assert.equal(strange, 0);
  });

  test('no line touches the next, and no box cuts the marks of its capitals', async () => {
    const clipped: string[] = [];
    await each({ width: 1280, height: 900 }, async (page, address) => {
      const found = await page.evaluate((marks) => {
        const ruler = document.createElement('canvas').getContext('2d');
        if (!ruler) return ['no canvas'];
        const hasText = (element: Element) =>
          [...element.childNodes].some(
            (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
          );
        return [...document.querySelectorAll('body *')]
          .filter((element) => hasText(element) && element.getClientRects().length > 0)
          .flatMap((element) => {
            const style = getComputedStyle(element);
            ruler.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
            const {
              fontBoundingBoxAscent,
              fontBoundingBoxDescent,
              actualBoundingBoxAscent,
              actualBoundingBoxDescent,
            } = ruler.measureText(marks);
            const spare = (parseFloat(style.lineHeight) - fontBoundingBoxAscent - fontBoundingBoxDescent) / 2;
            const above = spare + fontBoundingBoxAscent - actualBoundingBoxAscent;
            const below = spare + fontBoundingBoxDescent - actualBoundingBoxDescent;
            // What cuts off all that is outside of it; elsewhere marks may reach into the space of the line above.
            const cut =
              element.closest('.story-summary, .prose table, .prose pre') && Math.min(above, below) < 0;
            // Half a pixel is what rounding takes.
            return cut || above + below < -0.5 ? [`${element.outerHTML.slice(0, 60)} ${above} ${below}`] : [];
          });
      }, MARKS);
      clipped.push(...found.map((element) => `${address} ${element}`));
    });
    assert.deepEqual(clipped, []);
  });

  test('all are of one face: none is borrowed for a letter', async () => {
    const faces = new Map<string, string>();
    await each({ width: 1280, height: 900 }, async (page, address) => {
      const session = await page.context().newCDPSession(page);
      await session.send('DOM.enable');
      await session.send('CSS.enable');
      const { root } = await session.send('DOM.getDocument');
      const { nodeIds } = await session.send('DOM.querySelectorAll', {
        nodeId: root.nodeId,
        selector: 'h1, h2, h3, p, li, a, th, td, button, legend, summary, label',
      });
      for (const nodeId of nodeIds) {
        const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
        for (const { familyName } of fonts) {
          const { node } = await session.send('DOM.describeNode', { nodeId });
          if (!faces.has(familyName)) faces.set(familyName, `${address} ${node.localName}`);
        }
      }
    });
    assert.equal(faces.size, 1, [...faces].join('; '));
  });

  test('the longest titles and numbers poke out of no window', async () => {
    const wide: string[] = [];
    for (const width of [320, 390, 768, 1280]) {
      await each({ width, height: 800 }, async (page, address) => {
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (over > 0) wide.push(`${address} at ${width}: ${over} px`);
      });
    }
    assert.deepEqual(wide, []);
  });
});
