import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { parseMoment } from '../../src/core/time.js';

const HOME = 'Asia/Ho_Chi_Minh';
const _ABROAD = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'UTC'];

/** The instant that a text means, as ISO in UTC; a mistake as it stands. */
function read(text: string, zone = HOME): unknown {
  const result = parseMoment(text, zone);
  return 'mistake' in result ? result : new Date(result.at).toISOString();
}

describe('a moment is read', () => {
  const forms = [
    '2024-05-22T10:19:00+07:00',
    '2024-05-22T10:19+07:00',
    '2024-05-22T10:19:00+0700',
    '2024-05-22T03:19:00Z',
    '2024-05-22T05:19:00+02:00',
    '2024-05-21T23:19:00-04:00',
    '2024-05-22 10:19:00',
    '2024-05-22 10:19',
    '2024-05-22T10:19',
    '10:19 22/5/2024',
    '10:19 22/05/2024',
    '22/5/2024 10:19',
    '22-5-2024 10:19',
    '22.5.2024 10:19',
    '10:19, 22.5.2024',
    '10h19 22/5/2024',
    '10h19, 22/5/2024',
    '22/5/2024 10h19',
    '10 giờ 19 22/5/2024',
    '10 giờ 19 phút ngày 22/5/2024',
    '10:19 22 tháng 5 năm 2024',
    '22 tháng 5 năm 2024 10:19',
    'ngày 22 tháng 5 năm 2024, 10:19',
    '10:19, Thứ Tư, 22-5-2024',
    '10:19, thứ tư, 22/5/2024',
    '10:19, THỨ TƯ, 22-5-2024',
    '10:19, Thứ 4, 22-5-2024',
    'Thứ Tư, 22-5-2024 10:19',
    'lúc 10:19 ngày 22/5/2024',
    '  10:19   22/5/2024 ',
  ];
  for (const form of forms) {
    test(`in the form “${form}”`, () => assert.equal(read(form), '2024-05-22T03:19:00.000Z'));
  }

  test('from text in NFD and with no-break spaces', () => {
    assert.equal(read('10:19, Thứ Tư, 22-5-2024'.normalize('NFD')), '2024-05-22T03:19:00.000Z');
    assert.equal(read('10:19,\u00a0Thứ\u00a0Tư,\u00a022-5-2024'), '2024-05-22T03:19:00.000Z');
  });

  test('unpadded, as the old portal printed it', () => {
    assert.equal(read('10:8, Thứ Tư, 3-4-2024'), '2024-04-03T03:08:00.000Z');
    assert.equal(read('9:5, CN, 7-4-2024'), '2024-04-07T02:05:00.000Z');
    assert.equal(read('0:0, Chủ nhật, 7/4/2024'), '2024-04-06T17:00:00.000Z');
  });

  test('with the day before the month, always', () => {
    assert.equal(read('00:00 5/2/2024'), '2024-02-04T17:00:00.000Z');
    assert.equal(read('3-4-2024'), '2024-04-02T17:00:00.000Z');
    assert.deepEqual(read('5/22/2024'), { mistake: 'no-such-date', last: '' });
  });

  test('on every weekday by each of its names', () => {
    const names = [
      'Chủ Nhật|CN',
      'Thứ Hai|Thứ 2',
      'Thứ Ba|thứ 3',
      'Thứ Tư|Thứ 4',
      'Thứ Năm|Thứ 5',
      'Thứ Sáu|Thứ 6',
      'Thứ Bảy|Thứ 7',
    ];
    for (const [i, both] of names.entries()) {
      for (const name of both.split('|')) {
        assert.equal(read(`8:00, ${name}, ${19 + i}-5-2024`), `2024-05-${19 + i}T01:00:00.000Z`, name);
      }
    }
  });

  test('as a date alone, which begins at 00:00', () => {
    for (const form of [
      '2024-05-22',
      '22/5/2024',
      '22-5-2024',
      '22.5.2024',
      '22 tháng 5 năm 2024',
      'Thứ Tư, 22-5-2024',
    ]) {
      assert.deepEqual(
        parseMoment(form, HOME),
        { at: Date.parse('2024-05-21T17:00:00Z'), dateOnly: true },
        form,
      );
    }
  });

  test('to the second', () => assert.equal(read('2024-05-22 10:19:59'), '2024-05-22T03:19:59.000Z'));
});

describe('what is no moment is told', () => {
  test('with the last day of a month that is shorter', () => {
    assert.deepEqual(read('30/2/2024'), { mistake: 'no-such-date', last: '29' });
    assert.deepEqual(read('29/2/2023'), { mistake: 'no-such-date', last: '28' });
    assert.deepEqual(read('2024-04-31 10:00'), { mistake: 'no-such-date', last: '30' });
    assert.deepEqual(read('0/5/2024'), { mistake: 'no-such-date', last: '31' });
    assert.deepEqual(read('2024-00-10'), { mistake: 'no-such-date', last: '' });
  });

  test('with the right weekday where the wrong one is written', () => {
    assert.deepEqual(read('10:19, Thứ Ba, 22-5-2024'), { mistake: 'wrong-weekday', right: 'Thứ Tư' });
    assert.deepEqual(read('CN, 22-5-2024'), { mistake: 'wrong-weekday', right: 'Thứ Tư' });
  });

  test('as a time that cannot be', () => {
    for (const form of [
      '25:00 22/5/2024',
      '24:00 22/5/2024',
      '10:60 22/5/2024',
      '10:19:60 2024-05-22',
      '2024-05-22 10:99',
    ]) {
      const { mistake } = parseMoment(form, HOME) as { mistake: string };
      assert.ok(['no-such-time', 'unreadable'].includes(mistake), form);
    }
  });

  test('as unreadable when it has no such form', () => {
    for (const form of [
      '',
      'hôm qua',
      '22/5/24',
      '22/5/0024',
      '5/2024',
      '10:19',
      '22/5-2024',
      '2024',
      'tháng 5 năm 2024',
      '22/5/2024 sáng',
      '22/5/2024 và 23/5/2024',
    ]) {
      assert.deepEqual(read(form), { mistake: 'unreadable' }, form);
    }
  });

  test('whatever text there is', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const result = parseMoment(text, HOME);
        assert.ok('mistake' in result || Number.isFinite(result.at));
      }),
    );
  });
});
