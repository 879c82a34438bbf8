import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasUsualLetters } from '../../src/parse/usual-letters.js';

const isUsual = (text: string) => hasUsualLetters(Uint16Array.from(text, (c) => c.charCodeAt(0)));

test('the letters of Vietnamese and the signs of its texts are usual', () => {
  for (const letter of 'aăâeêioôơuưyđ') {
    for (const mark of ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323']) {
      const whole = (letter + mark).normalize('NFC');
      // Some pairs, such as đ with a tone, have no letter of their own.
      if (whole.length === 1) assert.ok(isUsual(whole + whole.toUpperCase()), whole);
    }
  }
  assert.ok(isUsual('“Đông Hà” – ‘Ủy ban’ — … 1.000\u00a0₫ • ▪ → ✓ Số: 01-KL/TW\r\n\t'));
});

test('usual letters are in NFC, beside any other, and none is a control character or turns the direction', () => {
  for (let unit = 0; unit <= 0xffff; unit++) {
    const letter = String.fromCharCode(unit);
    if (!isUsual(letter)) continue;
    assert.equal(letter.normalize('NFC'), letter);
    assert.doesNotMatch(letter, /\p{M}|\p{Cf}|\p{Cs}|[\u1100-\u11ff]/u);
    assert.ok(/[\t\n\r]/.test(letter) || !/\p{Cc}/u.test(letter));
  }
});

test('letters of the old encodings, marks of their own and control characters are not', () => {
  for (const text of [
    'Thµnh ñy',
    '§«ng Hµ',
    'Thaønh uûy',
    'e\u0302',
    'a\u0000',
    'a\u007f',
    'a\u202eb',
    '\ufeff',
  ])
    assert.ok(!isUsual(text), text);
});
