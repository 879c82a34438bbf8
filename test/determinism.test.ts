/** Same input, same bytes: whatever the zone, the locale, the folder, the order of files, the number of threads. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { appendFileSync, cpSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { cli } from './helpers/cli.js';
import { PROJECT, testDir } from './helpers/site.js';

const PARTS = ['content', 'site.yaml', 'redirects.csv'];
const NOW = '2025-06-01T08:00:00+07:00';
type Hashes = Readonly<Record<string, string>>;

/** A copy of the sample site, its files made in this order. */
function copySite(t: Parameters<typeof testDir>[0], reversed = false): string {
  const root = testDir(t);
  const files = PARTS.flatMap((part) => filesOf(path.join(PROJECT, part))).sort();
  for (const file of reversed ? files.reverse() : files) {
    const target = path.join(root, path.relative(PROJECT, file));
    mkdirSync(path.dirname(target), { recursive: true });
    cpSync(file, target);
  }
  // Few widths of each picture: they take most of the time.
  appendFileSync(path.join(root, 'site.yaml'), 'images: {widths: [320, 480]}\n');
  return root;
}

function filesOf(where: string): string[] {
  if (!statSync(where).isDirectory()) return [where];
  return readdirSync(where, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

/** Hashes of all files of dist/, the manifest among them. */
async function build(
  root: string,
  env: NodeJS.ProcessEnv = {},
  options: readonly string[] = [],
): Promise<Hashes> {
  const { code, stderr } = await cli(['build', root, '--now', NOW, ...options], { cwd: root, env });
  assert.equal(code, 0, stderr);
  const dist = path.join(root, 'dist');
  const hash = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');
  return Object.fromEntries(
    filesOf(dist)
      .map((file) => [path.relative(dist, file), hash(file)] as const)
      .sort(),
  );
}

describe('the sample site has the same bytes', { concurrency: 2 }, () => {
  let expected: Hashes = {};
  before(async () => {
    expected = await build(copySite({ after: (clean) => after(clean as () => void) }), {
      TZ: 'Asia/Ho_Chi_Minh',
      LANG: 'C',
      LC_ALL: 'C',
    });
    assert.ok(Object.keys(expected).length > 100);
    assert.ok('.dongha-site/manifest.json' in expected);
  });

  for (const TZ of ['UTC', 'Asia/Ho_Chi_Minh', 'America/New_York']) {
    for (const LANG of ['C', 'vi_VN.UTF-8']) {
      test(`under TZ=${TZ} and LANG=${LANG}, in another folder`, async (t) => {
        assert.deepEqual(await build(copySite(t), { TZ, LANG, LC_ALL: LANG }), expected);
      });
    }
  }

  test('with its files made in reverse order', async (t) => {
    assert.deepEqual(await build(copySite(t, true)), expected);
  });

  test('when it is built twice, from one folder', async (t) => {
    const root = copySite(t);
    await build(root);
    assert.deepEqual(await build(root), expected);
  });

  test('a second later, when nothing is due in between', async (t) => {
    const later = await build(copySite(t), {}, ['--now', '2025-06-01T08:00:01+07:00']);
    assert.deepEqual(later, expected);
  });
});
