/** Whatever happens to `.cache`, a build gives the bytes of a clean one, and tells the same. */
import assert from 'node:assert/strict';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, type TestContext, test } from 'node:test';
import { cli } from '../helpers/cli.js';
import { type Built, buildIn } from '../helpers/load.js';
import { type Random, random } from '../helpers/random.js';
import { article, type Files, readTree, testDir } from '../helpers/site.js';
import { vietnameseArticle } from '../helpers/vietnamese-article.js';

const ARTICLES = 40;
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
);

/** Articles that link to each other and have a picture; every fifth is worth a warning. */
function site(): Files {
  const r = random(40);
  const articles = Array.from({ length: ARTICLES }, (_, i) => {
    const category = ['Tin tức', 'Xã hội', 'Văn hóa'][i % 3] as string;
    const links = `Xem [bài](bai-${(i * 7 + 1) % ARTICLES}.md)${i % 5 === 0 ? ' và <b>thẻ</b>' : ''}.`;
    return [
      `content/tin/bai-${i}.md`,
      article({ title: `Tin ${i}`, category }, `${links}\n\n${i % 4 ? '' : vietnameseArticle(r)}`),
    ];
  });
  return {
    ...Object.fromEntries(articles),
    'content/tin/bai-khac.md': article({ title: 'Bài khác' }),
    'content/tin/hinh-anh/a.jpg': PIXEL,
  };
}

const entriesOf = (root: string) => path.join(root, '.cache/entries');
const indexOf = (root: string) => path.join(entriesOf(root), 'index');
const packsOf = (root: string) =>
  readdirSync(entriesOf(root))
    .filter((file) => file.endsWith('.pack'))
    .map((file) => path.join(entriesOf(root), file));

/** Writes other bytes at so many places of a file. */
function spoil(file: string, r: Random, places: number): void {
  const bytes = readFileSync(file);
  for (let i = 0; i < places; i++) bytes[r.int(bytes.length)] = r.int(256);
  writeFileSync(file, bytes);
}

const garbage = (r: Random, size: number) => Buffer.from(Array.from({ length: size }, () => r.int(256)));

type Damage = (root: string, r: Random) => void;
const spoilIndex =
  (places: number): Damage =>
  (root, r) =>
    spoil(indexOf(root), r, places);
const spoilPacks =
  (places: number): Damage =>
  (root, r) => {
    for (const pack of packsOf(root)) spoil(pack, r, places);
  };

const DAMAGES: Readonly<Record<string, Damage>> = {
  'no damage': () => undefined,
  'one byte of the index': spoilIndex(1),
  'a thousand bytes of the index': spoilIndex(1000),
  'one byte of a pack': spoilPacks(1),
  'thirty bytes of a pack': spoilPacks(30),
  'both index and packs': (root, r) => {
    spoilIndex(5)(root, r);
    spoilPacks(20)(root, r);
  },
  'packs that are gone': (root) => {
    for (const pack of packsOf(root)) rmSync(pack);
  },
  'packs of garbage': (root, r) => {
    for (const pack of packsOf(root)) writeFileSync(pack, garbage(r, 100_000));
  },
  'an index that is cut short': (root, r) => {
    const bytes = readFileSync(indexOf(root));
    writeFileSync(indexOf(root), bytes.subarray(0, r.int(bytes.length)));
  },
  'an index of another version': (root) => {
    const [, ...lines] = readFileSync(indexOf(root), 'latin1').split('\n');
    writeFileSync(indexOf(root), ['0.0.1 Asia/Ho_Chi_Minh', ...lines].join('\n'), 'latin1');
  },
  'an index of garbage': (root, r) => writeFileSync(indexOf(root), garbage(r, 20_000)),
  'an index that was half written': (root, r) => writeFileSync(`${indexOf(root)}.new`, garbage(r, 500)),
  'no cache': (root) => rmSync(path.join(root, '.cache'), { recursive: true }),
};

type Result = Pick<Built, 'dist' | 'told'>;

