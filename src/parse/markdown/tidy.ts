import type { Nodes } from 'mdast';
import { nfc } from '../../core/text.js';
import type { Notes, Step } from './notes.js';
import { walk } from './walk.js';

/** NFC in every text of the tree, and `~x~` left as it was written (only `~~x~~` strikes through). */
export const tidy: Step = (tree, notes) => {
  const composed = notes.isUsual || nfc(notes.source) === notes.source;
  if (composed && !notes.source.includes('~')) return;
  walk(tree, (node, index, parent) => {
    if (!composed) normalise(node);
    if (node.type === 'delete' && parent && isSingle(node, notes)) {
      const tilde = { type: 'text' as const, value: '~' };
      parent.children.splice(index, 1, tilde, ...node.children, { ...tilde });
    }
    return undefined;
  });
};

/** Node by node, because composing finished HTML could join a tag's `>` with a mark behind it. */
function normalise(node: Nodes): void {
  if ('value' in node) node.value = nfc(node.value);
  if ('alt' in node && node.alt) node.alt = nfc(node.alt);
  if ('title' in node && node.title) node.title = nfc(node.title);
  if ('url' in node) node.url = nfc(node.url);
}

function isSingle(node: Nodes, notes: Notes): boolean {
  const start = node.position?.start.offset ?? 0;
  return notes.source[start] === '~' && notes.source[start + 1] !== '~';
}
