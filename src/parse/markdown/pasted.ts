import type { Code, Paragraph } from 'mdast';
import { visit } from 'unist-util-visit';
import { problem } from '../../core/problem.js';
import { type Notes, placeOf, type Step } from './notes.js';

/** A line this long was not broken by hand to fit an editor's window, so the break was meant as a paragraph. */
const LONG_LINE = 100;

/** Warns of what pasting from Word leaves behind: lines that run together, indents, bullets that are letters. */
export const pasted: Step = (tree, notes) => {
  visit(tree, (node) => {
    if (node.type === 'paragraph') checkParagraph(node, notes);
    else if (node.type === 'code') checkCode(node, notes);
  });
};

function checkParagraph(node: Paragraph, notes: Notes): void {
  const start = node.position?.start;
  if (!start) return;
  const lines = notes.source.slice(start.offset, node.position?.end.offset).split(/\r?\n/);
  const first = start.line + notes.firstLine - 1;
  for (const [i, text] of lines.entries()) {
    const bullet = /^\s*([•▪●◦·–—])\s*(.*)$/.exec(text);
    if (bullet && (i === 0 || lines.length > 1))
      warnBullet(bullet, first + i, i === 0 ? start.column : 1, notes);
    const next = lines[i + 1];
    if (next === undefined || /(?: {2}|\\)$/.test(text)) continue;
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
  notes.problems.push(problem('body/indented-code', {}, { place: placeOf(node, notes) }));
}
