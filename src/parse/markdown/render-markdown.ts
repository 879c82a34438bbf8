import { findDocumentNumbers } from '../../core/document-number.js';
import type { Problem } from '../../core/problem.js';
import type { Body, BodyInfo } from '../../core/types.js';
import { firstWords } from './excerpt.js';
import { figures } from './figures.js';
import { headings } from './headings.js';
import { links } from './links.js';
import type { Notes, Step } from './notes.js';
import { pasted } from './pasted.js';
import { rawHtml } from './raw-html.js';
import { readTree } from './read-tree.js';
import { references } from './references.js';
import { tidy } from './tidy.js';
import { writeHtml } from './write-html.js';

/** The steps over the tree, in order: each sees what the ones before it left. */
const steps: readonly Step[] = [pasted, tidy, rawHtml, references, firstWords, figures, links, headings];

/**
 * Control characters that are no white space (U+0000 marks slots, the rest would make invalid HTML), and marks
 * that turn the direction of all text behind them.
 */
const UNWANTED =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g;

/** A title as Word quotes it: `![x](a.jpg “Chú thích”)`. Markdown wants straight marks, one character for another. */
const CURLY_TITLE = /(\]\([^()\n“”]+\s)[“”]([^“”"\n]*)”\)/g;

/**
 * Renders one body. `firstLine` is the line of the file on which it begins; `isUsual` says that its letters were looked
 * at already, and that nothing is wrong with them.
 */
export function renderMarkdown(
  source: string,
  firstLine: number,
  isUsual = false,
): { body: Body; info: Omit<BodyInfo, 'hash'>; problems: Problem[] } {
  const notes: Notes = { source, firstLine, isUsual, problems: [], anchors: [], excerpt: '' };
  // Each is replaced by one character, so that places stay right.
  const read = source.includes('”)') ? source.replace(CURLY_TITLE, '$1"$2")') : source;
  const tree = readTree(isUsual ? read : read.replace(UNWANTED, '\ufffd'));
  for (const step of steps) step(tree, notes);
  const { html, slots } = writeHtml(tree, source.includes('[^'), findDocumentNumbers);
  const { anchors, excerpt, problems } = notes;
  return { body: html.trimEnd(), info: { slots, anchors, excerpt }, problems };
}
