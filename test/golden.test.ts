/**
 * Whole small sites, byte for byte: `test/sites/<name>` with what it must give in `expected/`. All have the plain
 * templates of `test/sites/theme`, so that what is expected stays short enough to be read. The program's own assets are
 * left out, and what hosts are told of them.
 * `UPDATE=1 npm test -- golden` writes what is expected anew; read the difference before committing it.
 */
import assert from 'node:assert/strict';
import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { isError } from '../src/core/problem.js';
import { buildIn } from './helpers/load.js';
import { PROJECT, readTree, testDir, writeFiles } from './helpers/site.js';

const SITES = path.join(PROJECT, 'test/sites');
const names = readdirSync(SITES)
  .filter((name) => existsSync(path.join(SITES, name, 'site.yaml')))
  .sort();

describe('a site gives what is expected', () => {
  for (const name of names) {
    test(name, async (t) => {
      const folder = testDir(t);
      const expected = path.join(SITES, name, 'expected');
      cpSync(path.join(SITES, 'theme'), path.join(folder, 'theme'), { recursive: true });
      cpSync(path.join(SITES, name), path.join(folder, name), {
        recursive: true,
        filter: (file) => file !== expected,
      });
      const built = await buildIn(path.join(folder, name));
      const dist = new Map(
        [...built.dist].filter(([file]) => !/^(?:assets\/|_headers$|\.nojekyll$)/.test(file)),
      );
      assert.deepEqual(built.problems.filter(isError), []);
      if (process.env.UPDATE) {
        rmSync(expected, { recursive: true, force: true });
        writeFiles(expected, Object.fromEntries(dist));
      }
      const wanted = readTree(expected);
      assert.deepEqual([...dist.keys()], [...wanted.keys()]);
      for (const [file, bytes] of wanted) assert.equal(String(dist.get(file)), String(bytes), file);
    });
  }
});
