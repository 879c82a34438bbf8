import type { Nodes, Parent } from 'mdast';

/** What a visit wants next: nothing for the node's children, or the index of the sibling to go on with. */
type Next = number | 'skip' | undefined;
export type Visit = (node: Nodes, index: number, parent: Parent | undefined) => Next;

/**
 * Visits a tree from the root down, each node before its children. It is walked once a step for every article,
 * so it is written plainly: unist-util-visit, which names a function for each node it meets, took a third of all parsing.
 */
export function walk(node: Nodes, visit: Visit, index = 0, parent?: Parent): number {
  const next = visit(node, index, parent);
  if (typeof next === 'number') return next;
  const { children } = node as Partial<Parent>;
  if (next !== 'skip' && children) {
    for (let i = 0; i < children.length; ) i = walk(children[i] as Nodes, visit, i, node as Parent);
  }
  return index + 1;
}
