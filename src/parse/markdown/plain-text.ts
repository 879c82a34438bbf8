import type { Nodes } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { oneLine } from '../../core/text.js';
import type { Step } from './notes.js';

/** Notes the words of a body, a block a line: for excerpts and for search. Slots must not stand in the tree yet. */
export const plainText: Step = (tree, notes) => {
  const blocks: string[] = [];
  collect(tree, blocks);
  notes.text = blocks.join('\n');
};

function collect(node: Nodes, blocks: string[]): void {
  if (node.type === 'code' || node.type === 'definition' || node.type === 'thematicBreak') return;
  const isBlock = node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell';
  if (!isBlock && 'children' in node) {
    for (const child of node.children) collect(child, blocks);
    return;
  }
  const text = oneLine(textOf(node, { includeImageAlt: false }));
  if (text) blocks.push(text);
}
