import type { Caption } from './nodes.js';
import type { Step } from './notes.js';
import { walk } from './walk.js';

/** An image alone in its paragraph with a title becomes a figure, the title its caption. */
export const figures: Step = (tree, { source }) => {
  if (!source.includes('![')) return;
  walk(tree, (node, index, parent) => {
    if (node.type !== 'paragraph' || !parent) return undefined;
    const [image] = node.children;
    if (node.children.length !== 1 || image?.type !== 'image' || !image.title) return 'skip';
    const caption: Caption = { type: 'caption', children: [{ type: 'text', value: image.title }] };
    image.title = null;
    parent.children[index] = { type: 'figure', children: [image, caption] };
    return 'skip';
  });
};
