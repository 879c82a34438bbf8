import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { build } from '../helpers/load.js';
import { jpeg } from '../helpers/pictures.js';
import { article, document, poll } from '../helpers/site.js';

const FILES = {
  'content/tin/a.md': article({ poll: 'a', aliases: '[/cu]' }, '![Ảnh](anh.jpg)\n\n| a |\n|:-:|\n| b |'),
  'content/van-ban/b.md': document(),
  'content/van-ban/a.pdf': 'x',
  'content/tham-do/a.md': poll({ results: '{participants: 3, votes: [1, 2]}' }),
  'content/trang/c.md': '---\ntitle: Liên hệ\n---\n',
};
const policyOf = (html: string) =>
  /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1]?.replaceAll('&#x27;', "'");

describe('the policy of safety', () => {
  test('is obeyed by every page', async (t) => {
    const { dist } = await build(t, FILES);
    for (const [file, bytes] of dist) {
      if (!file.endsWith('.html')) continue;
      const html = String(bytes);
      // Data for search engines is no script: browsers never run it, and the policy does not ask for it.
      assert.doesNotMatch(
        html,
        /<script(?![^>]* src=)(?! type="application\/ld\+json")|<style|\sstyle=|<[a-z][^>]*\son[a-z]+=|javascript:/i,
        file,
      );
      assert.ok(html.indexOf('Content-Security-Policy') < html.search(/<link|<script/), file);
    }
  });

  test('allows the site itself only', async (t) => {
    const { page, dist } = await build(t, FILES);
    const policy =
      "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; frame-src 'none'; " +
      "form-action 'self'; object-src 'none'; base-uri 'self'";
    assert.equal(policyOf(page('/')), policy);
    assert.equal(policyOf(page('/cu/')), policy);
    assert.ok(
      String(dist.get('_headers')).includes(`Content-Security-Policy: ${policy}; frame-ancestors 'self'\n`),
    );
  });

  test('is widened by what site.yaml allows, and by the service that takes votes', async (t) => {
    const { page } = await build(t, {
      ...FILES,
      'site.yaml':
        'baseUrl: https://dongha.vn/\npolls: {endpoint: "https://api.dongha.vn/polls/"}\nsecurity:\n' +
        "  script: [https://a.vn, 'unsafe-eval', \"'unsafe-inline'\"]\n" +
        '  style: https://b.vn\n  frame: [https://c.vn/x/, https://d.vn]\n' +
        '  connect: https://e.vn\n  image: [https://f.vn, "data:"]\n',
    });
    for (const directive of [
      "script-src 'self' https://a.vn 'unsafe-eval' 'unsafe-inline';",
      "style-src 'self' https://b.vn;",
      'frame-src https://c.vn/x/ https://d.vn;',
      "connect-src 'self' https://api.dongha.vn https://e.vn;",
      "img-src 'self' https://f.vn data:;",
      "form-action 'self' https://api.dongha.vn;",
    ])
      assert.ok(policyOf(page('/'))?.includes(directive), directive);
  });
});

describe('files for hosts', () => {
  test('say for each file at most once how long it may be kept', async (t) => {
    const { dist } = await build(t, {
      ...FILES,
      'site.yaml': 'baseUrl: https://x.github.io/dong-ha/\n',
      'content/tin/anh.jpg': await jpeg(40, 20),
    });
    const rules = String(dist.get('_headers'))
      .split(/^(?=\S)/m)
      .map((rule) => rule.split('\n'));
    const keeping = rules
      .filter((rule) => rule.some((line) => line.includes('Cache-Control')))
      .map(([at]) => at ?? '');
    const kept = [...dist.keys()].filter((file) =>
      keeping.some((at) =>
        at.endsWith('*') ? `/dong-ha/${file}`.startsWith(at.slice(0, -1)) : at === `/dong-ha/${file}`,
      ),
    );
    assert.deepEqual(kept.map((file) => file.replace(/\.[\w-]{10}\./, '.#.')).sort(), [
      'assets/main.#.css',
      'assets/main.#.js',
      'tep/_/tin/anh.#.40.jpg',
      'tep/_/tin/anh.#.40.webp',
    ]);
    assert.equal(dist.get('.nojekyll')?.length, 0);
  });

  test('for nginx and Apache lie where they are not served, and find the same files by their names', async (t) => {
    const { dist, root } = await build(t, { ...FILES, 'content/tin/anh.jpg': await jpeg(40, 20) });
    for (const server of ['nginx', 'apache']) {
      const text = readFileSync(path.join(root, `dist/.dongha-site/headers.${server}.conf`), 'utf8');
      const [, pattern = ''] = /"([^"]*\{10\}[^"]*)"/.exec(text) ?? [];
      const kept = [...dist.keys()].filter((file) => new RegExp(pattern).test(`/${file}`));
      assert.deepEqual(kept.map((file) => file.replace(/\.[\w-]{10}\./, '.#.')).sort(), [
        'assets/main.#.css',
        'assets/main.#.js',
        'tep/_/tin/anh.#.40.jpg',
        'tep/_/tin/anh.#.40.webp',
      ]);
      assert.match(text, /Content-Security-Policy "default-src 'self'; [^"\n]*frame-ancestors 'self'"/);
      for (const header of [
        'X-Content-Type-Options',
        'Referrer-Policy',
        'no-cache',
        'max-age=600',
        '404 /404.html',
      ])
        assert.ok(text.includes(header), `${server}: ${header}`);
    }
  });
});
