import type { Nodes } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { excerpt } from '../../core/text.js';
import type { Step } from './notes.js';

const LENGTH = 200;
const PASSED_OVER = new Set(['heading', 'table', 'footnoteDefinition']);

/** Notes the first words of a body's paragraphs, for lists and descriptions. Slots must not stand in the tree yet. */
export const firstWords: Step = (tree, notes) => {
  notes.excerpt = excerpt(collect(tree, ''), LENGTH);
};

function collect(node: Nodes, before: string): string {
  if (node.type === 'paragraph') {
    const words = textOf(node, { includeImageAlt: false });
    return before === '' ? words : `${before} ${words}`;
  }
  if (!('children' in node) || PASSED_OVER.has(node.type)) return before;
  let words = before;
  for (const child of node.children) {
    if (words.length > 2 * LENGTH) break;
    words = collect(child, words);
  }
  return words;
}
