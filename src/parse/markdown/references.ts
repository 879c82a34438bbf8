import type { Definition, FootnoteReference, Parent, PhrasingContent } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { Step } from './notes.js';

/** Turns `[x][1]` and `![x][1]` into plain links and images, so that later steps know one form. */
export const references: Step = (tree) => {
  const definitions = new Map<string, Definition>();
  visit(tree, 'definition', (node) => {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
  });
  if (definitions.size === 0) return;
  visit(tree, (node, index, parent) => {
    if (node.type !== 'linkReference' && node.type !== 'imageReference') return undefined;
    const definition = definitions.get(node.identifier);
    if (!definition || !parent || index === undefined) return undefined;
    const { url, title } = definition;
    const position = node.position ? { position: node.position } : {};
    const plain: Exclude<PhrasingContent, FootnoteReference> =
      node.type === 'linkReference'
        ? { type: 'link', url, title: title ?? null, children: node.children as never, ...position }
        : { type: 'image', url, title: title ?? null, alt: node.alt ?? '', ...position };
    (parent as Parent).children[index] = plain;
    return node.type === 'imageReference' ? SKIP : undefined;
  });
};
