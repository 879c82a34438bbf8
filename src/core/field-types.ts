/** The simple types of fields: text, numbers, flags, times, addresses. */
import { parseDocumentNumber } from './document-number.js';
import { type Code, type FieldPath, problem } from './problem.js';
import { nameAt, type Reading, type Type, tell } from './schema.js';
import { fold, nearest, nfc, oneLine, slug } from './text.js';
import { dayOf, parseMoment } from './time.js';
import type { Day, Moment } from './types.js';
import { inQuotes, type Raw } from './yaml.js';

/** A type that is read from text; anything else is told as `not-text`. */
function fromText<T>(
  doc: string,
  read: (text: string, at: FieldPath, to: Reading) => T | undefined,
): Type<T> {
  return {
    doc,
    read(raw, at, to) {
      if (typeof raw === 'string') return read(clean(raw), at, to);
      const lead = typeof at.at(-1) === 'number' ? '- ' : `${nameAt(at)}: `;
      return tell(to, at, 'not-text', { field: nameAt(at), line: `${lead}${inQuotes(flat(raw))}` });
    },
  };
}

/** How a list or map would have been meant as text: `[Infographic]` for `['Infographic']`. */
function flat(raw: Raw): string {
  if (typeof raw === 'string') return raw;
  if (Array.isArray(raw)) return `[${raw.map(flat).join(', ')}]`;
  if (raw === null) return '';
  // `name:` was meant as a field's name, `Buổi sáng:` as words with a colon.
  const words = Object.entries(raw).map(([k, v]) => (/^[a-z]+$/i.test(k) ? flat(v) : `${k}: ${flat(v)}`));
  return words.join(', ');
}

/** NFC, without control characters and those that turn the direction of what follows. */
function clean(text: string): string {
  return nfc(text).replace(
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g,
    '',
  );
}

/** Text on one line. */
export const line = fromText('text', (text) => oneLine(text) || undefined);

/** Text that may run over several lines, such as a postal address. */
export const lines = fromText('text', (text) => text.trim() || undefined);

export function count(min: number, max: number): Type<number> {
  return fromText(`${min}–${max}`, (text, at, to) => {
    const n = /^\d{1,12}$/.test(text.trim()) ? Number(text) : Number.NaN;
    if (n >= min && n <= max) return n;
    return tell(to, at, 'bad-number', { field: nameAt(at), value: text, min, max });
  });
}

const FLAGS: Readonly<Record<string, boolean>> = {
  true: true,
  yes: true,
  on: true,
  co: true,
  dung: true,
  '1': true,
  false: false,
  no: false,
  off: false,
  khong: false,
  sai: false,
  '0': false,
};

export const flag = fromText('có | không', (text, at, to): boolean | undefined => {
  const value = FLAGS[fold(text).trim()];
  return value ?? tell(to, at, 'bad-flag', { field: nameAt(at), value: text });
});

export const moment = timeType('time', '10:19 22/5/2024');

/** A day of the calendar; a time of day written with it is read and dropped. */
export const day: Type<Day> = {
  doc: 'date',
  read(raw, at, to) {
    const value = timeType('date', '22/5/2024').read(raw, at, to);
    return value && dayOf(value.at, to.zone);
  },
};

function timeType(doc: string, example: string): Type<Moment> {
  return fromText(doc, (text, at, to): Moment | undefined => {
    const value = text.trim();
    const field = nameAt(at);
    const result = parseMoment(value, to.zone);
    if (!('mistake' in result)) return result;
    switch (result.mistake) {
      case 'no-such-date': {
        const swapped = value.replace(/(\d{1,2})([/.-])(\d{1,2})\2(?=\d{4})/, '$3$2$1$2');
        const line = 'mistake' in parseMoment(swapped, to.zone) ? '' : `${field}: ${swapped}`;
        return tell(to, at, 'no-such-date', { value, last: result.last, line });
      }
      case 'no-such-time':
        return tell(to, at, 'no-such-time', { value });
      case 'wrong-weekday': {
        const { right } = result;
        const line = `${field}: ${value.replace(/chủ nhật|(?<![\p{L}])cn(?![\p{L}])|thứ\s+[\p{L}\d]+/iu, right)}`;
        return tell(to, at, 'wrong-weekday', { value, right, line });
      }
      default:
        return tell(to, at, 'bad-time', { field, value, right: slipMended(value, to.zone) ?? example });
    }
  });
}

