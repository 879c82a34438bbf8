import type { Paragraph } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Step } from './notes.js';

/** An image alone in its paragraph with a title becomes a figure, the title its caption. */
export const figures: Step = (tree) => {
  visit(tree, 'paragraph', (node: Paragraph) => {
    const [image] = node.children;
    if (node.children.length !== 1 || image?.type !== 'image' || !image.title) return;
    const caption = {
      type: 'emphasis' as const,
      data: { hName: 'figcaption' },
      children: [{ type: 'text' as const, value: image.title }],
    };
    image.title = null;
    node.data = { hName: 'figure' };
    node.children.push(caption);
  });
};
