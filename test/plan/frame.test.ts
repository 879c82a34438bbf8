/** What stands around every page: menu, path, icon, side blocks. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { build } from '../helpers/load.js';
import { between } from '../helpers/news.js';
import { article, poll } from '../helpers/site.js';

const PAGE = { 'content/trang/gioi-thieu.md': '---\ntitle: Giới thiệu\n---\nChúng tôi.\n' };
const FILES = { ...PAGE, 'content/tin/a.md': article() };
const links = (html: string) =>
  [...html.matchAll(/<a href="([^"]+)"( aria-current="\w+")?>/g)].map(
    ([, href, current = '']) => href + current,
  );
const menu = (html: string) => links(between(html, '<nav class="menu-desk"', '</nav>'));

describe('the menu', () => {
  test('holds the page of an item that opens once, and begins with home', async (t) => {
    const { page } = await build(t, {
      ...FILES,
      'site.yaml':
        'menu:\n  - {label: Tin, to: /tin-tuc/, children: [{label: Giới thiệu, to: /gioi-thieu/}]}\n  - {label: Về trang, to: /gioi-thieu/, children: [{label: Giới thiệu chung, to: /gioi-thieu/}]}\n',
    });
    assert.deepEqual(menu(page('/404.html')), ['/', '/tin-tuc/', '/gioi-thieu/', '/gioi-thieu/']);
  });

  test('marks where a page is: at an item’s address, or below it', async (t) => {
    const { page } = await build(t, FILES);
    assert.deepEqual(menu(page('/')), ['/ aria-current="page"', '/tin-tuc/']);
    assert.deepEqual(menu(page('/tin-tuc/')), ['/', '/tin-tuc/ aria-current="page"']);
    assert.deepEqual(menu(page('/tin-tuc/2024/a/')), ['/', '/tin-tuc/ aria-current="true"']);
    assert.deepEqual(menu(page('/luu-tru/')), ['/', '/tin-tuc/']);
  });
});

test('a path is shown only where there is more of it than home', async (t) => {
  const { page } = await build(t, FILES);
  assert.doesNotMatch(page('/tin-tuc/'), /class="crumbs"/);
  assert.deepEqual(links(between(page('/tin-tuc/2024/a/'), 'class="crumbs"', '</nav>')), ['/', '/tin-tuc/']);
});

test('the icon is the site’s own favicon, else its emblem, else there is none', async (t) => {
  const icon = async (files: Record<string, string>) =>
    /<link rel="icon" href="([^"]+)"/.exec((await build(t, { ...FILES, ...files })).page('/'))?.[1];
  const emblem = { 'content/e.svg': '<svg/>', 'site.yaml': 'organisation: {emblem: /e.svg}\n' };
  assert.equal(await icon({}), undefined);
  assert.equal(await icon(emblem), '/tep/e.svg');
  assert.equal(await icon({ ...emblem, 'content/public/favicon.ico': 'x' }), '/favicon.ico');
});

describe('a poll that is open', () => {
  const files = { ...FILES, 'content/tham-do/t.md': poll() };

  test('without a vote service is a list and says so: no button that does nothing', async (t) => {
    const { page } = await build(t, files);
    for (const address of ['/', '/tham-do-y-kien/', '/tham-do-y-kien/t/']) {
      assert.match(page(address), /Trang này chưa nhận bình chọn trực tuyến\./);
      assert.doesNotMatch(page(address), /<form|<button|<input/);
    }
  });

  test('is a form where there is one', async (t) => {
    const { page } = await build(t, { ...files, 'site.yaml': 'polls: {endpoint: /api/polls/}\n' });
    assert.match(page('/tham-do-y-kien/t/'), /<form method="post" action="\/api\/polls\/t\/votes">/);
    assert.doesNotMatch(page('/tham-do-y-kien/t/'), /chưa nhận bình chọn/);
  });
});
