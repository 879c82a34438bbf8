import type { Step } from './notes.js';
import { walk } from './walk.js';

/** An image alone in its paragraph with a title becomes a figure, the title its caption. */
export const figures: Step = (tree) => {
  walk(tree, (node) => {
    if (node.type !== 'paragraph') return undefined;
    const [image] = node.children;
    if (node.children.length !== 1 || image?.type !== 'image' || !image.title) return 'skip';
    const caption = {
      type: 'emphasis' as const,
      data: { hName: 'figcaption' },
      children: [{ type: 'text' as const, value: image.title }],
    };
    image.title = null;
    node.data = { hName: 'figure' };
    node.children.push(caption);
    return 'skip';
  });
};
