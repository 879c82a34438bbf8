/**
 * Moments as editors write them. Nothing here reads the clock or the machine's zone:
 * both come in as arguments, because two machines must build the same bytes.
 */
import { fold } from './text.js';
import type { Day, Moment } from './types.js';

export const WEEKDAYS = ['Chủ Nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'];
const WEEKDAY_WORDS: Record<string, number> = {
  'chu nhat': 0,
  cn: 0,
  'thu hai': 1,
  'thu 2': 1,
  'thu ba': 2,
  'thu 3': 2,
  'thu tu': 3,
  'thu 4': 3,
  'thu nam': 4,
  'thu 5': 4,
  'thu sau': 5,
  'thu 6': 5,
  'thu bay': 6,
  'thu 7': 6,
};
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** Why a text is not a moment; each has a message of its own. */
export type TimeMistake =
  | { mistake: 'unreadable' }
  | { mistake: 'no-such-date'; last: string }
  | { mistake: 'no-such-time' }
  | { mistake: 'wrong-weekday'; right: string };

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(.+))?$/i;
const DAY_FIRST = /(?<!\d)(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)/;
const DAY_WORDS = /(?<!\d)(\d{1,2}) thang (\d{1,2}),? nam (\d{4})(?!\d)/;
const CLOCK = /^(\d{1,2})(?::(\d{2}|\d)(?::(\d{2})(?:\.\d+)?)?| ?(?:h|gio) ?(\d{1,2})?)(?: ?phut)?$/;
const OFFSET = /\s?(z|[+-]\d{2}:?\d{2})$/i;

interface Parts {
  readonly date: readonly [year: number, month: number, day: number];
  readonly clock: string;
  readonly weekday?: number | undefined;
}

/** Reads every form that docs/fields.md lists; day before month, always. `zone` serves where no offset is written. */
export function parseMoment(text: string, zone: string): Moment | TimeMistake {
  const parts = split(fold(text).replace(/\s+/g, ' ').trim());
  if (!parts) return { mistake: 'unreadable' };
  const [year, month, day] = parts.date;
  // Four digits that are no year of an archive, and that JavaScript counts from 1900.
  if (year < 1000) return { mistake: 'unreadable' };
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) {
    return { mistake: 'no-such-date', last: month >= 1 && month <= 12 ? `${daysIn(year, month)}` : '' };
  }
  const midnight = utc(year, month, day);
  const weekday = new Date(midnight).getUTCDay();
  if (parts.weekday !== undefined && parts.weekday !== weekday) {
    return { mistake: 'wrong-weekday', right: WEEKDAYS[weekday] ?? '' };
  }
  if (parts.clock === '') return { at: toInstant(midnight, zone), dateOnly: true };
  return withClock(midnight, parts.clock, zone);
}

