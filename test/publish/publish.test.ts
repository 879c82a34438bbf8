import assert from 'node:assert/strict';
import {
  appendFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { loadSite, publishSite } from '../../src/site.js';
import { buildIn, loadIn, NOW } from '../helpers/load.js';
import { article, type Files, readTree, testDir, writeFiles } from '../helpers/site.js';

const SITE = {
  'content/tin/a.md': article({ title: 'Tin một', files: '[a.pdf]' }),
  'content/tin/a.pdf': 'tệp',
  'content/tin/b.md': article({ title: 'Tin hai', category: 'Khác' }),
  'content/trang/gioi-thieu.md': '---\ntitle: Giới thiệu\n---\nMột.\n',
  'content/public/favicon.ico': 'x',
};

async function site(t: Parameters<typeof testDir>[0], files: Files = SITE) {
  const root = testDir(t, files);
  return { root, dist: path.join(root, 'dist'), first: await buildIn(root) };
}

/** What a build changed on the disk, by path, or the code of its refusal. */
async function changes(root: string, force = false) {
  const before = standing(root);
  try {
    await buildIn(root, { force });
  } catch (error) {
    return (error as Error).message.replace('refused: ', '');
  }
  const after = standing(root);
  return {
    added: [...after.keys()].filter((file) => !before.has(file)),
    updated: [...after.keys()].filter((file) => before.has(file) && before.get(file) !== after.get(file)),
    removed: [...before.keys()].filter((file) => !after.has(file)),
  };
}

/** Each file of dist/ with what tells that it was written again. */
function standing(root: string): Map<string, string> {
  const dist = path.join(root, 'dist');
  if (!existsSync(dist)) return new Map();
  return new Map(
    [...readTree(dist).keys()].map((file) => {
      const { ino, mtimeMs, size } = statSync(path.join(dist, file));
      return [file, `${ino} ${mtimeMs} ${size}`];
    }),
  );
}

async function isClean(root: string) {
  const before = readTree(path.join(root, 'dist'));
  rmSync(path.join(root, 'dist'), { recursive: true });
  const { dist } = await buildIn(root);
  assert.deepEqual([...before.keys()], [...dist.keys()]);
  for (const [file, bytes] of dist) assert.ok(bytes.equals(before.get(file) ?? Buffer.alloc(0)), file);
}

const NOTHING = { added: [], updated: [], removed: [] };
const manifestOf = (dist: string) => path.join(dist, '.dongha-site/manifest.json');

describe('a second build', () => {
  test('writes nothing when nothing changed', async (t) => {
    const { root, dist } = await site(t);
    const all = readdirSync(dist, { recursive: true, encoding: 'utf8' });
    // The program's own folder sees its lock come and go.
    const files = all.filter((file) => file !== '.dongha-site').map((file) => path.join(dist, file));
    for (const file of files) utimesSync(file, 1, 1);
    assert.deepEqual(await changes(root), NOTHING);
    for (const file of files) assert.equal(statSync(file).mtimeMs, 1000, file);
    assert.deepEqual(readdirSync(dist, { recursive: true, encoding: 'utf8' }), all);
  });

  test('writes the one page whose text changed', async (t) => {
    const { root } = await site(t);
    writeFiles(root, { 'content/trang/gioi-thieu.md': '---\ntitle: Giới thiệu\n---\nHai.\n' });
    assert.deepEqual(await changes(root), { ...NOTHING, updated: ['gioi-thieu/index.html'] });
    await isClean(root);
  });

  test('writes nothing when a file is only touched', async (t) => {
    const { root } = await site(t);
    utimesSync(path.join(root, 'content/tin/a.md'), 1, 1);
    assert.deepEqual(await changes(root), NOTHING);
  });

  test('copies a file whose bytes changed and whose size did not', async (t) => {
    const { root, dist } = await site(t);
    writeFiles(root, { 'content/tin/a.pdf': 'TỆP' });
    assert.deepEqual(await changes(root), { ...NOTHING, updated: ['tep/tin/a.pdf'] });
    assert.equal(readFileSync(path.join(dist, 'tep/tin/a.pdf'), 'utf8'), 'TỆP');
  });

  test('removes what is no longer planned, and the folders left empty', async (t) => {
    const { root, dist } = await site(t);
    rmSync(path.join(root, 'content/tin/b.md'));
    const done = await changes(root);
    assert.ok(typeof done === 'object' && done.removed.includes('khac/2024/b/index.html'));
    assert.ok(!existsSync(path.join(dist, 'khac')));
    await isClean(root);
  });

  test('leaves what it did not write', async (t) => {
    const { root, dist } = await site(t);
    writeFiles(dist, { 'khac/2024/cua-toi.txt': 'a', 'google.html': 'b' });
    rmSync(path.join(root, 'content/tin/b.md'));
    await changes(root);
    assert.equal(readFileSync(path.join(dist, 'khac/2024/cua-toi.txt'), 'utf8'), 'a');
    assert.equal(readFileSync(path.join(dist, 'google.html'), 'utf8'), 'b');
    assert.ok(!existsSync(path.join(dist, 'khac/2024/b')));
  });

  test('writes a page again that is missing, of another size, or no file any more', async (t) => {
    const { root, dist } = await site(t);
    const damage = [
      () => rmSync(path.join(dist, 'index.html')),
      () => appendFileSync(path.join(dist, 'index.html'), 'x'),
      () => writeFileSync(path.join(dist, 'index.html'), ''),
      () => rmSync(path.join(dist, 'gioi-thieu'), { recursive: true }),
    ];
    for (const how of damage) {
      how();
      const done = await changes(root);
      assert.ok(typeof done === 'object' && done.added.length + done.updated.length === 1, String(how));
    }
    await isClean(root);
  });

  test('turns a file into a folder and back', async (t) => {
    const { root, dist } = await site(t, { 'content/public/a': 'tệp' });
    const isFile = () => lstatSync(path.join(dist, 'a')).isFile();
    assert.ok(isFile());
    for (const [gone, come] of [
      ['public/a', 'trang/a.md'],
      ['trang/a.md', 'public/a'],
      ['public/a', 'public/a/b/c.txt'],
      ['public/a/', 'public/a'],
    ] as const) {
      rmSync(path.join(root, 'content', gone), { recursive: true, force: true });
      writeFiles(root, { [`content/${come}`]: come.endsWith('.md') ? '---\ntitle: A\n---\n' : 'x' });
      await changes(root);
      assert.equal(isFile(), come === 'public/a', come);
    }
    await isClean(root);
  });

  test('keeps no times, and nothing of the machine, in its manifest', async (t) => {
    const one = await site(t);
    const two = await site(t);
    assert.equal(readFileSync(manifestOf(one.dist), 'utf8'), readFileSync(manifestOf(two.dist), 'utf8'));
    assert.ok(!readFileSync(manifestOf(one.dist), 'utf8').includes(one.root));
  });
});

describe('a dist/ that the program did not make', () => {
  test('is refused, and stays as it is', async (t) => {
    const root = testDir(t, { ...SITE, 'dist/index.html': 'của tôi' });
    assert.equal(await changes(root), 'output/not-ours');
    assert.deepEqual(
      [...readTree(path.join(root, 'dist'))].map(([file, bytes]) => [file, String(bytes)]),
      [['index.html', 'của tôi']],
    );
  });

  test('is written into with --force, and keeps what is not in the way', async (t) => {
    const root = testDir(t, { ...SITE, 'dist/index.html': 'của tôi', 'dist/khac.txt': 'của tôi' });
    const done = await changes(root, true);
    assert.ok(typeof done === 'object');
    assert.match(readFileSync(path.join(root, 'dist/index.html'), 'utf8'), /<!DOCTYPE html>/);
    assert.equal(readFileSync(path.join(root, 'dist/khac.txt'), 'utf8'), 'của tôi');
    assert.deepEqual(await changes(root), NOTHING);
  });

  test('may be an empty folder', async (t) => {
    const root = testDir(t, SITE);
    mkdirSync(path.join(root, 'dist'));
    assert.ok(typeof (await changes(root)) === 'object');
  });

  test('with a manifest that cannot be read is refused', async (t) => {
    const { root, dist } = await site(t);
    writeFileSync(manifestOf(dist), '{"version":');
    assert.equal(await changes(root), 'output/not-ours');
    assert.ok(typeof (await changes(root, true)) === 'object');
    await isClean(root);
  });
});

describe('a build that fails', () => {
  test('in staging leaves dist/ as it was, and no staging behind', async (t) => {
    const { root, dist, first } = await site(t);
    writeFiles(root, {
      'content/tin/a.pdf': 'mới',
      'content/tin/b.md': article({ title: 'Tin mới', category: 'Khác' }),
    });
    const { loaded } = await loadIn(root);
    rmSync(path.join(root, 'content/tin/a.pdf'));
    await assert.rejects(async () => publishSite(root, loaded, { out: dist }));
    const after = readTree(dist);
    assert.deepEqual([...after.keys()], [...first.dist.keys()]);
    for (const [file, bytes] of first.dist) assert.ok(bytes.equals(after.get(file) ?? Buffer.alloc(0)), file);
    assert.ok(!existsSync(path.join(dist, '.dongha-site/staging')));
  });

  test('of settings reads nothing further', async (t) => {
    const root = testDir(t, { ...SITE, 'site.yaml': 'pageSize: nhiều\n' });
    assert.equal((await loadSite({ root, now: NOW })).loaded, undefined);
  });
});

describe('a publish that was interrupted', () => {
  /** The manifest between two builds, as publish.ts writes it: old and new paths, no keys where the state is unknown. */
  const between = (dist: string, touched: readonly string[]) => {
    const manifest = JSON.parse(readFileSync(manifestOf(dist), 'utf8')) as {
      files: Record<string, [string | null, number]>;
    };
    for (const file of touched) manifest.files[file] = [null, 0];
    writeFileSync(manifestOf(dist), JSON.stringify(manifest));
  };

  test('is finished by the next build: new files, changed files, removals', async (t) => {
    const { root, dist } = await site(t);
    const old = readFileSync(path.join(dist, 'index.html'));
    // The state after the new files were moved in, before the changed ones were: one article came, one left.
    between(dist, [
      'index.html',
      'khac/2024/b/index.html',
      'khac/index.html',
      'moi/index.html',
      'xong/index.html',
    ]);
    writeFiles(dist, {
      'moi/index.html': 'nửa chừng',
      'xong/index.html': 'không còn trong kế hoạch',
      '.dongha-site/staging/0': 'dở dang',
      '.dongha-site/manifest.json.new': '{',
    });
    writeFileSync(path.join(dist, 'index.html'), 'cũ');
    rmSync(path.join(root, 'content/tin/b.md'));
    writeFiles(root, { 'content/trang/moi.md': '---\ntitle: Mới\n---\n' });
    await changes(root);
    assert.ok(!readFileSync(path.join(dist, 'index.html')).equals(old));
    assert.ok(
      !existsSync(path.join(dist, 'xong')) &&
        !existsSync(path.join(dist, 'khac')) &&
        !existsSync(path.join(dist, '.dongha-site/staging')),
    );
    await isClean(root);
  });

  test('is finished though the content is back to what it was', async (t) => {
    const { root, dist, first } = await site(t);
    between(dist, [...first.dist.keys()]);
    for (const file of first.dist.keys())
      writeFileSync(path.join(dist, file), 'x'.repeat(first.dist.get(file)?.length ?? 0));
    await changes(root);
    const after = readTree(dist);
    for (const [file, bytes] of first.dist) assert.ok(bytes.equals(after.get(file) ?? Buffer.alloc(0)), file);
  });

  test('while staging changes nothing, and leaves nothing', async (t) => {
    const { root, dist } = await site(t);
    writeFiles(dist, { '.dongha-site/staging/0': 'x' });
    assert.deepEqual(await changes(root), NOTHING);
    assert.ok(!existsSync(path.join(dist, '.dongha-site/staging')));
  });

  test('of the first build is taken up again', async (t) => {
    const { root, dist } = await site(t);
    const parts = readTree(dist);
    between(dist, [...parts.keys()]);
    for (const file of [...parts.keys()].slice(0, 5)) rmSync(path.join(dist, file));
    renameSync(manifestOf(dist), `${manifestOf(dist)}.kept`);
    renameSync(`${manifestOf(dist)}.kept`, manifestOf(dist));
    await changes(root);
    await isClean(root);
  });
});