function assertSame(actual: Result, expected: Result): void {
  assert.deepEqual(actual.told, expected.told);
  assert.deepEqual([...actual.dist.keys()], [...expected.dist.keys()]);
  for (const [file, bytes] of expected.dist) assert.ok(bytes.equals(actual.dist.get(file) as Buffer), file);
}

describe('a build with a damaged cache', () => {
  const first = testDir({ after: (remove) => after(remove as () => void) }, site());
  let clean: Result = { dist: new Map(), told: [] };
  before(async () => {
    clean = await buildIn(first);
    assert.equal(clean.told.filter((line) => line.endsWith('body/raw-html')).length, ARTICLES / 5);
    assert.ok(packsOf(first).length > 0);
  });

  /** The site with its cache and without its output, in a folder of its own. */
  function copy(t: TestContext): string {
    const root = testDir(t);
    for (const part of ['content', '.cache'])
      cpSync(path.join(first, part), path.join(root, part), { recursive: true });
    return root;
  }

  for (const [i, [name, damage]] of Object.entries(DAMAGES).entries()) {
    test(`(${name}) is the clean one, twice`, async (t) => {
      const root = copy(t);
      damage(root, random(i));
      assertSame(await buildIn(root), clean);
      assertSame(await buildIn(root, { out: 'second' }), clean);
    });
  }

  test('time and again is the clean one', async (t) => {
    const root = copy(t);
    const r = random(99);
    const kinds = Object.values(DAMAGES);
    for (let round = 0; round < 4; round++) {
      if (existsSync(indexOf(root))) r.pick(kinds)(root, r);
      assertSame(await buildIn(root, { out: `round-${round}` }), clean);
    }
  });

  test('of which an old index came back is the clean one', async (t) => {
    const root = copy(t);
    const old = readFileSync(indexOf(root));
    rmSync(path.join(root, '.cache'), { recursive: true });
    await buildIn(root, { out: 'between' });
    writeFileSync(indexOf(root), old);
    assertSame(await buildIn(root), clean);
  });

  test('whose note of the last run is damaged is the clean one', async (t) => {
    const root = copy(t);
    const options = ['--now', '2024-06-01T08:00:00+07:00', '--format', 'json'];
    await cli(['build', root, ...options]);
    const dist = readTree(path.join(root, 'dist'));
    const note = path.join(root, '.cache/last-run');
    const whole = readFileSync(note);
    const damages: readonly Damage[] = [
      () => spoil(note, random(2), 1),
      () => spoil(note, random(3), 30),
      () => writeFileSync(note, '{}'),
      () => writeFileSync(note, whole.subarray(0, whole.length / 2)),
    ];
    for (const damage of damages) {
      damage(root, random(4));
      const { code, stderr } = await cli(['build', root, ...options]);
      assert.deepEqual([code, stderr], [0, '']);
      assert.deepEqual(readTree(path.join(root, 'dist')), dist);
    }
  });

  test('with --no-cache neither reads it nor writes to it', async (t) => {
    const root = copy(t);
    spoilIndex(1000)(root, random(1));
    const before = readTree(path.join(root, '.cache'));
    const options = ['--now', '2024-06-01T08:00:00+07:00', '--format', 'json', '--no-cache'];
    const { code, stdout } = await cli(['build', root, ...options]);
    assert.deepEqual([code, JSON.parse(stdout).cache.hits], [0, 0]);
    assert.deepEqual(readTree(path.join(root, '.cache')), before);
    assertSame({ dist: readTree(path.join(root, 'dist')), told: clean.told }, clean);
  });

  test('with --no-cache leaves none where there was none', async (t) => {
    const root = copy(t);
    rmSync(path.join(root, '.cache'), { recursive: true });
    assertSame(await buildIn(root, { cache: 'off' }), clean);
    const left = existsSync(path.join(root, '.cache')) ? readdirSync(path.join(root, '.cache')) : [];
    assert.deepEqual(left, []);
  });
});
