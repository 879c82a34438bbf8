import type { Heading } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { slug } from '../../core/text.js';
import './nodes.js';
import type { Step } from './notes.js';
import { walk } from './walk.js';

/** ids that pages use themselves; a heading of that name gets a number behind it. */
const TAKEN = ['footnote-label'];

/** Gives headings ids, and moves them down a level where the author began at the level of the page's own title. */
export const headings: Step = (tree, notes) => {
  const found: Heading[] = [];
  walk(tree, (node) => {
    if (node.type === 'heading') found.push(node);
    return node.type === 'heading' || node.type === 'paragraph' ? 'skip' : undefined;
  });
  const shift = found.some((node) => node.depth === 1) ? 1 : 0;
  const used = new Set(TAKEN);
  for (const node of found) {
    node.depth = Math.min(6, node.depth + shift) as Heading['depth'];
    const id = free(slug(textOf(node)) || 'muc', used);
    used.add(id);
    notes.anchors.push(id);
    node.data = { id };
  }
};

function free(id: string, used: ReadonlySet<string>): string {
  if (!used.has(id)) return id;
  let n = 2;
  while (used.has(`${id}-${n}`)) n++;
  return `${id}-${n}`;
}
