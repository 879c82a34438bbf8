/** Moments and days as the portal prints them. */
import { WEEKDAYS, wallClock } from './time.js';
import type { Day, Moment } from './types.js';

const two = (n: number): string => String(n).padStart(2, '0');

/** `10:19, Thứ Tư, 22-5-2024`, or `Thứ Tư, 22-5-2024` where no time of day was given. */
export function formatMoment(moment: Moment, zone: string): string {
  const wall = wallClock(moment.at, zone);
  const day = `${WEEKDAYS[wall.getUTCDay()]}, ${numericDay(wall)}`;
  return moment.dateOnly ? day : `${two(wall.getUTCHours())}:${two(wall.getUTCMinutes())}, ${day}`;
}

/** `22-5-2024`, as lists show it. */
export function formatListDay(moment: Moment, zone: string): string {
  return numericDay(wallClock(moment.at, zone));
}

function numericDay(wall: Date): string {
  return `${wall.getUTCDate()}-${wall.getUTCMonth() + 1}-${wall.getUTCFullYear()}`;
}

/**
 * `26/3/2024`, and `05/02/2026`: days below 10 and the months 1 and 2 are padded,
 * the rule for official documents (Decree 30/2020/NĐ-CP, annex I).
 */
export function formatDocumentDay(day: Day): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return `${two(date)}/${month < 3 ? two(month) : month}/${year}`;
}

/** `2024-05-22T10:19:00+07:00`, or `2024-05-22` where no time of day was given. */
export function isoMoment(moment: Moment, zone: string): string {
  const wall = wallClock(moment.at, zone);
  const iso = wall.toISOString();
  if (moment.dateOnly) return iso.slice(0, 10);
  const minutes = Math.round((wall.getTime() - moment.at) / 60_000);
  const sign = minutes < 0 ? '-' : '+';
  const [h, m] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${iso.slice(0, 19)}${sign}${two(h)}:${two(m)}`;
}

/** `Tháng 5 năm 2024`. */
export function formatMonth(year: number, month: number): string {
  return `Tháng ${month} năm ${year}`;
}

/** `7.448.251,5`. */
export function formatNumber(n: number): string {
  const [whole = '', part] = String(n).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  return part ? `${grouped},${part}` : grouped;
}

/** `120 kB`, `1,4 MB`: decimal units, as file managers show them. */
export function formatSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${formatNumber(Math.round(bytes / 1000))} kB`;
  return `${formatNumber(Math.round(bytes / 100_000) / 10)} MB`;
}
