/** The sample site in a real browser: readable by everyone, with what they have. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import {
  KINDS_OF_PAGES,
  openBrowser,
  type Server,
  serveFiles,
  skip,
  watchedPage,
} from '../helpers/browser.js';
import { type Built, pageAt } from '../helpers/load.js';
import { buildSample } from '../helpers/sample.js';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];
const PHONE = { width: 390, height: 800 };
const DESK = { width: 1280, height: 900 };
const ARTICLE = KINDS_OF_PAGES['article, seed'];

/**
 * What moves while a page comes in, and has to: the columns of an editor's table, a line that is set flush right,
 * and on a wide home page the bands under the side blocks, which come last, for readers on a phone.
 */
const MAY_MOVE = '.visually-hidden, .prose table, .author, .source, .bands';

/** In the page: writes another into it, and tells of each word and picture that the next part moves. */
async function comeIn([parts, mayMove]: readonly [readonly string[], string]): Promise<string[]> {
  const places = new Map<Node, string>();
  const moves: string[] = [];
  const look = (node: Node, box: Range | Element) => {
    const [rect] = box.getClientRects();
    if (!rect) return;
    const place = `${rect.left}, ${rect.top}`;
    const before = places.get(node);
    if (before && before !== place) moves.push(`${node.textContent || node.nodeName}: ${before} → ${place}`);
    places.set(node, place);
  };
  document.open();
  for (const [i, part] of parts.entries()) {
    document.write(part);
    const sheet = document.querySelector<HTMLLinkElement>('link[rel=stylesheet]');
    if (i === 0 && sheet) await new Promise((resolve) => sheet.addEventListener('load', resolve));
    const range = document.createRange();
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_ALL, (node) =>
      node instanceof Element && node.matches(mayMove) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    );
    while (walker.lastChild());
    // Mostly the neighbours move, so that all are looked at now and then only.
    let left = i % 10 === 0 || i === parts.length - 1 ? Number.POSITIVE_INFINITY : 20;
    for (let node: Node | null = walker.currentNode; node && left > 0; node = walker.previousNode(), left--)
      if (node instanceof Element) {
        if (node.matches('img, svg, input, button, summary')) look(node, node);
      } else if (node instanceof Text && node.data.trim() !== '') {
        range.selectNode(node);
        look(node, range);
      }
  }
  document.close();
  return moves;
}

