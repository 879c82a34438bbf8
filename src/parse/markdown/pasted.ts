import type { Code, Paragraph } from 'mdast';
import { problem } from '../../core/problem.js';
import { type Notes, placeOf, placesIn, type Step } from './notes.js';
import { walk } from './walk.js';

/** A line this long was not broken by hand to fit an editor's window, so the break was meant as a paragraph. */
const LONG_LINE = 100;

/** Signs that stand for a list in Word (its symbol font lies at U+F000), and a hyphen without its space. */
const BULLET = /^\s*([•▪●◦·–—■○►➢❖✓✔\uf000-\uf0ff]|-(?=\p{L}))\s*(.*)$/u;

/** A heading without its space. One `#` alone may be a tag. */
const GLUED_HEADING = /^(#{2,6})([^\s#].*)$/;

/** Warns of what pasting from Word leaves behind: lines that run together, indents, bullets that are letters. */
export const pasted: Step = (tree, notes) => {
  walk(tree, (node) => {
    if (node.type === 'paragraph') checkParagraph(node, notes);
    if (node.type === 'code') checkCode(node, notes);
    return node.type === 'paragraph' ? 'skip' : undefined;
  });
};

function checkParagraph(node: Paragraph, notes: Notes): void {
  const start = node.position?.start;
  if (!start) return;
  const written = notes.source.slice(start.offset, node.position?.end.offset);
  if (written.includes('[^')) checkFootnotes(node, notes);
  // Splitting by an expression is slow, and nearly every paragraph is one line.
  const lines = written.includes('\n') ? written.split(/\r?\n/) : [written];
  const first = start.line + notes.firstLine - 1;
  for (const [i, text] of lines.entries()) {
    const bullet = BULLET.exec(text);
    if (bullet) warnBullet(bullet, first + i, i === 0 ? start.column : 1, notes);
    const heading = GLUED_HEADING.exec(text);
    if (heading) {
      const params = { line: `${heading[1]} ${heading[2]}` };
      const place = { line: first + i, column: i === 0 ? start.column : 1, length: text.length };
      notes.problems.push(problem('body/heading-without-space', params, { place }));
    }
    const next = lines[i + 1];
    if (next === undefined || BULLET.test(next) || /(?: {2}|\\)$/.test(text)) continue;
    if (text.length >= LONG_LINE && next.length >= LONG_LINE) {
      const place = { line: first + i, column: i === 0 ? start.column : 1, length: text.length };
      notes.problems.push(
        problem('body/lines-run-together', { line: first + i, next: first + i + 1 }, { place }),
      );
    }
  }
}

function warnBullet(match: RegExpExecArray, line: number, column: number, notes: Notes): void {
  const [whole, char = '', rest = ''] = match;
  const lead = whole.length - whole.trimStart().length;
  const params = { char, line: `- ${rest}` };
  notes.problems.push(
    problem('body/bullet-character', params, { place: { line, column: column + lead, length: 1 } }),
  );
}

/** Code by indent alone is never meant in a news article; fenced code is. */
function checkCode(node: Code, notes: Notes): void {
  const { start } = node.position ?? {};
  const written = notes.source.slice(start?.offset, node.position?.end.offset);
  if (/^\s*(?:```|~~~)/.test(written)) return;
  const place = placeOf(node, notes);
  const line = notes.source.slice(0, start?.offset).split('\n').at(-1) ?? '';
  const indent = /^\s*/.exec(`${line}${written}`)?.[0].length ?? 1;
  notes.problems.push(
    problem('body/indented-code', {}, { place: { ...place, column: 1, length: Math.max(1, indent) } }),
  );
}

/** A mark of a footnote whose text is not there stays text in the tree. */
function checkFootnotes(paragraph: Paragraph, notes: Notes): void {
  walk(paragraph, (node) => {
    if (node.type !== 'text' || !node.position) return undefined;
    const placeFor = placesIn(node, notes);
    for (const [mark, label = ''] of node.value.matchAll(/\[\^([^\]\s]+)\]/g))
      notes.problems.push(problem('body/no-such-footnote', { label }, { place: placeFor(mark) }));
    return undefined;
  });
}
