import type { Definition, FootnoteReference, PhrasingContent } from 'mdast';
import type { Step } from './notes.js';
import { walk } from './walk.js';

/** Turns `[x][1]` and `![x][1]` into plain links and images, so that later steps know one form. */
export const references: Step = (tree, notes) => {
  const definitions = new Map<string, Definition>();
  if (!notes.source.includes(']:')) return;
  walk(tree, (node) => {
    if (node.type === 'definition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, node);
    return undefined;
  });
  if (definitions.size === 0) return;
  walk(tree, (node, index, parent) => {
    if (node.type !== 'linkReference' && node.type !== 'imageReference') return undefined;
    const definition = definitions.get(node.identifier);
    if (!definition || !parent) return undefined;
    const { url, title } = definition;
    const position = node.position ? { position: node.position } : {};
    const plain: Exclude<PhrasingContent, FootnoteReference> =
      node.type === 'linkReference'
        ? { type: 'link', url, title: title ?? null, children: node.children as never, ...position }
        : { type: 'image', url, title: title ?? null, alt: node.alt ?? '', ...position };
    parent.children[index] = plain;
    // What it holds is visited in its new form.
    return node.type === 'imageReference' ? 'skip' : index;
  });
};
