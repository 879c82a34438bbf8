import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { readableColour } from '../../src/core/readable-colour.js';

const LIGHT = ['#ffffff', '#f6f4f1'];
const DARK = ['#141417', '#1c1c21', '#1a1a1e'];

/** Written anew from the definition, to hold the other against. */
function contrast(a: string, b: string): number {
  const light = (colour: string) =>
    [0.2126, 0.7152, 0.0722].reduce((sum, weight, i) => {
      const value = Number(`0x${colour.slice(1 + 2 * i, 3 + 2 * i)}`) / 255;
      return sum + weight * (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
    }, 0.05);
  const [dim = 0, bright = 0] = [light(a), light(b)].sort((x, y) => x - y);
  return bright / dim;
}

describe('a colour that must be read', () => {
  test('stays as it is where it can be read', () => {
    assert.equal(readableColour('#b8121b', LIGHT), '#b8121b');
    assert.equal(readableColour('#ff7a70', DARK), '#ff7a70');
  });

  test('is darkened on light grounds and lightened on dark ones, and keeps its hue', () => {
    assert.equal(readableColour('#ffff00', LIGHT), '#707000');
    assert.match(readableColour('#b8121b', DARK), /^#[c-e][0-9a-f]([5-7])[0-9a-f]\1[0-9a-f]$/);
    assert.match(readableColour('#000000', DARK), /^#(..)\1\1$/);
  });

  test('can always be read in the end', () => {
    const colour = fc.nat(0xffffff).map((value) => `#${value.toString(16).padStart(6, '0')}`);
    fc.assert(
      fc.property(colour, (written) => {
        for (const grounds of [LIGHT, DARK])
          for (const ground of grounds)
            assert.ok(contrast(readableColour(written, grounds), ground) >= 4.5, `${written} on ${ground}`);
      }),
    );
  });
});
