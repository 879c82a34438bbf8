/** The command line as its users and CI meet it, in processes of its own. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { cli } from './helpers/cli.js';
import { BROKEN, dist, GOOD, NOW, on } from './helpers/cli-site.js';
import { article, PROJECT, testDir } from './helpers/site.js';

describe('help', { concurrency: 2 }, () => {
  test('gives the version of the package', async () => {
    const { version } = JSON.parse(readFileSync(path.join(PROJECT, 'package.json'), 'utf8'));
    for (const option of ['--version', '-V'])
      assert.deepEqual(await cli([option]), { code: 0, stdout: `${version}\n`, stderr: '' });
  });

  test('lists the commands that there are', async () => {
    const { code, stdout } = await cli(['--help']);
    const commands = [...stdout.slice(stdout.indexOf('Commands:')).matchAll(/^ {2}([a-z]+)/gm)].map(
      (match) => match[1],
    );
    assert.equal(code, 0);
    assert.deepEqual(commands, ['build', 'check', 'serve', 'help']);
  });

  test('of a command lists its options', async () => {
    const { code, stdout } = await cli(['build', '--help']);
    assert.equal(code, 0);
    for (const option of [
      '--out',
      '--base-url',
      '--drafts',
      '--now',
      '--hold-broken',
      '--strict',
      '--force',
      '--format',
      '--lang',
    ])
      assert.ok(stdout.includes(option), option);
  });
});

describe('reports', { concurrency: 2 }, () => {
  test('as JSON are one object of the shape that the contract gives', async (t) => {
    const { code, stdout, stderr } = await on(
      t,
      { ...BROKEN, 'content/tin/c.md': article({ timestamp: '9:00 1/6/2024' }) },
      'build',
      '--format',
      'json',
    );
    const report = JSON.parse(stdout);
    assert.deepEqual([code, stderr], [1, '']);
    assert.deepEqual(Object.keys(report), [
      'ok',
      'site',
      'outputs',
      'changed',
      'withheld',
      'nextBuildAt',
      ...('cache' in report ? ['cache'] : []),
      'diagnostics',
      'ms',
    ]);
    assert.equal(report.ok, false);
    assert.deepEqual(report.site, { articles: 2, documents: 0, polls: 0, pages: 0 });
    assert.deepEqual(report.outputs, { total: 0, written: 0, unchanged: 0, removed: 0 });
    assert.deepEqual(report.changed, { added: [], updated: [], removed: [] });
    assert.deepEqual(report.withheld, [
      { file: 'content/tin/c.md', reason: 'scheduled', until: '2024-06-01T09:00:00+07:00' },
    ]);
    assert.equal(report.nextBuildAt, '2024-06-01T09:00:00+07:00');
    const [diagnostic] = report.diagnostics;
    assert.deepEqual(
      [diagnostic.code, diagnostic.severity, diagnostic.place],
      ['link/missing', 'error', { file: 'content/tin/b.md', line: 6, column: 5, length: 18 }],
    );
    assert.match(diagnostic.message, /khong-co\.md/);
    assert.deepEqual(Object.keys(report.ms).sort(), ['model', 'parse', 'publish', 'render', 'scan', 'total']);
  });

  test('as JSON say what a build changed, by address', async (t) => {
    const { root, stdout } = await on(t, GOOD, 'build', '--format', 'json');
    const first = JSON.parse(stdout);
    // Two more lie in the private folder: the headers for nginx and for Apache.
    const total = dist(root).length + 2;
    assert.equal(first.outputs.total, total);
    assert.ok(
      ['/', '/tin-tuc/2024/a/', '/404.html'].every((address) => first.changed.added.includes(address)),
    );
    const second = JSON.parse((await cli(['build', root, ...NOW, '--format', 'json'])).stdout);
    assert.deepEqual(second.outputs, {
      total,
      written: 0,
      unchanged: total,
      removed: 0,
    });
    assert.deepEqual(second.changed, { added: [], updated: [], removed: [] });
  });

  test('for GitHub are annotations, with a Vietnamese summary where the host asks for one', async (t) => {
    const root = testDir(t, { 'content/tin/b,c.md': article({}, 'Xem [bài](50%.md).') });
    const summary = path.join(root, 'summary.md');
    const { code, stdout } = await cli(['check', root, ...NOW, '--format', 'github'], {
      env: { GITHUB_STEP_SUMMARY: summary },
    });
    assert.equal(code, 1);
    assert.match(
      stdout,
      /^::error file=content\/tin\/b%2Cc\.md,line=6,col=5,endColumn=\d+,title=link\/missing::.*50%25\.md.*%0A/,
    );
    assert.match(
      readFileSync(summary, 'utf8'),
      /## Chưa dựng được trang[\s\S]*\| content\/tin\/b,c\.md:6 \|/,
    );
  });

  test('are in the site’s language, or in the one that --lang says, never in the machine’s', async (t) => {
    const vietnamese = await cli(['check', testDir(t, BROKEN), ...NOW], {
      env: { LANG: 'en_US.UTF-8', LC_ALL: 'en_US.UTF-8' },
    });
    assert.match(vietnamese.stderr, /1 lỗi, 0 cảnh báo\./);
    assert.match((await on(t, BROKEN, 'check', '--lang', 'en')).stderr, /1 error, 0 warnings\./);
    assert.match(
      (await on(t, { ...BROKEN, 'site.yaml': 'lang: en\n' }, 'check')).stderr,
      /error {2}link\/missing/,
    );
  });

  test('are sorted by file, line and column, and the same in every run', async (t) => {
    const files = Object.fromEntries(
      ['c', 'a', 'b'].map((name) => [
        `content/tin/${name}.md`,
        article({ titel: 'x' }, '<b>1</b> <i>2</i>\n\n[x](y.md)'),
      ]),
    );
    const root = testDir(t, files);
    const [one, two] = [await cli(['check', root, ...NOW]), await cli(['check', root, ...NOW])];
    assert.equal(one.stderr, two.stderr);
    const places = [...one.stderr.matchAll(/^content\S+/gm)].map((match) => match[0]);
    assert.equal(places.length, 12);
    assert.deepEqual(places, [...places].sort());
  });

  test('have no colours where nobody sees them', async (t) => {
    assert.ok(!(await on(t, BROKEN, 'check')).stderr.includes('\u001b'));
  });
});
