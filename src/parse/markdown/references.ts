import type { Definition, FootnoteDefinition, FootnoteReference, PhrasingContent } from 'mdast';
import { problem } from '../../core/problem.js';
import { type Notes, placeOf, type Step } from './notes.js';
import { walk } from './walk.js';

/** Turns `[x][1]` and `![x][1]` into plain links and images, so that later steps know one form. */
export const references: Step = (tree, notes) => {
  const definitions = new Map<string, Definition>();
  if (!notes.source.includes(']:')) return;
  const all: (Definition | FootnoteDefinition)[] = [];
  const used = new Set<string>();
  const mark = (kind: 'link' | 'footnote', identifier: string) => `${kind} ${identifier.toLowerCase()}`;
  walk(tree, (node) => {
    if (node.type === 'definition' || node.type === 'footnoteDefinition') all.push(node);
    if (node.type === 'definition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, node);
    if (node.type === 'linkReference' || node.type === 'imageReference')
      used.add(mark('link', node.identifier));
    if (node.type === 'footnoteReference') used.add(mark('footnote', node.identifier));
    return undefined;
  });
  for (const node of all) {
    // The second of one name is never shown either.
    if (!used.delete(mark(node.type === 'definition' ? 'link' : 'footnote', node.identifier)))
      tellUnused(node, notes);
  }
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

/** `[Nguồn]: https://…` gives links of the text `[Nguồn]` an address, and is not shown itself; its author may not know that. */
function tellUnused(node: Definition | FootnoteDefinition, notes: Notes): void {
  const label = node.label ?? node.identifier;
  const place = placeOf(node, notes);
  if (node.type === 'footnoteDefinition')
    notes.problems.push(problem('body/unused-footnote', { label }, { place }));
  else notes.problems.push(problem('body/unused-address', { label, url: node.url }, { place }));
}
