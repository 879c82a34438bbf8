import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { render } from '../helpers/parse.js';

describe('a document number in a body', () => {
  test('stands in a slot, with the date behind it', () => {
    const { html, slots } = render('Kế hoạch số 214 – KH/TU, ngày 26/3/2024 của Thành uỷ');
    assert.equal(html, '<p>Kế hoạch số {number 214-KH/TU 2024-03-26}, ngày 26/3/2024 của Thành uỷ</p>');
    assert.deepEqual(slots, [
      { type: 'number', text: '214 – KH/TU', number: '214-KH/TU', day: '2024-03-26' },
    ]);
  });

  test('is no more than its text where it stands as it is compared, without a date', () => {
    const { slots } = render('01-KL/TW, 01-Kl/TW, 01-KL/TW ngày 18/5/2021');
    assert.deepEqual(slots, [
      '01-KL/TW',
      { type: 'number', text: '01-Kl/TW', number: '01-KL/TW' },
      { type: 'number', text: '01-KL/TW', number: '01-KL/TW', day: '2021-05-18' },
    ]);
  });

  test('is found in lists, tables, quotations and emphasis', () => {
    assert.match(render('- **01-KL/TW**').html, /<strong>\{number 01-KL\/TW\}<\/strong>/);
    assert.match(render('> 01-KL/TW').html, /\{number 01-KL\/TW\}/);
    assert.match(render('| 01-KL/TW |\n|---|\n| 02-KL/TW |').html, /<td>\{number 02-KL\/TW\}<\/td>/);
  });

  test('is left alone in links, headings and code', () => {
    assert.equal(render('[01-KL/TW](b.md)').html, '<p>{link b.md}01-KL/TW{/link}</p>');
    assert.equal(
      render('[xem **01-KL/TW** nhé](b.md) 02-KL/TW').html,
      '<p>{link b.md}xem <strong>01-KL/TW</strong> nhé{/link} {number 02-KL/TW}</p>',
    );
    assert.equal(render('[01-KL/TW](https://x.vn)').html, '<p><a href="https://x.vn">01-KL/TW</a></p>');
    assert.equal(render('## 01-KL/TW').html, '<h2 id="01-kl-tw">01-KL/TW</h2>');
    assert.equal(render('`01-KL/TW`').html, '<p><code>01-KL/TW</code></p>');
    assert.equal(render('```\n01-KL/TW\n```').slots.length, 0);
  });

  test('is none in spans of years and dates', () => {
    assert.equal(render('nhiệm kỳ 2020 - 2025, ngày 18/5/2021').slots.length, 0);
  });

  test('is found where a link of a forbidden scheme stood', () => {
    assert.equal(
      render('[01-KL/TW](ftp://x.vn) 02-KL/TW').html,
      '<p>{number 01-KL/TW} {number 02-KL/TW}</p>',
    );
  });
});

describe('what is pasted from Word', () => {
  const long = 'Chữ '.repeat(30).trim();

  test('is warned of where two long lines run together', () => {
    assert.deepEqual(render(`${long}\n${long}\n`).told, ['1:1 body/lines-run-together']);
    assert.deepEqual(render(`Một.\n\n${long}\n${long}\n${long}\n`).told, [
      '3:1 body/lines-run-together',
      '4:1 body/lines-run-together',
    ]);
    assert.deepEqual(render(`${long}\n\n${long}\n`).told, []);
    assert.deepEqual(render(`${long}  \n${long}\n`).told, []);
  });

  test('is warned of where an indent makes it code', () => {
    assert.match(render('Một.\n\n    Hai.\n').told.join(), /^3:\d body\/indented-code$/);
    assert.match(render('\tHai.\n').told[0] ?? '', /body\/indented-code/);
    assert.deepEqual(render('```\nmã\n```\n').told, []);
  });

  test('is warned of where letters stand for bullets', () => {
    for (const bullet of ['•', '–', '▪', '●', '—'])
      assert.deepEqual(render(`${bullet} Một`).told, ['1:1 body/bullet-character'], bullet);
    assert.deepEqual(render('• Một\n• Hai').told, ['1:1 body/bullet-character', '2:1 body/bullet-character']);
    assert.deepEqual(render('- Một\n- Hai').told, []);
  });
});
