import type { PhrasingContent } from 'mdast';
import { findDocumentNumbers } from '../../core/document-number.js';
import './nodes.js';
import type { Step } from './notes.js';
import { walk } from './walk.js';

/** Puts a slot at every document number in the text, for the model to link; not within links and headings. */
export const numbers: Step = (tree) => {
  let inLink = false;
  walk(tree, (node, index, parent) => {
    if (node.type === 'link' || node.type === 'heading') return 'skip';
    if (node.type === 'slot' && node.slot.type === 'link') inLink = true;
    if (node.type === 'slot' && node.slot.type === 'link-end') inLink = false;
    if (node.type !== 'text' || !parent || inLink) return undefined;
    const found = findDocumentNumbers(node.value);
    if (found.length === 0) return undefined;
    const parts: PhrasingContent[] = [];
    let at = 0;
    for (const { start, end, key, day } of found) {
      if (start > at) parts.push({ type: 'text', value: node.value.slice(at, start) });
      const text = node.value.slice(start, end);
      parts.push({ type: 'slot', slot: { type: 'number', text, number: key, ...(day && { day }) } });
      at = end;
    }
    if (at < node.value.length) parts.push({ type: 'text', value: node.value.slice(at) });
    parent.children.splice(index, 1, ...parts);
    return index + parts.length;
  });
};
