import type { PhrasingContent } from 'mdast';
import { findDocumentNumbers } from '../../core/document-number.js';
import { type Step, slotMark } from './notes.js';
import { walk } from './walk.js';

/** Puts a slot at every document number in the text, for the model to link; not within links and headings. */
export const numbers: Step = (tree, notes) => {
  let inLink = false;
  walk(tree, (node, index, parent) => {
    if (node.type === 'link' || node.type === 'heading') return 'skip';
    if (node.type !== 'text' || !parent) return undefined;
    const mark = /^\u0000(\d+)\u0000$/.exec(node.value);
    if (mark) {
      const slot = notes.slots[Number(mark[1])];
      if (slot?.type === 'link') inLink = true;
      if (slot?.type === 'link-end') inLink = false;
      return undefined;
    }
    const found = inLink ? [] : findDocumentNumbers(node.value);
    if (found.length === 0) return undefined;
    const parts: PhrasingContent[] = [];
    let at = 0;
    for (const { start, end, key, day } of found) {
      if (start > at) parts.push({ type: 'text', value: node.value.slice(at, start) });
      parts.push(
        slotMark(
          { type: 'number', text: node.value.slice(start, end), number: key, ...(day && { day }) },
          notes,
        ),
      );
      at = end;
    }
    if (at < node.value.length) parts.push({ type: 'text', value: node.value.slice(at) });
    parent.children.splice(index, 1, ...parts);
    return index + parts.length;
  });
};
