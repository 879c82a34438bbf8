/** Moments, days and numbers as the portal prints them: in Vietnamese, or in English around Vietnamese content. */
import type { Lang } from './message.js';
import { dayOf, WEEKDAYS, wallClock } from './time.js';
import type { Day, Moment } from './types.js';

const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`);

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const ENGLISH_WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** `10:19, Thứ Tư, 22-5-2024`, or `Thứ Tư, 22-5-2024` where no time of day was given. */
export function formatMoment(moment: Moment, zone: string, lang: Lang = 'vi'): string {
  const wall = wallClock(moment.at, zone);
  const weekdays = lang === 'vi' ? WEEKDAYS : ENGLISH_WEEKDAYS;
  const day = `${weekdays[wall.getUTCDay()]}, ${listDay(wall, lang)}`;
  return moment.dateOnly ? day : `${two(wall.getUTCHours())}:${two(wall.getUTCMinutes())}, ${day}`;
}

/** `22-5-2024`, as lists show it. */
export function formatListDay(moment: Moment, zone: string, lang: Lang = 'vi'): string {
  return listDay(wallClock(moment.at, zone), lang);
}

function listDay(wall: Date, lang: Lang): string {
  const [year, month, day] = [wall.getUTCFullYear(), wall.getUTCMonth() + 1, wall.getUTCDate()];
  return lang === 'vi' ? `${day}-${month}-${year}` : englishDay(year, month, day);
}

function englishDay(year: number, month: number, day: number): string {
  return `${day} ${englishMonth(month)} ${year}`;
}

/** `May`. */
export function englishMonth(month: number): string {
  return MONTHS[month - 1] ?? '';
}

/**
 * `26/3/2024`, and `05/02/2026`: days below 10 and the months 1 and 2 are padded,
 * the rule for official documents (Decree 30/2020/NĐ-CP, annex I).
 */
export function formatDocumentDay(day: Day, lang: Lang = 'vi'): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  if (lang === 'en') return englishDay(year, month, date);
  return `${two(date)}/${month < 3 ? two(month) : month}/${year}`;
}

/** `2024-05-22T10:19:00+07:00`, or `2024-05-22` where no time of day was given. */
export function isoMoment(moment: Moment, zone: string): string {
  const day = dayOf(moment.at, zone);
  if (moment.dateOnly) return day;
  const wall = wallClock(moment.at, zone);
  const minutes = Math.round((wall.getTime() - moment.at) / 60_000);
  const sign = minutes < 0 ? '-' : '+';
  const offset = Math.abs(minutes);
  const clock = [wall.getUTCHours(), wall.getUTCMinutes(), wall.getUTCSeconds()].map(two).join(':');
  return `${day}T${clock}${sign}${two(Math.floor(offset / 60))}:${two(offset % 60)}`;
}

/** `7.448.251,5`. */
export function formatNumber(n: number, lang: Lang = 'vi'): string {
  const [between, before] = lang === 'vi' ? ['.', ','] : [',', '.'];
  const [whole = '', part] = String(n).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, between);
  return part ? `${grouped}${before}${part}` : grouped;
}

/** `120 kB`, `1,4 MB`: decimal units, as file managers show them. */
export function formatSize(bytes: number, lang: Lang = 'vi'): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${formatNumber(Math.round(bytes / 1000), lang)} kB`;
  return `${formatNumber(Math.round(bytes / 100_000) / 10, lang)} MB`;
}
