import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { hashFile } from '../../src/scan/hash-file.js';
import { type Hashing, hashing } from '../../src/scan/hash-together.js';
import { openPool } from '../../src/workers/pool.js';
import { testDir } from '../helpers/site.js';

/** Whether all is hashed. */
const isDone = ({ memory }: Hashing) => new Uint8Array(memory).at(-1) !== 0;

test('threads can be ended in the moment in which they answer', async (t) => {
  const root = testDir(t, { 'a.md': 'Đông Hà' });
  const file = path.join(root, 'a.md');
  const [first, second] = [hashing([file]), hashing([file])];
  const pool = openPool(2);
  const answer = pool.run('hash', first);
  const other = pool.run('hash', second).catch(() => undefined);
  await answer;
  // Until a turn of this thread the second answer waits behind the first; work makes sure that it is there.
  while (!isDone(second));
  for (let i = 0; i < 1000; i++) hashFile(file);
  await pool.close();
  await other;
  await turn();
  assert.ok(isDone(second));
});
