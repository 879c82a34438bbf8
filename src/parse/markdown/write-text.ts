/** Texts and slots in HTML. */
import type { NumberMention } from '../../core/document-number.js';
import type { Slot } from '../../core/types.js';
import { escapeText } from './escape-html.js';

/** Says which parts of a text are slots: document numbers, for the model to link. */
export type FindNumbers = (text: string) => readonly NumberMention[];

export interface TextWriting {
  readonly findNumbers: FindNumbers;
  /** Within a link or a heading, where numbers stay text. */
  isQuiet: boolean;
  /** Between the slots of a link's beginning and end. */
  inLink: boolean;
  readonly slots: Slot[];
}

const SLOT = '\u0000';

export function writeSlot(slot: Slot, to: TextWriting): string {
  to.slots.push(slot);
  if (typeof slot === 'string' || to.isQuiet) return SLOT;
  if (slot.type === 'link') to.inLink = true;
  if (slot.type === 'link-end') to.inLink = false;
  return SLOT;
}

/** A text, with slots for the numbers in it. */
export function writeText(value: string, to: TextWriting): string {
  const numbers = to.isQuiet || to.inLink ? [] : to.findNumbers(value);
  let html = '';
  let at = 0;
  for (const { start, end, key, day } of numbers) {
    html += plain(value.slice(at, start));
    const text = value.slice(start, end);
    html += writeSlot(
      text === key && !day ? text : { type: 'number', text, number: key, ...(day && { day }) },
      to,
    );
    at = end;
  }
  return html + plain(at > 0 ? value.slice(at) : value);
}

/** White space round a line's end is not part of a text. Most texts need no change, and one look tells. */
function plain(text: string): string {
  return /[\r\n<&]/.test(text) ? escapeText(text.replace(/[\t ]*(\r?\n|\r)[\t ]*/g, '$1')) : text;
}
