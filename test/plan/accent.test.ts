import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { accentSheet, contrast, parse } from '../../src/plan/accent.js';
import { build } from '../helpers/load.js';
import { article } from '../helpers/site.js';

/** The values of a property: in the light scheme, then in the dark one. */
const values = (sheet: string, name: string) =>
  [...sheet.matchAll(new RegExp(`--${name}:(#[0-9a-f]{6})`, 'g'))].map(([, value]) => value ?? '');

describe('the accent of site.yaml', () => {
  test('is the colour itself where that can be read', () => {
    assert.equal(values(accentSheet('#0b5d3b'), 'accent')[0], '#0b5d3b');
  });

  test('is darkened or lightened until it can be read, in both schemes and under white letters', () => {
    for (const colour of [
      '#ffffff',
      '#000000',
      '#ffff00',
      '#00ff00',
      '#0000ff',
      '#808080',
      '#b8121b',
      '#ff7a70',
    ]) {
      const sheet = accentSheet(colour);
      const [light = '', dark = ''] = values(sheet, 'accent');
      assert.ok(contrast(parse(light), [246, 244, 241]) >= 4.5, `${colour} on the light ground: ${light}`);
      assert.ok(contrast(parse(dark), [28, 28, 33]) >= 4.5, `${colour} on the dark ground: ${dark}`);
      for (const bar of [...values(sheet, 'bar'), ...values(sheet, 'bar-2')])
        assert.ok(contrast(parse(bar), [255, 255, 255]) >= 4.5, `white on ${bar}`);
      assert.ok(contrast(parse(dark), [26, 26, 30]) >= 4.5, `dark letters on ${dark}`);
    }
  });

  test('is a style sheet behind the theme’s', async (t) => {
    const { page, dist } = await build(t, {
      'content/tin/a.md': article(),
      'site.yaml': 'theme: {accent: "#0b5d3b"}\n',
    });
    const sheets = [...page('/').matchAll(/rel="stylesheet" href="\/([^"]+)"/g)].map(
      ([, file]) => file ?? '',
    );
    assert.equal(sheets.length, 2);
    const sheet = String(dist.get(sheets[1] ?? ''));
    assert.match(sheet, /--accent:#0b5d3b/);
    assert.doesNotMatch(sheet.replace(/@media screen[^{]*\{:root\{[^}]*\}\}/g, ''), /:root/, 'not on paper');
  });
});
