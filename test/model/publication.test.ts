import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { build, buildIn, load, NOW } from '../helpers/load.js';
import { article, document, poll, testDir } from '../helpers/site.js';

const at = (iso: string) => Date.parse(iso);

describe('an entry is published', () => {
  const states = async (
    t: Parameters<typeof load>[0],
    files: Record<string, string>,
    now = NOW,
    drafts = false,
  ) =>
    (await load(t, files, { now, drafts })).site.withheld.map(({ file, reason, until }) => [
      file.replace(/^.*\//, ''),
      reason,
      until,
    ]);

  test('unless it is a draft, scheduled or withdrawn', async (t) => {
    const files = {
      'content/tin/a.md': article(),
      'content/tin/b.md': article({ draft: 'có' }),
      'content/tin/c.md': article({ timestamp: '8:01 1/6/2024' }),
      'content/tin/d.md': article({ unpublish: '31/5/2024' }),
      'content/tham-do/e.md': poll({ opens: '2/6/2024' }),
      'content/van-ban/f.md': document({ timestamp: '9:00 1/6/2024' }),
      'content/van-ban/a.pdf': 'x',
      'content/trang/g.md': '---\ntitle: G\ndraft: có\n---\n',
    };
    assert.deepEqual((await states(t, files)).sort(), [
      ['b.md', 'draft', null],
      ['c.md', 'scheduled', at('2024-06-01T08:01:00+07:00')],
      ['d.md', 'unpublished', null],
      ['e.md', 'scheduled', at('2024-06-02T00:00:00+07:00')],
      ['f.md', 'scheduled', at('2024-06-01T09:00:00+07:00')],
      ['g.md', 'draft', null],
    ]);
    assert.deepEqual(
      (await states(t, files, NOW, true)).map(([file]) => file),
      ['d.md'],
    );
  });

  test('from its very moment on', async (t) => {
    const files = { 'content/tin/a.md': article({ timestamp: '8:00 1/6/2024' }) };
    assert.equal((await states(t, files, NOW)).length, 0);
    assert.equal((await states(t, files, NOW - 1)).length, 1);
  });

  test('through the whole day of a date-only `unpublish`, and to the minute of one with a time', async (t) => {
    const day = { 'content/tin/a.md': article({ unpublish: '1/6/2024' }) };
    const end = at('2024-06-02T00:00:00+07:00');
    assert.equal((await states(t, day, end - 1)).length, 0);
    assert.equal((await states(t, day, end)).length, 1);
    const minute = { 'content/tin/a.md': article({ unpublish: '9:30 1/6/2024' }) };
    assert.equal((await states(t, minute, at('2024-06-01T09:30:00+07:00') - 1)).length, 0);
    assert.equal((await states(t, minute, at('2024-06-01T09:30:00+07:00'))).length, 1);
  });

  test('in the site’s zone, whatever that is', async (t) => {
    const files = {
      'site.yaml': 'timezone: America/New_York\n',
      'content/tin/a.md': article({ timestamp: '2024-06-01 08:00' }),
    };
    assert.equal((await states(t, files, at('2024-06-01T11:59:00Z'))).length, 1);
    assert.equal((await states(t, files, at('2024-06-01T12:00:00Z'))).length, 0);
  });
});

describe('what is withheld', () => {
  const secret = (word: string, fields: Record<string, string>) => ({
    [`content/tin/${word}.md`]: article(
      {
        title: `Tin ${word}`,
        category: `Mục ${word}`,
        summary: `Sapo ${word}`,
        author: `Ông ${word}`,
        tags: `[${word}]`,
        files: `[${word}.pdf]`,
        image: `${word}.svg`,
        aliases: `[/cu-${word}]`,
        ...fields,
      },
      `Thân ${word} ![${word}](${word}.svg)`,
    ),
    [`content/tin/${word}.pdf`]: `tệp ${word}`,
    [`content/tin/${word}.svg`]: `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>${word}</title></svg>`,
    [`content/van-ban/${word}.md`]: document({
      number: `${90 + word.length}-KH/TU`,
      type: `Loại ${word}`,
      issuer: `Cơ quan ${word}`,
      field: `Lĩnh vực ${word}`,
      summary: word,
      files: `[${word}.pdf]`,
      ...('timestamp' in fields ? { timestamp: fields.timestamp ?? '' } : fields),
    }),
    [`content/van-ban/${word}.pdf`]: word,
    [`content/tham-do/${word}.md`]: poll({
      question: `${word}?`,
      options: `[${word} một, ${word} hai]`,
      ...('timestamp' in fields ? { opens: fields.timestamp ?? '' } : fields),
    }),
    [`content/trang/${word}.md`]: `---\ntitle: ${word}\ndraft: có\n---\n${word}\n`,
  });
  const files = {
    'site.yaml':
      'baseUrl: https://x.vn/\nmenu:\n  - {label: Tin, to: /cac-tin-khac/}\n  - {label: Nháp, to: tin/zqdraft.md}\n',
    'redirects.csv': '/cu/1,/tin-tuc/2024/chung/\n/cu/2,tin/zqdraft.md\n/cu/3,tin/zqlater.md\n',
    'content/tin/chung.md': article(
      { tags: '[chung]', poll: 'zqdraft' },
      'Xem [bài nháp](zqdraft.md), [bài sau](zqlater.md), [đã gỡ](zqgone.md) và 96-KH/TU.',
    ),
    'content/van-ban/chung.md': document({ related: '[96-KH/TU]' }),
    'content/van-ban/a.pdf': 'x',
    ...secret('zqdraft', { draft: 'có' }),
    ...secret('zqlater', { timestamp: '1/1/2030' }),
    ...secret('zqgone', { unpublish: '30/5/2024' }),
  };

  test('appears in no byte of dist/, nor in the name of a file', async (t) => {
    const { root, told } = await build(t, files);
    const folder = path.join(root, 'dist');
    const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    assert.ok(names.length > 20);
    for (const entry of names) {
      const file = path.join(entry.parentPath, entry.name);
      assert.doesNotMatch(
        `${path.relative(folder, file)}\n${readFileSync(file, 'utf8')}`,
        /zq(?:draft|later|gone)/i,
        file,
      );
    }
    assert.ok(!told.some((line) => /missing|no-such/.test(line)), told.join('\n'));
  });

  test('leaves nothing behind in a dist/ that held it', async (t) => {
    const root = testDir(t, files);
    const before = await buildIn(root, { drafts: true });
    assert.ok([...before.dist.values()].some((bytes) => bytes.includes('zqdraft')));
    const after = await buildIn(root);
    const clean = await build(t, files);
    assert.deepEqual([...after.dist.keys()], [...clean.dist.keys()]);
    for (const [file, bytes] of after.dist)
      assert.ok(bytes.equals(clean.dist.get(file) ?? Buffer.alloc(0)), file);
    for (const bytes of after.dist.values()) assert.ok(!bytes.includes('zqdraft'));
  });

  test('is told with a warning where something points at it, and prints as text', async (t) => {
    const { told, page } = await build(t, files);
    assert.equal(told.filter((line) => line.endsWith('entry/withheld-reference')).length, 8, told.join('\n'));
    assert.match(page('/tin-tuc/2024/chung/'), /<p>Xem bài nháp, bài sau, đã gỡ và 96-KH\/TU\.<\/p>/);
  });

  test('is in the report with its reason and the moment at which it goes live', async (t) => {
    const { site } = await load(t, files);
    const reasons = new Map(site.withheld.map(({ file, reason, until }) => [file, [reason, until]]));
    assert.deepEqual(reasons.get('content/tin/zqdraft.md'), ['draft', null]);
    assert.deepEqual(reasons.get('content/tin/zqlater.md'), ['scheduled', at('2030-01-01T00:00:00+07:00')]);
    assert.deepEqual(reasons.get('content/tin/zqgone.md'), ['unpublished', null]);
  });
});

describe('a scheduled article', () => {
  test('has its broken links told now, so that the clock cannot break a build', async (t) => {
    const later = article(
      { timestamp: '1/1/2030', files: '[khong-co.pdf]' },
      'Xem [bài](khong-co.md).\n\n![ảnh](khong-co.jpg)',
    );
    const { told } = await load(t, { 'content/tin/a.md': later });
    assert.deepEqual(told, [
      'content/tin/a.md:5:9 link/missing',
      'content/tin/a.md:7:5 link/missing',
      'content/tin/a.md:9:1 image/missing',
    ]);
  });

  test('may link to another one that comes with it', async (t) => {
    const { told } = await load(t, {
      'content/tin/a.md': article({ timestamp: '1/1/2030' }, 'Xem [bài](b.md) và [lưu trữ](/luu-tru/2030/).'),
      'content/tin/b.md': article({ timestamp: '1/1/2030' }),
    });
    assert.deepEqual(told, []);
  });

  test('publishes no file before its time', async (t) => {
    const { dist } = await build(t, {
      'content/tin/a.md': article({ timestamp: '1/1/2030', files: '[a.pdf]' }),
      'content/tin/a.pdf': 'x',
    });
    assert.ok(![...dist.keys()].some((file) => file.startsWith('tep/')));
  });

  test('a draft’s broken links are not told: its author is still writing', async (t) => {
    assert.deepEqual(
      (await load(t, { 'content/tin/a.md': article({ draft: 'có' }, '[x](khong-co.md)') })).told,
      [],
    );
  });
});
