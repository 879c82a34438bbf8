/** Values of the options that all commands on a site have. */
import { parseMoment } from '../core/time.js';
import { UsageError } from './usage-error.js';

export function baseUrl(written: string | undefined): string | undefined {
  if (written === undefined || (/^https?:\/\/[^?#]+$/.test(written) && URL.canParse(written)))
    return written?.replace(/\/*$/, '/');
  throw new UsageError(
    `--base-url: “${written}” không phải là địa chỉ https://… · is not an https://… address`,
  );
}

/** `--now` in any form that an entry takes, in the site's zone unless it has an offset; else `now`. */
export function clock(written: string | undefined, now: number): (zone: string) => number {
  return (zone) => (written === undefined ? now : readMoment(written, zone));
}

export function readMoment(written: string, zone: string): number {
  const moment = parseMoment(written, zone);
  if ('at' in moment) return moment.at;
  throw new UsageError(`--now: không đọc được thời gian “${written}” · cannot read the time “${written}”`);
}
