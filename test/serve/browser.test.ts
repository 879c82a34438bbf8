/** What a person at the preview sees, in a real browser, without touching the page. */
import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { openBrowser, skip } from '../helpers/browser.js';
import { preview } from '../helpers/preview.js';
import { article, testDir, writeFiles } from '../helpers/site.js';

const LONG = Array.from({ length: 80 }, (_, i) => `Đoạn ${i}.`).join('\n\n');
const SITE = {
  'templates/assets/main.css': 'h1{color:rgb(1, 2, 3)}',
  'content/tin/a.md': article({ title: 'Một' }, LONG),
  'content/tin/nhap.md': article({ title: 'Bài nháp', draft: 'có' }),
};
const A = 'tin-tuc/2024/a/';

/** A page of a watched preview in a browser, under the strictest policy that a site may send. */
async function open(t: TestContext, address: string, options: { drafts?: boolean } = {}) {
  const started = await openBrowser();
  t.after(() => started.close());
  const root = testDir(t, SITE);
  const shown = await preview(t, root, { watch: 'events', ...options });
  const page = await started.newPage();
  const policy = "default-src 'self'; script-src 'self'; style-src 'self'";
  await page.route('**/*', async (route) => {
    if (route.request().resourceType() !== 'document') return route.continue();
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } });
  });
  const faults: string[] = [];
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(error.message));
  const listening = page.waitForResponse(/__dongha\/events/);
  await page.goto(new URL(address, shown.url).href);
  await listening;
  return { root, shown, page, faults };
}

/** What the two functions below, which run in the browser, use of it. */
type Window = { scrollY: number; getComputedStyle(of: unknown): { color: string }; document: Document };
type Document = { querySelector(what: string): unknown };
const isBack = () => Math.abs((globalThis as unknown as Window).scrollY - 700) < 5;
const isRestyled = () => {
  const { document, getComputedStyle } = globalThis as unknown as Window;
  return getComputedStyle(document.querySelector('h1')).color === 'rgb(9, 8, 7)';
};

test('an edit shows, the page stays where it was read, and styles come without loading it again', {
  skip,
}, async (t) => {
  const opened = await open(t, A);
  const { root, page, faults } = opened;
  await page.evaluate('scrollTo(0, 700)');
  const loaded = page.waitForEvent('load');
  writeFiles(root, { 'content/tin/a.md': article({ title: 'Một' }, `${LONG}\n\nVừa sửa.`) });
  await loaded;
  await page.getByText('Vừa sửa.').waitFor();
  await page.waitForFunction(isBack);
  await page.evaluate('window.chuaTaiLai = true');
  writeFiles(root, { 'templates/assets/main.css': 'h1{color:rgb(9, 8, 7)}' });
  await page.waitForFunction(isRestyled);
  assert.equal(await page.evaluate('window.chuaTaiLai'), true);
  assert.deepEqual(faults, []);
});

test('a mistake covers the page with its place, frame and hint as plain text, and goes when it is mended', {
  skip,
}, async (t) => {
  const opened = await open(t, A);
  const { root, page, faults } = opened;
  const overlay = page.locator('.overlay');
  writeFiles(root, { 'content/tin/a.md': '---\ntitle: <img src=x onerror=alert(1)>: hai\n---\nx\n' });
  await overlay.waitFor();
  const text = (await overlay.textContent()) ?? '';
  assert.match(text, /content\/tin\/a\.md:2:8/);
  assert.match(text, /\^\^\^/);
  assert.match(text, /title: "<img src=x onerror=alert\(1\)>: hai"/);
  assert.equal(await page.locator('.overlay img').count(), 0);
  await page.getByRole('button', { name: 'Đóng' }).click();
  await overlay.waitFor({ state: 'detached' });
  await page.getByText('Đoạn 3.').waitFor();
  await page.locator('.badge button').click();
  await overlay.waitFor();
  writeFiles(root, { 'content/tin/a.md': article({ title: 'Một' }, 'Đã sửa.') });
  await overlay.waitFor({ state: 'detached' });
  await page.getByText('Đã sửa.').waitFor();
  assert.deepEqual(faults, []);
});

test('a page is followed to its new address', { skip }, async (t) => {
  const opened = await open(t, A);
  writeFiles(opened.root, { 'content/tin/a.md': article({ title: 'Một', slug: 'moi' }, LONG) });
  await opened.page.waitForURL('**/tin-tuc/2024/moi/');
  await opened.page.getByRole('heading', { name: 'Một' }).waitFor();
});

test('a draft is marked on its page, on links to it, and in the index', { skip }, async (t) => {
  const opened = await open(t, 'tin-tuc/2024/nhap/', { drafts: true });
  const { page, shown } = opened;
  await page.locator('.ribbon', { hasText: 'Bản nháp, chưa đăng' }).waitFor();
  await page.goto(shown.url);
  await page.locator('dongha-mark').first().waitFor();
  await page.getByRole('link', { name: /^Bản nháp và tin chờ đăng/ }).click();
  await page.getByRole('link', { name: 'Bài nháp' }).click();
  await page.waitForURL('**/nhap/');
});

test('a page that is not there names near ones, and is shown once it is there', { skip }, async (t) => {
  const opened = await open(t, 'tin-tuc/2024/b/');
  await opened.page.locator('.near', { hasText: '/tin-tuc/' }).waitFor();
  writeFiles(opened.root, { 'content/tin/b.md': article({ title: 'Hai' }, 'Thân hai.') });
  await opened.page.getByText('Thân hai.').waitFor();
});
