import { isUtf8 } from 'node:buffer';
import { type Problem, problem } from '../core/problem.js';
import { toUtf16 } from '../core/utf8.js';
import { FOREIGN, hasUsualLetters } from './usual-letters.js';

export interface Decoded {
  /** Without a byte order mark. */
  readonly text: string;
  /** As `hasUsualLetters` tells. */
  readonly isUsual: boolean;
}

/** Bytes as text, or why they cannot be read as such. */
export function decode(bytes: Uint8Array): Decoded | { problem: Problem } {
  if (!isUtf8(bytes)) {
    return {
      problem: problem('file/not-utf8', {}, { place: { ...badPlace(bytes), length: 1 } }),
    };
  }
  const utf16 = toUtf16(bytes);
  const whole = utf16.toString('utf16le');
  const isUsual = hasUsualLetters(new Uint16Array(utf16.buffer, utf16.byteOffset, utf16.length / 2));
  const written = whole.startsWith('\ufeff') ? whole.slice(1) : whole;
  // Word's breaks within a paragraph (Shift+Enter) and of pages.
  const lines = isUsual ? written : written.replace(/[\v\f]/g, ' ');
  // Line ends of old Macs.
  const text = lines.includes('\r') && !lines.includes('\n') ? lines.replaceAll('\r', '\n') : lines;
  const found = conflict(text) ?? legacyEncoding(text, isUsual);
  return found ? { problem: found } : { text, isUsual };
}

/** Where the first byte is that is not UTF-8; the beginning for UTF-16, which is wrong throughout. */
function badPlace(bytes: Uint8Array): { line: number; column: number } {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return { line: 1, column: 1 };
  const above = new TextDecoder().decode(bytes).split('\ufffd', 1)[0]?.split('\n') ?? [];
  return { line: Math.max(1, above.length), column: (above.at(-1)?.length ?? 0) + 1 };
}

/** git's marks, all three in order: a lone row of `=` is an underlined heading. */
function conflict(text: string): Problem | undefined {
  if (!text.includes('<<<<<<<')) return undefined;
  const ours = /^<{7}(?: .*)?\r?$/m.exec(text);
  if (!ours || !/^={7}\r?$[\s\S]*^>{7}(?: .*)?\r?$/m.test(text.slice(ours.index))) return undefined;
  const line = text.slice(0, ours.index).split('\n').length;
  return problem('file/conflict-marks', {}, { place: { line, column: 1, length: 7 } });
}

/** Letters that only Unicode text has: if they are there, the text is not in an old encoding. */
const UNICODE_VIETNAMESE = /[\u1ea0-\u1ef9\u0103\u0111\u01a1\u01b0]|[\u0300-\u0323]/;
/** TCVN3 shows as Latin letters with these signs after or before them (`Thµnh ñy §«ng Hµ`). */
const TCVN3 = /[a-z]+[µ¸¶·¹¨»¾¼½Æ©ÊÇÈÉË®ÌÐÎÏÑªÕÒÓÔÖ×ÝØÜÞßãáâä«èåæçé¬íêëìîóïñòô­øõö÷ùýúûüþ]+[a-z]*/gi;
const TCVN3_SIGNS = /[µ¸¶·¹¨»¾¼½©®ª«¬§¦§£¤¥]/g;
/** VNI writes the mark as a letter of its own behind the vowel (`Thaønh uûy Ñoâng Haø`). */
const VNI = /[a-z]*(?:[aeiouyôö][øùûõïåâäáàãçèéêë]|Ñ|ñ(?=[aeiouö]))[a-z]*/gi;

/** Worth a look line by line. */
const WITH_FOREIGN = new RegExp(`[${FOREIGN}]`);

function legacyEncoding(text: string, isUsual: boolean): Problem | undefined {
  if (!UNICODE_VIETNAMESE.test(text)) return legacyWords(text);
  if (isUsual || !WITH_FOREIGN.test(text)) return undefined;
  // Written in Unicode, with a paragraph pasted from an old file.
  for (const [i, line] of text.split('\n').entries()) {
    // The Vietnamese name of a field is written in Unicode, whatever its value is.
    const [name = ''] = /^[^:]{1,40}:\s/.exec(line) ?? [];
    const value = line.slice(name.length);
    const found =
      WITH_FOREIGN.test(value) && !UNICODE_VIETNAMESE.test(value) ? legacyWords(value) : undefined;
    if (found?.place) {
      const { column, length } = found.place;
      return { ...found, place: { line: i + 1, column: column + name.length, length } };
    }
  }
  return undefined;
}

function legacyWords(text: string): Problem | undefined {
  if (!/[\u00a1-\u00ff]/.test(text)) return undefined;
  const isTcvn3 = (text.match(TCVN3_SIGNS)?.length ?? 0) >= 3;
  const words = [...text.matchAll(isTcvn3 ? TCVN3 : VNI)];
  const first = words[0];
  if (words.length < 3 || !first) return undefined;
  const before = text.slice(0, first.index).split('\n');
  const place = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, length: first[0].length };
  return problem(
    'file/legacy-encoding',
    { encoding: isTcvn3 ? 'TCVN3 (ABC)' : 'VNI', sample: first[0] },
    { place },
  );
}