/** What axe, which the page has loaded, finds, as `rule: element`. */
async function faults(page: Page, runOnly: object): Promise<string[]> {
  return page.evaluate(async (options) => {
    const { axe } = window as unknown as {
      axe: {
        run(
          where: Document,
          options: object,
        ): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
      };
    };
    const { violations } = await axe.run(document, { ...options, resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
  }, runOnly);
}

describe('the portal in a browser', { skip }, () => {
  let browser: Browser;
  let server: Server;
  let site: Built;
  before(async () => {
    site = await buildSample(
      { after: (clean) => after(clean as () => void) },
      'polls: {endpoint: /api/polls/}\n',
    );
    server = await serveFiles(site.dist);
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    server?.close();
  });

  for (const [name, viewport] of Object.entries({ phone: PHONE, desk: DESK })) {
    test(`has nothing that axe finds, on a ${name}, light and dark`, async () => {
      const { page, complaints } = await watchedPage(browser, { viewport });
      const found: string[] = [];
      for (const [kind, address] of Object.entries(KINDS_OF_PAGES)) {
        await page.emulateMedia({ colorScheme: 'light' });
        await page.goto(server.url + address);
        await page.evaluate(axe.source);
        const light = await faults(page, { runOnly: TAGS });
        // Only colours differ in the dark.
        await page.emulateMedia({ colorScheme: 'dark' });
        const dark = await faults(page, { runOnly: ['color-contrast', 'link-in-text-block'] });
        found.push(
          ...light.map((fault) => `${kind} ${fault}`),
          ...dark.map((fault) => `${kind}, dark: ${fault}`),
        );
      }
      await page.close();
      assert.deepEqual(found, []);
      assert.deepEqual(complaints, []);
    });
  }

  test('pokes out of no window, at 320 px, with large text and with the spacing of WCAG 1.4.12', async () => {
    const { page } = await watchedPage(browser, { viewport: { width: 320, height: 640 } });
    const wide: string[] = [];
    const look = async (state: string) => {
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (over > 0) wide.push(`${page.url().slice(server.url.length)} ${state}: ${over} px`);
    };
    for (const address of Object.values(KINDS_OF_PAGES)) {
      await page.goto(server.url + address);
      await look('320 px');
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '200%';
      });
      await look('text of 200 %');
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '';
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(
          '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}',
        );
        document.adoptedStyleSheets = [sheet];
      });
      await look('spacing');
    }
    await page.close();
    assert.deepEqual(wide, []);
  });

  test('sends an article in 30 kB, without pictures, and nothing that blocks', async () => {
    const html = pageAt(site.dist, ARTICLE);
    const assets = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map((m) =>
      site.dist.get(m[1] ?? ''),
    );
    const bytes = [Buffer.from(html), ...assets].map((part) => gzipSync(part ?? '').length);
    assert.ok(bytes.reduce((sum, n) => sum + n, 0) <= 30_000, `${bytes.join(' + ')} bytes`);
    for (const [script] of html.matchAll(/<script\b[^>]*>/g)) assert.match(script, /defer|ld\+json/);
    assert.equal(html.match(/rel="stylesheet"/g)?.length, 1);
  });

  test('shows first what is in the page itself, and moves nothing', async () => {
    for (const viewport of [PHONE, DESK]) {
      const { page } = await watchedPage(browser, { viewport });
      for (const address of Object.values(KINDS_OF_PAGES)) {
        await page.goto(server.url + address);
        const { moved, largest } = await page.evaluate(
          () =>
            new Promise<{ moved: string[]; largest: string }>((resolve) => {
              const moved: string[] = [];
              const largest: Element[] = [];
              const observe = <T>(type: string, take: (entry: T) => void) =>
                new PerformanceObserver((list) =>
                  list.getEntries().forEach((entry) => {
                    take(entry as T);
                  }),
                ).observe({ type, buffered: true });
              observe<{ sources: { node: Node | null }[] }>('layout-shift', ({ sources }) => {
                // Chromium gives the space between two words a place of its own; and the arrow behind a word that
                // came in two halves, which has no node, moves with it.
                for (const { node } of sources)
                  if (node instanceof Element) moved.push(node.outerHTML.slice(0, 120));
                  else if (node?.textContent?.trim()) moved.push(node.textContent);
              });
              observe<{ element: Element }>('largest-contentful-paint', ({ element }) =>
                largest.push(element),
              );
              requestAnimationFrame(() =>
                requestAnimationFrame(() =>
                  resolve({ moved, largest: largest.at(-1)?.outerHTML.slice(0, 300) ?? '' }),
                ),
              );
            }),
        );
        assert.deepEqual(moved, [], `${address} at ${viewport.width}`);
        assert.doesNotMatch(largest, /^<button|loading="lazy"/, address);
      }
      await page.close();
    }
  });

  // A browser may paint whenever it has read a tag; with a slow line or computer it does. When is left to chance in
  // the test above.
  for (const [name, viewport] of Object.entries({ phone: PHONE, desk: DESK })) {
    test(`moves nothing while a page comes in, element by element, on a ${name}`, async () => {
      const { page } = await watchedPage(browser, { viewport });
      const moved: string[] = [];
      for (const address of Object.values(KINDS_OF_PAGES)) {
        const html = pageAt(site.dist, address);
        // Masthead and footer are the same everywhere: they come in piece by piece on the home page alone.
        const from = html.search(address === '/' ? /<body/ : /<div class="wrap page"/);
        const to = address === '/' ? html.length : html.indexOf('<footer');
        const pieces = html.slice(from, to).split(/(?=<[a-z])/);
        await page.goto(`${server.url}/robots.txt`);
        const found = await page.evaluate(comeIn, [
          [html.slice(0, from), ...pieces, html.slice(to)],
          MAY_MOVE,
        ] as const);
        moved.push(...found.map((move) => `${address} ${move}`));
      }
      await page.close();
      assert.deepEqual(moved, []);
    });
  }

  test('can be used with the keyboard alone', async () => {
    const { page } = await watchedPage(browser, { viewport: DESK });
    const focused = () =>
      page.evaluate(
        () => `${document.activeElement?.tagName} ${document.activeElement?.textContent?.trim()}`,
      );
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    const pressUntil = async (wanted: RegExp) => {
      for (let i = 0; i < 80; i++) {
        await press('Tab');
        if (wanted.test(await focused())) return;
      }
      assert.fail(`the Tab key never comes to ${wanted}`);
    };

    await page.goto(server.url + ARTICLE);
    assert.ok(await page.locator('.skip').evaluate((link) => link.getBoundingClientRect().bottom < -1));
    await press('Tab');
    assert.equal(await focused(), 'A Chuyển đến nội dung chính');
    assert.ok(await page.locator('.skip').evaluate((link) => link.getBoundingClientRect().top >= 0));
    await press('Enter', 'Tab');
    assert.ok(await page.evaluate(() => document.activeElement?.closest('main')));

    await pressUntil(/^BUTTON A\+Tăng cỡ chữ/);
    await press('Enter');
    assert.equal(await page.evaluate(() => document.documentElement.dataset.size), '1');

    await page.goto(server.url);
    await pressUntil(/^SUMMARY Giới thiệu/);
    await press('Enter', 'Tab');
    assert.equal(await focused(), 'A Giới thiệu chung');
    await press('Escape');
    assert.equal(await focused(), 'SUMMARY Giới thiệu');
    assert.equal(await page.locator('.menu-desk details[open]').count(), 0);

    await page.goto(`${server.url}/van-ban/`);
    await pressUntil(/^SUMMARY Theo loại văn bản/);
    await press('Enter', 'Tab', 'Enter');
    await page.waitForURL('**/van-ban/loai/**');

    await page.goto(server.url + KINDS_OF_PAGES.poll);
    await pressUntil(/^INPUT/);
    await press('ArrowDown');
    assert.equal(await page.locator('input:checked').getAttribute('value'), '1');
    await pressUntil(/^BUTTON Bình chọn/);
    await press('Enter');
    await page.waitForURL('**/votes');
    assert.ok(server.requests.includes('POST /api/polls/muc-do-thuan-tien-cua-trang/votes'));
    await page.close();
  });

  test('shows where the focus is, on everything that can be reached', async () => {
    const { page } = await watchedPage(browser, { viewport: DESK });
    for (const address of [KINDS_OF_PAGES.article, KINDS_OF_PAGES.documents, KINDS_OF_PAGES.poll]) {
      await page.goto(server.url + address);
      const count = await page.evaluate(
        () =>
          [...document.querySelectorAll<HTMLElement>('a[href], button, summary, input, [tabindex]')].filter(
            (element) => element.offsetParent !== null && element.getClientRects().length > 0,
          ).length,
      );
      for (let i = 0; i < count; i++) {
        await page.keyboard.press('Tab');
        const { name, outline } = await page.evaluate(() => {
          const element = document.activeElement ?? document.body;
          const { outlineStyle, outlineWidth } = getComputedStyle(element);
          return {
            name: element.outerHTML.slice(0, 80),
            outline: outlineStyle === 'none' ? 0 : parseFloat(outlineWidth),
          };
        });
        if (name.startsWith('<body')) break;
        assert.ok(outline >= 2, `${address} ${name}`);
      }
    }
    await page.close();
  });

  test('is whole with scripts off: nothing that needs one, the menu on a phone as well', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: PHONE });
    const page = await context.newPage();
    for (const [kind, address] of Object.entries(KINDS_OF_PAGES)) {
      await page.goto(server.url + address);
      assert.equal(await page.locator('h1').count(), 1, kind);
      const buttons = await page.locator('button').allInnerTexts();
      assert.deepEqual(
        [...new Set(buttons)].filter((words) => words !== 'Bình chọn'),
        [],
        kind,
      );
    }
    await page.locator('.menu-phone > details > summary').click();
    await page.locator('.menu-phone summary', { hasText: 'Tin tức' }).click();
    await page.locator('.menu-phone a', { hasText: 'Kinh tế' }).click();
    await page.waitForURL('**/kinh-te/');
    await context.close();
  });

  test('prints the article alone, with its address', async () => {
    const { page } = await watchedPage(browser, { viewport: DESK });
    await page.goto(server.url + KINDS_OF_PAGES.article);
    await page.emulateMedia({ media: 'print' });
    // biome-ignore lint/performance/useDomNodeTextContent: only what is shown is printed.
    const text = await page.locator('body').innerText();
    assert.match(text, /^Chủ nhật xanh làm sạch bờ sông/);
    assert.match(text, /\/do-thi-van-minh\/2025\/lam-sach-bo-song\/$/);
    for (const words of ['VĂN BẢN MỚI', 'Danh mục', 'Các tin khác', 'Sơ đồ trang', 'Sao chép liên kết'])
      assert.ok(!text.includes(words), words);
    await page.close();
  });

  test('keeps its lines and its focus when the system sets the colours', async () => {
    const { page } = await watchedPage(browser, { viewport: DESK });
    await page.emulateMedia({ forcedColors: 'active' });
    await page.goto(`${server.url}/tham-do-y-kien/`);
    const bars = await page
      .locator('.bar-fill')
      .evaluateAll((all) => all.map((bar) => getComputedStyle(bar).fill));
    const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    assert.ok(bars.length > 0 && bars.every((fill) => fill !== ground));
    await page.close();
  });
});
