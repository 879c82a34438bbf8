/** The command line as its users and CI meet it, in processes of its own. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { cli } from './helpers/cli.js';
import { BROKEN, dist, GOOD, NOW, on, WARNED } from './helpers/cli-site.js';
import { article, PROJECT, readTree, testDir } from './helpers/site.js';

describe('exit codes', { concurrency: 2 }, () => {
  test('0 when all is well, and nothing on standard output', async (t) => {
    const { code, stdout, stderr, root } = await on(t, GOOD, 'build');
    assert.deepEqual([code, stdout], [0, '']);
    assert.match(stderr, /1 tin, bài · 0 văn bản/);
    assert.ok(dist(root).includes('tin-tuc/2024/a/index.html'));
  });

  test('0 with warnings, 1 with --strict', async (t) => {
    assert.equal((await on(t, WARNED, 'build')).code, 0);
    const strict = await on(t, WARNED, 'build', '--strict');
    assert.equal(strict.code, 1);
    assert.deepEqual(dist(strict.root), []);
  });

  test('1 with errors in content, told with place, line and caret, and nothing is written', async (t) => {
    const { code, stderr, root } = await on(t, BROKEN, 'build');
    assert.equal(code, 1);
    assert.match(
      stderr,
      /content\/tin\/b\.md:6:5 {2}lỗi {2}link\/missing\n[\s\S]*6 │ Xem \[bài\]\(khong-co\.md\)\.\n {4}│ {5}\^{18}\n/,
    );
    assert.match(stderr, /Chưa ghi gì; trang cũ vẫn nguyên\./);
    assert.deepEqual(dist(root), []);
  });

  test('1 with errors in templates', async (t) => {
    assert.equal((await on(t, { ...GOOD, 'templates/page.hbs': '{{titel}}' }, 'build')).code, 1);
  });

  test('2 with wrong settings, which outrank wrong content', async (t) => {
    const { code, stderr } = await on(t, { ...BROKEN, 'site.yaml': 'title: A\npageSize: nhiều\n' }, 'build');
    assert.equal(code, 2);
    assert.match(stderr, /site\.yaml:2:11 {2}lỗi {2}settings\/bad-number/);
  });

  test('2 with an unknown option, command, format, folder, or a time that cannot be read', async (t) => {
    const root = testDir(t, GOOD);
    const wrong = [
      ['build', root, '--nope'],
      ['nope'],
      ['build', root, '--format', 'xml'],
      ['build', root, '--out'],
      ['build', root, 'nope'],
      ['build', path.join(root, 'nope')],
      ['build', path.join(root, 'content/tin/a.md')],
      ['build', root, '--now', 'mai'],
    ];
    for (const args of wrong) {
      const { code, stdout, stderr } = await cli(args);
      assert.deepEqual([code, stdout], [2, ''], args.join(' '));
      assert.match(stderr, /^dongha-site: .*[à-ỹ].* · [\w“]/, 'in both languages');
      assert.doesNotMatch(stderr, / at .*\.js:/);
    }
    assert.deepEqual(dist(root), []);
  });

  test('2 for a dist/ that the program did not make, 0 with --force', async (t) => {
    const files = { ...GOOD, 'dist/index.html': 'của tôi' };
    const { code, stderr, root } = await on(t, files, 'build');
    assert.equal(code, 2);
    assert.match(stderr, /output\/not-ours/);
    assert.equal(readFileSync(path.join(root, 'dist/index.html'), 'utf8'), 'của tôi');
    assert.equal((await on(t, files, 'build', '--force')).code, 0);
  });

  test('3 when --hold-broken published the rest', async (t) => {
    const { code, root, stdout } = await on(t, BROKEN, 'build', '--hold-broken', '--format', 'json');
    assert.equal(code, 3);
    assert.ok(
      dist(root).includes('tin-tuc/2024/a/index.html') && !dist(root).some((file) => file.includes('/b/')),
    );
    const report = JSON.parse(stdout);
    assert.equal(report.ok, false);
    assert.deepEqual(report.withheld, [{ file: 'content/tin/b.md', reason: 'error', until: null }]);
    assert.equal(report.site.articles, 1);
  });

  test('3 as well when what points at a broken entry loses its target', async (t) => {
    const files = {
      'content/tin/a.md': article({}, '[b](b.md)'),
      'content/tin/b.md': article({ timestamp: 'mai' }),
    };
    const { code, root } = await on(t, files, 'build', '--hold-broken');
    assert.equal(code, 3);
    assert.match(readFileSync(path.join(root, 'dist/tin-tuc/2024/a/index.html'), 'utf8'), /<p>b<\/p>/);
  });

  test('4 when the output cannot be written', async (t) => {
    const { code, stderr } = await on(t, { ...GOOD, dist: 'một tệp, không phải thư mục' }, 'build');
    assert.equal(code, 4);
    assert.doesNotMatch(stderr, / at .*\.js:/);
  });
});

describe('a run', { concurrency: 2 }, () => {
  test('of check writes nothing', async (t) => {
    const { code, root } = await on(t, GOOD, 'check');
    assert.equal(code, 0);
    assert.deepEqual([...readTree(root).keys()], ['content/tin/a.md']);
  });

  test('of check on a built site changes no byte of it, nor of what is remembered', async (t) => {
    const { root } = await on(t, GOOD, 'build');
    const before = readTree(root);
    await cli(['check', root, '--now', '1/1/2030']);
    assert.deepEqual(readTree(root), before);
  });

  test('with --drafts shows drafts and what is scheduled', async (t) => {
    const files = {
      'content/tin/a.md': article({ draft: 'có' }),
      'content/tin/b.md': article({ timestamp: '1/1/2030' }),
    };
    assert.ok(!dist((await on(t, files, 'build')).root).some((file) => file.startsWith('tin-tuc/')));
    const { root } = await on(t, files, 'build', '--drafts');
    assert.ok(
      ['tin-tuc/2024/a/index.html', 'tin-tuc/2030/b/index.html'].every((file) => dist(root).includes(file)),
    );
  });

  test('with --now takes any form of time', async (t) => {
    const root = testDir(t, { 'content/tin/a.md': article() });
    for (const [now, articles] of [
      ['10:18 22/5/2024', 0],
      ['10:19, Thứ Tư, 22-5-2024', 1],
      ['2024-05-22T03:18:59Z', 0],
    ] as const) {
      assert.equal(
        JSON.parse((await cli(['check', root, '--now', now, '--format', 'json'])).stdout).site.articles,
        articles,
        now,
      );
    }
  });

  test('with --base-url and --out builds for another place', async (t) => {
    const out = path.join(testDir(t), 'ra');
    const { root } = await on(t, GOOD, 'build', '--out', out, '--base-url', 'https://x.vn/thu/');
    assert.deepEqual(dist(root), []);
    assert.match(readFileSync(path.join(out, 'index.html'), 'utf8'), /href="\/thu\/tin-tuc\/2024\/a\/"/);
  });

  test('without a folder builds the one that it is called in', async (t) => {
    const root = testDir(t, GOOD);
    assert.equal((await cli(['build', ...NOW], { cwd: root })).code, 0);
    assert.ok(dist(root).includes('index.html'));
  });

  test('on one article and no site.yaml has no warning', async (t) => {
    const { code, stdout } = await on(t, GOOD, 'build', '--strict', '--format', 'json');
    assert.equal(code, 0);
    assert.deepEqual(JSON.parse(stdout).diagnostics, []);
  });

  test('on an empty content/, or none at all, builds a sensible site', async (t) => {
    for (const make of [(root: string) => mkdirSync(path.join(root, 'content')), () => undefined]) {
      const root = testDir(t);
      make(root);
      const { code, stderr } = await cli(['build', root, ...NOW]);
      assert.equal(code, 0, stderr);
      assert.match(readFileSync(path.join(root, 'dist/index.html'), 'utf8'), /Chưa có tin, bài nào\./);
    }
  });

  test('whose reader goes away is no fault', async (t) => {
    const files = Object.fromEntries(
      Array.from({ length: 200 }, (_, i) => [
        `content/tin/${i}.md`,
        article({ slug: 'mot' }, '<b>x</b> '.repeat(40)),
      ]),
    );
    const child = spawn(
      process.execPath,
      [path.join(PROJECT, 'bin/dongha-site.js'), 'check', testDir(t, files), ...NOW, '--format', 'json'],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.on('close', resolve));
    assert.deepEqual([code, stderr], [1, '']);
  });
});
