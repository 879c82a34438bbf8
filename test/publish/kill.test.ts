/** A build that is killed at any moment leaves a whole site, and the next one finishes the job (SPEC section 9.4). */
import assert from 'node:assert/strict';
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { cli } from '../helpers/cli.js';
import { buildIn } from '../helpers/load.js';
import { random } from '../helpers/random.js';
import { article, type Files, PROJECT, readTree, testDir, writeFiles } from '../helpers/site.js';

type Tree = ReadonlyMap<string, Buffer>;

/** Counts the changes that the process makes to the output, and at one of them is killed or finds the disk full. */
const STRIKE = `
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const { STRIKE_OUT: out, STRIKE_AT: at, STRIKE_DEED: deed } = process.env;
let count = 0;
const isTorn = (name, file) => name === 'writeFileSync' && !file.endsWith('lock');
const deeds = {
  kill(name, real, [file, content, ...rest]) {
    if (isTorn(name, file)) real(file, content.slice(0, content.length / 2), ...rest);
    process.kill(process.pid, 'SIGKILL');
    for (;;);
  },
  full(name, real, [file, content]) {
    if (isTorn(name, file)) real(file, content.slice(0, content.length / 2));
    throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', errno: -28 });
  },
};
const counted = deed === 'full' ? ['writeFileSync'] : ['writeFileSync', 'copyFileSync', 'mkdirSync', 'renameSync', 'rmSync', 'rmdirSync'];
for (const name of counted) {
  const real = fs[name];
  fs[name] = (...args) => {
    if (String(args[0]).startsWith(out) && ++count === Number(at)) return deeds[deed](name, real, args);
    return real(...args);
  };
}
syncBuiltinESMExports();
process.on('exit', () => fs.writeSync(2, 'changes: ' + count));
`;

const ARTICLES = 150;
const CATEGORIES = ['Tin tức', 'Xã hội', 'Văn hóa'];
const r = random(20_240_601);

function articleAt(i: number, body: string, last = ARTICLES): string {
  const timestamp = `${7 + (i % 12)}:15 ${1 + (i % 28)}/5/2024`;
  const links = `[một](bai-${(i * 7) % last}.md), [hai](bai-${(i * 11 + 3) % last}.md)`;
  return article(
    { title: `Tin số ${i}`, timestamp, category: CATEGORIES[i % 3] as string },
    `${body} ${links}`,
  );
}

/** Articles 0 to 149; nothing links to those from 130 on, so that they can go. */
function firstSite(): Files {
  const files = Array.from({ length: ARTICLES }, (_, i) => [
    `content/tin/bai-${i}.md`,
    articleAt(i, 'Nội dung.', 130),
  ]);
  return { ...Object.fromEntries(files), 'content/public/logo.txt': 'cũ', 'content/tin/bang.pdf': 'tệp' };
}

/** Articles edited, deleted, renamed and added, pages that link to the new ones, and every page drawn anew. */
function change(root: string): void {
  const content = (name: string) => path.join(root, 'content/tin', `${name}.md`);
  for (let i = 130; i < 140; i++) rmSync(content(`bai-${i}`));
  for (let i = 140; i < 150; i++) renameSync(content(`bai-${i}`), content(`ten-moi-${i}`));
  const edited = Array.from({ length: 30 }, (_, i) => [
    `content/tin/bai-${i}.md`,
    articleAt(i, `Sửa, xem [tin mới](tin-them-${i}.md).`, 130),
  ]);
  const added = Array.from({ length: 30 }, (_, i) => [
    `content/tin/tin-them-${i}.md`,
    articleAt(i, `Mới, xem [nữa](tin-them-${(i + 1) % 30}.md).`, 130),
  ]);
  const footer = readFileSync(path.join(PROJECT, 'templates/partials/footer.hbs'), 'utf8');
  writeFiles(root, {
    ...Object.fromEntries([...edited, ...added]),
    'content/public/logo.txt': 'mới',
    'templates/partials/footer.hbs': `${footer}<p>Chân trang mới</p>\n`,
  });
}