function withClock(midnight: number, text: string, zone: string): Moment | TimeMistake {
  const offset = OFFSET.exec(text);
  const match = CLOCK.exec(offset ? text.slice(0, offset.index) : text);
  if (!match) return { mistake: 'unreadable' };
  const [hour, minute, second] = [Number(match[1]), Number(match[2] ?? match[4] ?? 0), Number(match[3] ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) return { mistake: 'no-such-time' };
  const wall = midnight + ((hour * 60 + minute) * 60 + second) * 1000;
  const at = offset ? wall - offsetMs(offset[1] ?? '') : toInstant(wall, zone);
  return { at, dateOnly: false };
}

/** Cuts a folded text into its date, its time of day and the weekday named in it. */
function split(text: string): Parts | undefined {
  const iso = ISO.exec(text);
  if (iso) return { date: [Number(iso[1]), Number(iso[2]), Number(iso[3])], clock: iso[4] ?? '' };
  const numeric = DAY_FIRST.exec(text);
  const words = numeric ? null : DAY_WORDS.exec(text);
  const match = numeric ?? words;
  if (!match) return undefined;
  const date = numeric
    ? ([Number(numeric[4]), Number(numeric[3]), Number(numeric[1])] as const)
    : ([Number(words?.[3]), Number(words?.[2]), Number(words?.[1])] as const);
  const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`.replace(
    /\bngay\b/,
    ' ',
  );
  const weekday = /(?:^|[\s,])(chu nhat|cn|thu (?:hai|ba|tu|nam|sau|bay|[2-7]))(?=$|[\s,])/.exec(rest);
  const clock = (weekday ? rest.replace(weekday[0], ' ') : rest)
    .replace(/[\s,]+/g, ' ')
    .trim()
    .replace(/^luc /, '');
  return { date, clock, weekday: weekday ? WEEKDAY_WORDS[weekday[1] ?? ''] : undefined };
}

function offsetMs(text: string): number {
  if (/z/i.test(text)) return 0;
  const [, sign, hours, minutes] = /([+-])(\d{2}):?(\d{2})/.exec(text) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MINUTE_MS;
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function utc(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day);
}

/** The instant at which a clock on the wall of `zone` shows `wall` (ms since 1970 as if it were UTC). */
function toInstant(wall: number, zone: string): number {
  const guess = wall - zoneOffset(zone, wall);
  return wall - zoneOffset(zone, guess);
}

/** What a clock on the wall of `zone` shows at the instant `at`, in ms since 1970 as if it were UTC. */
export function wallClock(at: number, zone: string): Date {
  return new Date(at + zoneOffset(zone, at));
}

const days = new Map<number, Day>();

/** The day in `zone` at the instant `at`: asked of every article, several times, so it is kept. */
export function dayOf(at: number, zone: string): Day {
  const number = Math.floor((at + zoneOffset(zone, at)) / DAY_MS);
  let day = days.get(number);
  if (day === undefined) {
    day = new Date(number * DAY_MS).toISOString().slice(0, 10);
    days.set(number, day);
  }
  return day;
}

/** The month in `zone` at the instant `at`, `2024-05`. */
export function monthOf(at: number, zone: string): string {
  return dayOf(at, zone).slice(0, 7);
}

/** The instant at which `day` begins in `zone`. */
export function startOfDay(day: Day, zone: string): number {
  return toInstant(Date.parse(`${day}T00:00:00Z`), zone);
}

/** The first instant after `moment` is over: a date without a time lasts through its day. */
export function endOf(moment: Moment, zone: string): number {
  return moment.dateOnly ? startOfDay(dayOf(moment.at + 36 * 3_600_000, zone), zone) : moment.at;
}

const formatters = new Map<string, Intl.DateTimeFormat>();
/** Of each zone, the offset at the beginning of a week. */
const offsets = new Map<string, Map<number, number>>();

/**
 * The zone of nearly all sites. Its clocks have stood seven hours ahead since 13 June 1975 (tz database), so Intl need not be
 * asked, which takes 20 ms to be asked at all. A test holds this against Intl.
 */
const VIETNAM = { zone: 'Asia/Ho_Chi_Minh', offset: 7 * 3_600_000, since: Date.UTC(1975, 6, 1) };

/** Whether the machine's zone data knows `zone`. */
export function isZone(zone: string): boolean {
  if (zone === VIETNAM.zone) return true;
  try {
    formatter(zone);
    return true;
  } catch {
    return false;
  }
}

/** ms; no zone has changed its clocks twice within a week. */
const WEEK_MS = 7 * DAY_MS;

/** Offset from UTC in ms. Intl is asked once a week of a zone; in weeks with a change each time. */
function zoneOffset(zone: string, at: number): number {
  if (zone === VIETNAM.zone && at >= VIETNAM.since) return VIETNAM.offset;
  const week = Math.floor(at / WEEK_MS);
  const offset = offsetAtWeek(zone, week);
  return offset === offsetAtWeek(zone, week + 1) ? offset : askOffset(zone, at);
}

function offsetAtWeek(zone: string, week: number): number {
  const known = offsets.get(zone) ?? new Map<number, number>();
  if (known.size === 0) offsets.set(zone, known);
  let offset = known.get(week);
  if (offset === undefined) {
    offset = askOffset(zone, week * WEEK_MS);
    known.set(week, offset);
  }
  return offset;
}

function askOffset(zone: string, at: number): number {
  const part: Record<string, number> = {};
  for (const { type, value } of formatter(zone).formatToParts(at)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
}

function formatter(zone: string): Intl.DateTimeFormat {
  let f = formatters.get(zone);
  if (!f) {
    f = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formatters.set(zone, f);
  }
  return f;
}
