/**
 * Numbers of official documents. The Party writes number-TYPE/ISSUER (`214-KH/TU`), the State
 * number/year/TYPE-ISSUER (`42/2022/NĐ-CP`), number/TYPE-ISSUER (`214/KH-UBND`),
 * number/ISSUER-UNIT (`3241/SNV-TT`), and laws number/year/QH15 (Decree 30/2020/NĐ-CP; Instruction 36-HD/VPTW).
 */
import type { Day } from './types.js';

export interface DocumentNumber {
  /** As it is printed: NFC, plain hyphens, no spaces, `Ð` as `Đ`. */
  readonly text: string;
  /** The same for all spellings. */
  readonly key: string;
  /** The part that tells the type, where there is one: `KH`, `QĐ`. */
  readonly code: string;
}

/** A number found in running text, with the date right behind it. */
export interface NumberMention {
  readonly start: number;
  readonly end: number;
  readonly key: string;
  readonly day?: Day;
}

const DASH = '[-\\u2010-\\u2015\\u2212]';
const SPACE = '[ \\u00a0]?';
const WORD = '\\p{Lu}[\\p{L}\\p{M}]{0,9}\\d{0,2}';
const JOINED = `${WORD}(?:${SPACE}${DASH}${SPACE}${WORD}){0,3}`;
const PARTY = `\\d{1,5}\\p{Ll}?${SPACE}${DASH}${SPACE}${WORD}${SPACE}/${SPACE}${JOINED}`;
const STATE = `\\d{1,5}\\p{Ll}?${SPACE}/${SPACE}(?:\\d{4}${SPACE}/${SPACE}${JOINED}|${WORD}(?:${SPACE}${DASH}${SPACE}${WORD}){1,3})`;
const WHOLE = new RegExp(`^(?:${PARTY}|${STATE})$`, 'u');
/** Begins with its digit, so that the search runs from digit to digit; what stands before it is looked at apart. */
const IN_TEXT = new RegExp(`(?:${PARTY}|${STATE})(?![\\p{L}\\p{N}])`, 'gu');
/** Code units that stand before the first slash of a number, at most. */
const BEFORE_SLASH = 40;
/** What every number holds: a digit, a joint, a capital or a year. Without Unicode classes, so much faster. */
const LIKELY =
  /\d[a-zđ]?[ \u00a0]?(?:[-/\u2010-\u2015\u2212][ \u00a0]?[A-Z\u00c0-\u00deĐƠƯĂ\u1ea0-\u1ef8]|\/[ \u00a0]?\d{4}[ \u00a0]?\/)/;
const JOINED_BEFORE = /[\p{L}\p{N}/.-]/u;
/** What `DATE_BEHIND` may begin with. */
const DATE_BEGINS = /^[\s,(]*[bn\d]/;
const DATE_BEHIND =
  /^[\s,(]*(?:ban hành )?(?:ngày\s+)?(?:(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})|(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4}))/u;

/** Reads a number as an editor writes it (`Số: 214 – KH/TU`), or nothing when it has no such form. */
export function parseDocumentNumber(written: string): DocumentNumber | undefined {
  const text = normalise(written);
  if (!WHOLE.test(text)) return undefined;
  const party = /^\d+\p{Ll}?-(\p{L}+)\//u.exec(text);
  const state = /^\d+\p{Ll}?\/(?:\d{4}\/)?(\p{L}+)-/u.exec(text);
  const code = (party ?? state)?.[1] ?? '';
  // `3241/SNV-TT` names the issuer where others name the type, so an unknown word there is no unknown type.
  const isIssuer = state !== null && !/\/\d{4}\//.test(text) && !isKnownCode(code);
  return { text, key: text.toUpperCase(), code: isIssuer ? '' : code };
}

/** Letters and signs that `normalise` leaves as they are. */
const IS_NORMAL = /^[!-~Đđ]*$/;

/** NFC, no-break spaces, every dash, `Ð`, a leading "Số:" and spaces round the joints made one. */
function normalise(written: string): string {
  if (IS_NORMAL.test(written)) return written;
  return written
    .normalize('NFC')
    .replace(/\u00a0/g, ' ')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/Ð/g, 'Đ')
    .trim()
    .replace(/^số\s*:?\s*/iu, '')
    .replace(/\s*([-/])\s*/g, '$1');
}

/** Every document number in `text`, in order. `2020 - 2025` and `18/5/2021` are none. */
export function findDocumentNumbers(text: string): NumberMention[] {
  let slash = text.indexOf('/');
  if (slash < 0 || !LIKELY.test(text)) return [];
  const found: NumberMention[] = [];
  for (let end = 0; slash >= 0; slash = text.indexOf('/', end)) {
    IN_TEXT.lastIndex = Math.max(end, slash - BEFORE_SLASH);
    const match = IN_TEXT.exec(text);
    if (!match) break;
    const start = match.index;
    end = start + match[0].length;
    if (start > 0 && JOINED_BEFORE.test(text[start - 1] ?? '')) continue;
    const day = dateBehind(text.slice(end, end + 40));
    found.push({ start, end, key: normalise(match[0]).toUpperCase(), ...(day && { day }) });
  }
  return found;
}

/** A reference to a document as a field holds it: `01-KL/TW ngày 18/5/2021`. */
export function parseReference(text: string): { number: DocumentNumber; day?: Day } | undefined {
  const at = text.search(/\s*,?\s+ngày\s/iu);
  const number = parseDocumentNumber(at < 0 ? text : text.slice(0, at));
  if (!number) return undefined;
  const day = at < 0 ? undefined : dateBehind(text.slice(at));
  return { number, ...(day && { day }) };
}

function dateBehind(text: string): Day | undefined {
  if (!DATE_BEGINS.test(text)) return undefined;
  const match = DATE_BEHIND.exec(text.normalize('NFC'));
  if (!match) return undefined;
  const [d, m, y] = [match[1] ?? match[4], match[2] ?? match[5], match[3] ?? match[6]];
  return `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}

/** Codes in numbers and what they stand for, in the order in which types are listed (Party, then State). */
const TYPES: readonly (readonly [code: string, names: readonly string[]])[] = [
  ['NQ', ['Nghị quyết']],
  ['QĐ', ['Quyết định', 'Quy định']],
  ['CT', ['Chỉ thị']],
  ['KL', ['Kết luận']],
  ['QC', ['Quy chế']],
  ['TT', ['Thông tri', 'Thông tư']],
  ['HD', ['Hướng dẫn']],
  ['TB', ['Thông báo']],
  ['BC', ['Báo cáo']],
  ['KH', ['Kế hoạch']],
  ['CTr', ['Chương trình']],
  ['ĐA', ['Đề án']],
  ['TTr', ['Tờ trình']],
  ['CV', ['Công văn']],
  ['BB', ['Biên bản']],
  ['NĐ', ['Nghị định']],
  ['L', ['Luật']],
  ['PL', ['Pháp lệnh']],
  ['GM', ['Giấy mời']],
  ['CĐ', ['Công điện']],
  ['PA', ['Phương án']],
];
const CODES = new Set(TYPES.map(([code]) => code.toUpperCase()));
const RANK = new Map(TYPES.flatMap(([, names]) => names).map((name, i) => [name, i]));

export function isKnownCode(code: string): boolean {
  return CODES.has(code.toUpperCase());
}

/** Where a type of document stands among the others; unknown ones come last. */
export function typeRank(type: string): number {
  return RANK.get(type) ?? RANK.size;
}
