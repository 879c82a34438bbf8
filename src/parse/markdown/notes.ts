import type { Nodes, Root, Text } from 'mdast';
import type { Place, Problem } from '../../core/problem.js';

/** What the steps over one body collect beside the tree. */
export interface Notes {
  /** The body as its author wrote it. */
  readonly source: string;
  /** The line of the file on which the body begins. */
  readonly firstLine: number;
  /** The body is known to be in NFC. */
  readonly isUsual?: boolean;
  readonly problems: Problem[];
  readonly anchors: string[];
  excerpt: string;
}

/** A step over one body's tree. */
export type Step = (tree: Root, notes: Notes) => void;

/** The place of a node in the author's file; a node of several lines is marked on its first. */
export function placeOf(node: Nodes, notes: Notes): Place {
  const start = node.position?.start;
  const end = node.position?.end;
  if (!start || !end) return { line: notes.firstLine, column: 1, length: 1 };
  const written = notes.source.slice(start.offset, end.offset).split(/\r?\n/, 1)[0] ?? '';
  return {
    line: start.line + notes.firstLine - 1,
    column: start.column,
    length: Math.max(1, written.length),
  };
}

/**
 * Finds places within a text node, in the order of the text; looked for in what was written, for a text may have been
 * written in other characters than it holds (`&NewLine;`).
 */
export function placesIn(node: Text, notes: Notes): (found: string) => Place {
  const start = node.position?.start;
  let from = start?.offset ?? 0;
  return (found) => {
    const at = notes.source.indexOf(found, from);
    if (!start || at < 0 || at >= (node.position?.end.offset ?? 0)) return placeOf(node, notes);
    from = at + found.length;
    const above = notes.source.slice(start.offset, at).split('\n');
    const column = (above.at(-1)?.length ?? 0) + (above.length === 1 ? start.column : 1);
    return { line: start.line + above.length - 1 + notes.firstLine - 1, column, length: found.length };
  };
}
