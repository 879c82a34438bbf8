import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { formatMoment, isoMoment } from '../../src/core/format-time.js';
import { dayOf, endOf, isZone, parseMoment, startOfDay, wallClock } from '../../src/core/time.js';

const HOME = 'Asia/Ho_Chi_Minh';
const ABROAD = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'UTC'];

/** The instant that a text means, as ISO in UTC; a mistake as it stands. */
function read(text: string, zone = HOME): unknown {
  const result = parseMoment(text, zone);
  return 'mistake' in result ? result : new Date(result.at).toISOString();
}

describe('a zone with daylight saving', () => {
  test('has its offset of that day', () => {
    assert.equal(read('12:00 1/1/2024', 'Europe/Berlin'), '2024-01-01T11:00:00.000Z');
    assert.equal(read('12:00 1/7/2024', 'Europe/Berlin'), '2024-07-01T10:00:00.000Z');
    assert.equal(read('12:00 1/7/2024', 'America/New_York'), '2024-07-01T16:00:00.000Z');
  });

  test('has it right on both sides of the change', () => {
    assert.equal(read('01:30 31/3/2024', 'Europe/Berlin'), '2024-03-31T00:30:00.000Z');
    assert.equal(read('03:30 31/3/2024', 'Europe/Berlin'), '2024-03-31T01:30:00.000Z');
    assert.equal(read('01:30 27/10/2024', 'Europe/Berlin'), '2024-10-26T23:30:00.000Z');
    assert.equal(read('04:00 27/10/2024', 'Europe/Berlin'), '2024-10-27T03:00:00.000Z');
    assert.equal(read('01:30 10/3/2024', 'America/New_York'), '2024-03-10T06:30:00.000Z');
    assert.equal(read('03:30 10/3/2024', 'America/New_York'), '2024-03-10T07:30:00.000Z');
    assert.equal(read('00:30 3/11/2024', 'America/New_York'), '2024-11-03T04:30:00.000Z');
    assert.equal(read('03:00 3/11/2024', 'America/New_York'), '2024-11-03T08:00:00.000Z');
  });

  test('gives a time that the clocks leap over to an instant all the same', () => {
    assert.match(String(read('02:30 31/3/2024', 'Europe/Berlin')), /^2024-03-31T0[01]:30/);
  });

  test('has days of 23 and 25 hours, and a date lasts through all of them', () => {
    const hours = (text: string, zone: string) => {
      const day = parseMoment(text, zone);
      assert.ok(!('mistake' in day));
      return (endOf(day, zone) - day.at) / 3_600_000;
    };
    assert.equal(hours('31/3/2024', 'Europe/Berlin'), 23);
    assert.equal(hours('27/10/2024', 'Europe/Berlin'), 25);
    assert.equal(hours('10/3/2024', 'America/New_York'), 23);
    assert.equal(hours('3/11/2024', 'America/New_York'), 25);
    assert.equal(hours('22/5/2024', HOME), 24);
  });

  test('is known by its name', () => {
    assert.ok(ABROAD.every(isZone));
    assert.ok(!isZone('Asia/Dong_Ha'));
  });
});

test('the clocks of Vietnam stand where Intl has them, from before 1975 until 2100', () => {
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: HOME, dateStyle: 'short', timeStyle: 'medium' });
  const week = 7 * 86_400_000;
  for (let at = Date.UTC(1970, 0, 1, 20); at < Date.UTC(2100, 0); at += week) {
    const wall = wallClock(at, HOME).toISOString().slice(0, 19).replace('T', ' ');
    assert.equal(wall, clock.format(at));
  }
});

describe('moments and days', () => {
  const minute = fc
    .integer({ min: Date.UTC(1990) / 60_000, max: Date.UTC(2060) / 60_000 })
    .map((n) => n * 60_000);

  test('a moment with a time of day is over at once', () => {
    assert.equal(endOf({ at: 5, dateOnly: false }, HOME), 5);
  });

  test('what is printed for machines is read as the same instant in any zone', () => {
    fc.assert(
      fc.property(minute, fc.constantFrom(HOME, ...ABROAD), (at, zone) => {
        const iso = isoMoment({ at, dateOnly: false }, zone);
        assert.deepEqual(parseMoment(iso, HOME), { at, dateOnly: false });
        assert.equal(Date.parse(iso), at);
      }),
    );
  });

  test('what is printed for readers is read as the same instant', () => {
    fc.assert(
      fc.property(minute, (at) => {
        assert.deepEqual(parseMoment(formatMoment({ at, dateOnly: false }, HOME), HOME), {
          at,
          dateOnly: false,
        });
      }),
    );
  });

  test('a day begins where its date begins, in every zone', () => {
    fc.assert(
      fc.property(minute, fc.constantFrom(HOME, 'Europe/Berlin', 'America/New_York', 'UTC'), (at, zone) => {
        const start = startOfDay(dayOf(at, zone), zone);
        assert.ok(start <= at && at - start < 25 * 3_600_000);
        assert.equal(wallClock(start, zone).toISOString().slice(11), '00:00:00.000Z');
      }),
    );
  });

  test('the machine’s own zone changes nothing', (t) => {
    const before = process.env.TZ;
    t.after(() => {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    });
    for (const zone of [HOME, ...ABROAD, 'Pacific/Kiritimati']) {
      process.env.TZ = zone;
      assert.equal(read('10:19 22/5/2024'), '2024-05-22T03:19:00.000Z', zone);
      assert.equal(
        formatMoment({ at: Date.parse('2024-05-22T03:19:00Z'), dateOnly: false }, HOME),
        '10:19, Thứ Tư, 22-5-2024',
      );
    }
  });
});
