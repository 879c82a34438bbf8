/** A build that is killed at any moment leaves a whole site, and the next one finishes the job. */
import assert from 'node:assert/strict';
import { cpSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { buildIn } from '../helpers/load.js';
import { random } from '../helpers/random.js';
import { article, type Files, PROJECT, readTree, testDir, writeFiles } from '../helpers/site.js';
import { struckCli } from '../helpers/strike.js';

/** What lies beside the manifest when nothing is under way: the snippets for hosts. */
const PRIVATE = ['headers.apache.conf', 'headers.nginx.conf', 'manifest.json'];

type Tree = ReadonlyMap<string, Buffer>;

const r = random(20_240_601);

/** Articles of these numbers; they link to those below 130, so that the others can go. */
function articles(name: string, from: number, to: number, body: (i: number) => string): Files {
  const files = Array.from({ length: to - from }, (_, n) => {
    const i = from + n;
    const category = ['Tin tức', 'Xã hội', 'Văn hóa'][i % 3] as string;
    const fields = { title: `Tin ${name} ${i}`, timestamp: `7:15 ${1 + (i % 28)}/5/2024`, category };
    const links = `[một](bai-${(i * 7) % 130}.md), [hai](bai-${(i * 11 + 3) % 130}.md)`;
    return [`content/tin/${name}-${i}.md`, article(fields, `${body(i)} ${links}`)];
  });
  return Object.fromEntries(files);
}

const SITE: Files = {
  ...articles('bai', 0, 150, () => 'Cũ.'),
  'content/public/logo.txt': 'cũ',
  'content/public/doi/a/b.txt': 'x',
  'content/public/lai': 'x',
};

/** Articles edited, deleted, renamed and added, pages that link to the new ones, and every page drawn anew. */
function change(root: string): void {
  const file = (name: string) => path.join(root, 'content/tin', `${name}.md`);
  for (let i = 130; i < 140; i++) rmSync(file(`bai-${i}`));
  for (let i = 140; i < 150; i++) renameSync(file(`bai-${i}`), file(`ten-moi-${i}`));
  for (const name of ['doi', 'lai']) rmSync(path.join(root, 'content/public', name), { recursive: true });
  const footer = readFileSync(path.join(PROJECT, 'templates/partials/footer.hbs'), 'utf8');
  writeFiles(root, {
    ...articles('bai', 0, 30, (i) => `Sửa, xem [tin mới](tin-them-${i}.md).`),
    ...articles('tin-them', 0, 30, (i) => `Mới, xem [nữa](tin-them-${(i + 1) % 30}.md).`),
    'content/public/logo.txt': 'mới',
    // A folder that becomes a file, and a file that becomes a folder.
    'content/public/doi': 'x',
    'content/public/lai/a/b.txt': 'x',
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
  assert.ok(!dist.has('index.html') || seen.size > 100);
  return dead;
}

const same = (a?: Buffer, b?: Buffer) => a && b?.equals(a);

function assertSame(actual: Tree, expected: Tree): void {
  assert.deepEqual([...actual.keys()], [...expected.keys()]);
  for (const [file, bytes] of expected) assert.ok(same(actual.get(file), bytes), file);
}

/** Every file is whole, the old one or the new one, and no link is dead. */
function assertWhole(dist: Tree, ...states: Tree[]): void {
  const strange = [...dist].filter(([file, bytes]) => !states.some((state) => same(state.get(file), bytes)));
  assert.deepEqual([strange.map(([file]) => file), deadLinks(dist)], [[], []]);
}

/** The manifest of an output that holds nothing else of the program's own: no lock, no staging. */
function manifest(out: string): string {
  assert.deepEqual(readdirSync(path.join(out, '.dongha-site')).sort(), PRIVATE);
  return readFileSync(path.join(out, '.dongha-site/manifest.json'), 'utf8');
}

describe('a build that is struck down', { concurrency: 2 }, () => {
  const root = testDir({ after: (remove) => after(remove as () => void) }, SITE);
  let [old, clean]: [Tree, Tree] = [new Map(), new Map()];
  const at = (out: string) => path.join(root, out);

  /** Builds in a process that is struck at its n-th change of the output. */
  function struck(out: string, n: number, deed: 'kill' | 'full') {
    const args = ['build', root, '--now', '2024-06-01T08:00:00+07:00', '--jobs', '1', '--out', at(out)];
    return struckCli(args, root, { folder: at(out), at: n, deed });
  }

  /** A copy of the output of the first site. */
  function copyOfOld(out: string): string {
    cpSync(at('old'), at(out), { recursive: true });
    return out;
  }

  /** The next build leaves what a build into an empty folder makes, and nothing else. */
  async function assertFinished(out: string): Promise<void> {
    assertSame((await buildIn(root, { out })).dist, clean);
    assert.equal(manifest(at(out)), manifest(at('clean')));
  }

  let [updates, writes] = [0, 0];
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

  for (let i = 0; i < 20; i++) {
    const share = (i + r.next()) / 20;
    test(`after ${Math.round(share * 100)} % of its changes`, async () => {
      const out = copyOfOld(`killed-${i}`);
      assert.equal((await struck(out, 1 + Math.floor(share * updates), 'kill')).code, null);
      assertWhole(readTree(at(out)), old, clean);
      await assertFinished(out);
    });
  }

  for (const first of [0.49, 0.65, 0.85]) {
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

  for (const share of [0.02, 0.3, 0.6, 0.99]) {
    test(`after ${share * 100} %, as the first of an output`, async () => {
      const out = `first-${share}`;
      await struck(out, Math.ceil(share * updates), 'kill');
      assertWhole(readTree(at(out)), clean);
      await assertFinished(out);
    });
  }

  for (const share of [0.02, 0.4, 0.7, 0.97]) {
    test(`by a full disk, after ${share * 100} % of what it writes`, async () => {
      const out = copyOfOld(`full-${share}`);
      assert.equal((await struck(out, Math.ceil(share * writes), 'full')).code, 4);
      assertSame(readTree(at(out)), old);
      assert.equal(manifest(at(out)), manifest(at('old')));
      await assertFinished(out);
    });
  }
});
