import assert from 'node:assert/strict';
import { existsSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { buildIn } from './load.js';
import { article, type Files, readTree, testDir } from './site.js';

export const SITE = {
  'content/tin/a.md': article({ title: 'Tin một', files: '[a.pdf]' }),
  'content/tin/a.pdf': 'tệp',
  'content/tin/b.md': article({ title: 'Tin hai', category: 'Khác' }),
  'content/trang/gioi-thieu.md': '---\ntitle: Giới thiệu\n---\nMột.\n',
  'content/public/favicon.ico': 'x',
};

export async function site(t: Parameters<typeof testDir>[0], files: Files = SITE) {
  const root = testDir(t, files);
  return { root, dist: path.join(root, 'dist'), first: await buildIn(root) };
}

/** What a build changed on the disk, by path, or the code of its refusal. */
export async function changes(root: string, force = false) {
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

export async function isClean(root: string) {
  const before = readTree(path.join(root, 'dist'));
  rmSync(path.join(root, 'dist'), { recursive: true });
  const { dist } = await buildIn(root);
  assert.deepEqual([...before.keys()], [...dist.keys()]);
  for (const [file, bytes] of dist) assert.ok(bytes.equals(before.get(file) ?? Buffer.alloc(0)), file);
}

export const NOTHING = { added: [], updated: [], removed: [] };
export const manifestOf = (dist: string) => path.join(dist, '.dongha-site/manifest.json');
