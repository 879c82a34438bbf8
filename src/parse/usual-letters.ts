/** Whether a text has only letters with which nothing can be wrong, found out by one look at each. */

/** Letters of the old encodings that Vietnamese in Unicode never needs. */
export const FOREIGN = '\u00a1-\u00bfÄÅÆÇËÏÑÖØÛÜÞßäåæçëïñöøûüþÿ';

/** What nearly every text is made of: no control characters, and nothing that composing to NFC would change. */
const USUAL: readonly (readonly [first: number, last: number])[] = [
  [0x09, 0x0a],
  [0x0d, 0x0d],
  [0x20, 0x7e],
  [0xa0, 0x2ff],
  [0x1e00, 0x1eff],
  // Dashes, quotation marks, dots. The marks that turn the direction of text stand between them.
  [0x2010, 0x2027],
  [0x2030, 0x205e],
  // Currencies, then arrows and figures that serve as bullets.
  [0x20a0, 0x20bf],
  [0x2190, 0x21ff],
  [0x25a0, 0x27bf],
];

const isUnusual = new Uint8Array(0x10000).fill(1);
for (const [first, last] of USUAL) isUnusual.fill(0, first, last + 1);
const foreign = new RegExp(`[${FOREIGN}]`);
for (let unit = 0xa0; unit <= 0xff; unit++) if (foreign.test(String.fromCharCode(unit))) isUnusual[unit] = 1;

/**
 * Whether a text in UTF-16 needs no second look: it holds no letter of an old encoding and no character that has to be
 * replaced, and is in NFC. Looking for each of these by an expression takes five times as long.
 */
export function hasUsualLetters(utf16: Uint16Array): boolean {
  let found = 0;
  for (let i = 0; i < utf16.length; i++) found |= isUnusual[utf16[i] ?? 0] ?? 1;
  return found === 0;
}