/** The links of internal pages that lead nowhere, found from the front page on. */
function deadLinks(dist: Tree): string[] {
  const dead: string[] = [];
  const seen = new Set(['index.html']);
  for (const page of seen) {
    for (const [, link = ''] of String(dist.get(page)).matchAll(/\s(?:href|src)="\/([^"#?]*)/g)) {
      const file = decodeURI(link).replace(/(^|\/)$/, '$1index.html');
      if (!dist.has(file)) dead.push(`${page} → /${link}`);
      else if (file.endsWith('.html')) seen.add(file);
    }
  }
  assert.ok(!dist.has('index.html') || seen.size > 100, 'the crawl goes through the site');
  return dead;
}

const same = (a: Buffer | undefined, b: Buffer | undefined) =>
  a !== undefined && b !== undefined && a.equals(b);

function assertSame(actual: Tree, expected: Tree): void {
  assert.deepEqual([...actual.keys()], [...expected.keys()]);
  for (const [file, bytes] of expected) assert.ok(same(actual.get(file), bytes), file);
}

/** Every file is whole, the old one or the new one, and no link is dead. */
function assertWhole(dist: Tree, ...states: Tree[]): void {
  for (const [file, bytes] of dist)
    assert.ok(
      states.some((state) => same(state.get(file), bytes)),
      file,
    );
  assert.deepEqual(deadLinks(dist), []);
}

const privateFiles = (out: string) => readdirSync(path.join(out, '.dongha-site'));
const manifest = (out: string) => readFileSync(path.join(out, '.dongha-site/manifest.json'), 'utf8');

describe('a build that is struck down', { concurrency: 2 }, () => {
  const root = testDir(
    { after: (remove) => after(remove as () => void) },
    { ...firstSite(), 'strike.mjs': STRIKE },
  );
  let old: Tree = new Map();
  let clean: Tree = new Map();
  const at = (out: string) => path.join(root, out);

  /** Builds in a process that is struck at its n-th change of the output. */
  async function struck(out: string, n: number, deed: 'kill' | 'full') {
    const STRIKE_OUT = at(out);
    const NODE_OPTIONS = `--import=${pathToFileURL(at('strike.mjs'))}`;
    const env = { NODE_OPTIONS, STRIKE_OUT, STRIKE_AT: String(n), STRIKE_DEED: deed };
    const result = await cli(
      ['build', root, '--now', '2024-06-01T08:00:00+07:00', '--jobs', '1', '--out', at(out)],
      { env },
    );
    return { ...result, changes: Number(/changes: (\d+)/.exec(result.stderr)?.[1]) };
  }

  /** A copy of the output of the first site. */
  function copyOfOld(out: string): string {
    cpSync(at('old'), at(out), { recursive: true });
    return out;
  }

  /** The next build leaves what a build into an empty folder makes, and nothing else. */
  async function assertFinished(out: string): Promise<void> {
    assertSame((await buildIn(root, { out })).dist, clean);
    assert.deepEqual(privateFiles(at(out)), ['manifest.json']);
    assert.equal(manifest(at(out)), manifest(at('clean')));
  }

  let updates = 0;
  let writes = 0;
  before(async () => {
    assert.equal((await struck('old', 0, 'kill')).code, 0);
    old = readTree(at('old'));
    assert.ok(old.size > 180);
    change(root);
    clean = (await buildIn(root, { out: 'clean' })).dist;
    updates = (await struck(copyOfOld('counted'), 0, 'kill')).changes;
    writes = (await struck(copyOfOld('written'), 0, 'full')).changes;
    assert.ok(updates > 400 && writes > 200, `${updates} changes, ${writes} writes`);
    assertSame(readTree(at('counted')), clean);
  });

  const KILLS = 24;
  for (let i = 0; i < KILLS; i++) {
    const share = (i + r.next()) / KILLS;
    test(`after ${Math.round(share * 100)} % of its changes`, async () => {
      const out = copyOfOld(`killed-${i}`);
      const { code } = await struck(out, 1 + Math.floor(share * updates), 'kill');
      assert.equal(code, null);
      assertWhole(readTree(at(out)), old, clean);
      await assertFinished(out);
    });
  }

  for (const first of [0.65, 0.85]) {
    test(`after ${Math.round(first * 100)} %, as the one after it`, async () => {
      const out = copyOfOld(`twice-${first}`);
      await struck(out, Math.floor(first * updates), 'kill');
      for (const second of [0.7, 0.97]) {
        await struck(out, Math.floor(second * updates), 'kill');
        assertWhole(readTree(at(out)), old, clean);
      }
      await assertFinished(out);
    });
  }

  for (const share of [0.6, 0.99]) {
    test(`after ${share * 100} %, as the first of an output`, async () => {
      const out = `first-${share}`;
      await struck(out, Math.ceil(share * updates), 'kill');
      if (existsSync(at(out))) assertWhole(readTree(at(out)), clean);
      await assertFinished(out);
    });
  }

  for (const share of [0.02, 0.5, 0.98]) {
    test(`by a full disk, after ${share * 100} % of what it writes`, async () => {
      const out = copyOfOld(`full-${share}`);
      const { code, stderr } = await struck(out, Math.ceil(share * writes), 'full');
      assert.equal(code, 4, stderr);
      assertSame(readTree(at(out)), old);
      assert.deepEqual(privateFiles(at(out)), ['manifest.json']);
      assert.equal(manifest(at(out)), manifest(at('old')));
      await assertFinished(out);
    });
  }
});
