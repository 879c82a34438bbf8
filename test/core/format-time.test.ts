import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  formatDocumentDay,
  formatListDay,
  formatMoment,
  formatNumber,
  formatSize,
  isoMoment,
} from '../../src/core/format-time.js';

const HOME = 'Asia/Ho_Chi_Minh';
const at = (iso: string) => ({ at: Date.parse(iso), dateOnly: false });
const day = (iso: string) => ({ at: Date.parse(iso), dateOnly: true });

describe('the portal prints', () => {
  test('an article’s time with hours and minutes of two digits, days and months of one', () => {
    assert.equal(formatMoment(at('2024-05-22T10:19:00+07:00'), HOME), '10:19, Thứ Tư, 22-5-2024');
    assert.equal(formatMoment(at('2024-04-03T09:08:00+07:00'), HOME), '09:08, Thứ Tư, 3-4-2024');
    assert.equal(formatMoment(at('2024-04-06T17:00:00Z'), HOME), '00:00, Chủ Nhật, 7-4-2024');
  });

  test('a date without a time as a date', () => {
    assert.equal(formatMoment(day('2024-05-22T00:00:00+07:00'), HOME), 'Thứ Tư, 22-5-2024');
    assert.equal(isoMoment(day('2024-05-22T00:00:00+07:00'), HOME), '2024-05-22');
  });

  test('all seven weekdays', () => {
    const names = [19, 20, 21, 22, 23, 24, 25].map(
      (d) => formatMoment(day(`2024-05-${d}T12:00:00+07:00`), HOME).split(',')[0],
    );
    assert.deepEqual(names, ['Chủ Nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy']);
  });

  test('the machine’s form with the zone’s offset', () => {
    assert.equal(isoMoment(at('2024-05-22T03:19:00Z'), HOME), '2024-05-22T10:19:00+07:00');
    assert.equal(isoMoment(at('2024-07-01T16:00:00Z'), 'America/New_York'), '2024-07-01T12:00:00-04:00');
    assert.equal(isoMoment(at('2024-07-01T16:00:00Z'), 'Asia/Kolkata'), '2024-07-01T21:30:00+05:30');
  });

  test('the day in lists', () =>
    assert.equal(formatListDay(at('2024-05-22T10:19:00+07:00'), HOME), '22-5-2024'));

  test('a document’s day with zeros where the rule for documents has them', () => {
    assert.equal(formatDocumentDay('2026-02-05'), '05/02/2026');
    assert.equal(formatDocumentDay('2024-03-26'), '26/3/2024');
    assert.equal(formatDocumentDay('2024-01-31'), '31/01/2024');
    assert.equal(formatDocumentDay('2024-12-01'), '01/12/2024');
  });

  test('numbers and sizes in Vietnamese', () => {
    assert.equal(formatNumber(7_448_251.5), '7.448.251,5');
    assert.equal(formatNumber(97.55), '97,55');
    assert.deepEqual(
      [0, 999, 1000, 120_000, 1_400_000].map((n) => formatSize(n)),
      ['0 B', '999 B', '1 kB', '120 kB', '1,4 MB'],
    );
  });
});
