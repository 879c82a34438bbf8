import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { eachBatch } from '../../src/workers/batches.js';

/** Work that takes as many turns of the event loop as its batch says, and fails where that is below 0. */
async function work(turns: number): Promise<number> {
  for (let i = 0; i < Math.abs(turns); i++) await turn();
  if (turns < 0) throw new Error('no room');
  return turns;
}

describe('batches', () => {
  test('give each result as soon as it is there, never more of them under way than wanted', async () => {
    const results: number[] = [];
    let [underWay, most] = [0, 0];
    const counted = async (turns: number) => {
      most = Math.max(most, ++underWay);
      const result = await work(turns);
      underWay--;
      return result;
    };
    await eachBatch([9, 1, 2, 1], 2, counted, (result) => results.push(result));
    assert.deepEqual([results, most], [[1, 2, 1, 9], 2]);
  });

  test('that fail are told of when those under way have ended', async () => {
    const results: number[] = [];
    const note = (result: number) => results.push(result);
    await assert.rejects(eachBatch([9, -2, 5], 3, work, note), /no room/);
    assert.deepEqual(results, [5, 9]);
  });

  test('that cannot be made are told of when those under way have ended', async () => {
    const results: number[] = [];
    function* broken(): Generator<number> {
      yield 5;
      throw new Error('no more');
    }
    await assert.rejects(
      eachBatch(broken(), 3, work, (result) => results.push(result)),
      /no more/,
    );
    assert.deepEqual(results, [5]);
  });
});
