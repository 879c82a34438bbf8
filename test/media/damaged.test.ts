import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { drawPicture } from '../../src/media/draw-picture.js';
import { probe } from '../../src/media/probe.js';
import { picture } from '../helpers/pictures.js';
import { random } from '../helpers/random.js';
import { testDir } from '../helpers/site.js';

describe('a picture with wrong bytes', () => {
  for (const format of ['jpeg', 'png', 'webp'] as const) {
    test(`is found damaged, or can be drawn (${format})`, async (t) => {
      const file = path.join(testDir(t), 'anh');
      const whole = await picture(300, 225)[format]().toBuffer();
      const r = random(20_240_522);
      let damaged = 0;
      for (let i = 0; i < 60; i++) {
        const bytes = Buffer.from(i < 30 ? whole.subarray(0, whole.length - i) : whole);
        if (i >= 30) for (let n = r.int(4); n >= 0; n--) bytes[r.int(bytes.length)] = r.int(256);
        writeFileSync(file, bytes);
        const found = await probe(file);
        if ('fault' in found) damaged++;
        else {
          const [width, base] = [Math.min(100, found.width), Math.min(200, found.width)];
          await drawPicture(bytes, base, [{ width, format: 'webp' }]);
        }
      }
      assert.ok(damaged > 0);
    });
  }

  test('is damaged when it is half there, or is something else', async (t) => {
    const root = testDir(t);
    const whole = await picture(300, 225).jpeg().toBuffer();
    for (const bytes of [whole.subarray(0, whole.length / 2), Buffer.from('GIF89a'), Buffer.alloc(0)]) {
      writeFileSync(path.join(root, 'anh.jpg'), bytes);
      assert.deepEqual(await probe(path.join(root, 'anh.jpg')), { fault: 'damaged' });
    }
  });
});
