/** Text rules for Vietnamese: normal form, folding, slugs, cutting, nearest name. */

const MARKS = /\p{M}/gu;
/** đ has no decomposition in Unicode, and Ð (eth, U+00D0) is typed for Đ often enough. */
const D_LETTERS = /[đĐðÐ]/g;

/** Unicode NFC. Most text is already in it, and V8 answers that case fast. */
export function nfc(text: string): string {
  return text.normalize('NFC');
}

const plainLetters = new Map<string, string>();

/** A letter without its marks; a mark alone is nothing. Asked for every name, and there are few letters, so they are kept. */
function withoutMarks(letter: string): string {
  let plain = plainLetters.get(letter);
  if (plain === undefined) {
    plain = letter.normalize('NFD').replace(MARKS, '').replace(D_LETTERS, 'd');
    plainLetters.set(letter, plain);
  }
  return plain;
}

/** Lower case without tones and marks: `Đông Hà`, `ĐÔNG HÀ` and their NFD forms give `dong ha`. */
export function fold(text: string): string {
  let folded = '';
  for (const letter of text) folded += letter.charCodeAt(0) < 0x80 ? letter : withoutMarks(letter);
  return folded.toLowerCase();
}

const SLUG_LENGTH = 100;
const IS_SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * The one function for addresses, anchors, category and tag keys.
 * At most 100 characters of `[a-z0-9-]`, cut between words; empty when nothing of the text can be spelt so.
 */
export function slug(text: string): string {
  if (text.length <= SLUG_LENGTH && IS_SLUG.test(text)) return text;
  const whole = fold(text).replace(/[^a-z0-9]+/g, '-');
  const end = whole.endsWith('-') ? -1 : whole.length;
  return cutAt(whole.slice(whole.startsWith('-') ? 1 : 0, end), '-', SLUG_LENGTH);
}

const keys = new Map<string, string>();

/**
 * The key under which two spellings of one name are equal (`Uỷ ban`, `ủy ban`): its slug, or itself folded.
 * A site has few names and asks for their keys on every page, so they are kept.
 */
export function nameKey(name: string): string {
  let key = keys.get(name);
  if (key === undefined) {
    key = slug(name) || fold(name).trim();
    keys.set(name, key);
  }
  return key;
}

/** Cuts to at most `length` UTF-16 units, at the last separator before it where there is one. */
function cutAt(text: string, separator: string, length: number): string {
  if (text.length <= length) return text;
  const at = text.lastIndexOf(separator, length);
  return text.slice(0, at > 0 ? at : length);
}

/** Anything that a line should not hold: most texts hold none, and a test costs less than a change. */
const UNTIDY = /[^\S ]| {2}|^ | $/;

/** One line: every run of white space (a no-break space too) becomes one space, ends trimmed. */
export function oneLine(text: string): string {
  if (!UNTIDY.test(text)) return text;
  return text.replace(/\s+/g, ' ').trim();
}

/** The first `length` characters at a word's end, with an ellipsis where something was left out. */
export function excerpt(text: string, length: number): string {
  // Of a long text the beginning is enough, unless most of that is white space.
  const start = oneLine(text.slice(0, 2 * length));
  const line = start.length > length ? start : oneLine(text);
  if (line.length <= length) return line;
  return `${cutAt(line, ' ', length).replace(/[\s,.;:–-]+$/, '')}…`;
}

/** Escapes text for HTML content and double-quoted attributes. */
export function escapeHtml(text: string): string {
  if (!/[&<>"]/.test(text)) return text;
  return text.replace(/[&<>"]/g, (c) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt' }[c] ?? 'quot'};`);
}

/** The known name closest to `name` by edit distance of the folded forms, if it is close enough to be meant. */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  const wanted = fold(name);
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of known) {
    const d = distance(wanted, fold(candidate), bestDistance);
    if (d < bestDistance) [best, bestDistance] = [candidate, d];
  }
  return best;
}

/** Edit distance, two letters that changed places counting as one edit; given up once it must reach `limit`. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = isSwap ? (before[j - 2] ?? 0) + 1 : change;
      next.push(Math.min(change, swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    [before, row] = [row, next];
  }
  return row[b.length] ?? limit;
}