/** What was meant by a time with a year of two digits, or with letters for digits. */
function slipMended(value: string, zone: string): string | undefined {
  const digits = value.replace(/(?<=\d)[oO]|[oO](?=\d)/g, '0').replace(/(?<=\d)l|l(?=\d)/g, '1');
  const right = digits.replace(/(?<!\d)(\d{1,2}([/.-])\d{1,2}\2)(\d{2})(?![\d:])/, '$120$3');
  return 'mistake' in parseMoment(right, zone) ? undefined : right;
}

/** `true`, or the moment until which it is so. */
export const flagOrMoment: Type<boolean | Moment> = {
  doc: 'có | time',
  read: (raw, at, to) =>
    typeof raw === 'string' && FLAGS[fold(raw).trim()] !== undefined
      ? flag.read(raw, at, to)
      : moment.read(raw, at, to),
};

/** One of a few values, each written by its code or by one of its Vietnamese names. */
export function oneOf<T extends string>(values: Readonly<Record<T, string>>): Type<T> {
  const known = Object.entries(values) as [T, string][];
  return fromText(known.map(([code]) => code).join(' | '), (text, at, to) => {
    const wanted = fold(text).trim();
    const found = known.find(([code, name]) => fold(code) === wanted || fold(name) === wanted);
    if (found) return found[0];
    const names = known.flatMap(([code, name]) => (code === name ? [code] : [code, name]));
    const allowed = known.map(([, name]) => name).join(', ');
    return tell(to, at, 'not-one-of', {
      field: nameAt(at),
      value: text,
      allowed,
      // Half a name is nearer to the whole one than to another: “Hết hiệu lực” is not “Còn hiệu lực”.
      nearest:
        (wanted && names.find((name) => fold(name).startsWith(wanted))) || (nearest(text, names) ?? ''),
    });
  });
}

/** A file of the site, never one elsewhere: pages show nothing of other hosts. */
export const ownFile = fromText('text', (text, at, to) => {
  const value = oneLine(text);
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(value)) return tell(to, at, 'not-a-file', { field: nameAt(at), value });
  return value || undefined;
});

/** `https://…`, `mailto:…` or `tel:…`. */
export const url = fromText('URL', (text, at, to) => {
  const value = text.trim();
  if (/^(?:https?:\/\/[^\s"<>]+|mailto:\S+|tel:\S+)$/i.test(value) && URL.canParse(value)) return value;
  return tell(to, at, 'bad-url', { field: nameAt(at), value });
});

/** An address within the site: `/vi/tin/1`. */
export const address = fromText('/address', (text, at, to) => {
  const value = text.trim();
  if (/^\/[^?#\\\s]*$/.test(value) && !/(?:^|\/)\.\.?(?:\/|$)/.test(value)) return value;
  return tell(to, at, 'bad-address', { field: nameAt(at), value });
});

/** A slug; anything else is turned into one. */
export const slugText = fromText('slug', (text) => slug(text) || undefined);

export const documentNumber = fromText('214-KH/TU', (text, at, to) => {
  const parsed = parseDocumentNumber(text);
  if (parsed) return parsed.text;
  return report(to, at, 'document/bad-number', { value: text.trim() });
});

function report<C extends Code>(
  to: Reading,
  at: FieldPath,
  code: C,
  params: Parameters<typeof problem<C>>[1],
): undefined {
  to.problems.push(problem(code, params, { field: at }));
  return undefined;
}
