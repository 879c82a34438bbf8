import type { Html, RootContent } from 'mdast';
import { problem } from '../../core/problem.js';
import { oneLine } from '../../core/text.js';
import { placeOf, type Step } from './notes.js';
import { walk } from './walk.js';

/**
 * Leaves raw HTML out and says so; its text stays, for nothing that an editor wrote may be lost in silence.
 * `<br>` is a line break, which tables cannot write otherwise; comments go without a word.
 */
export const rawHtml: Step = (tree, notes) => {
  if (!notes.source.includes('<')) return;
  walk(tree, (node, index, parent) => {
    if (node.type !== 'html' || !parent) return undefined;
    const kept = keep(
      node,
      parent.type === 'root' || parent.type === 'blockquote' || parent.type === 'listItem',
    );
    parent.children.splice(index, 1, ...kept);
    const tag = /<\/?([a-z][\w-]*)[^>]*>/i.exec(node.value);
    if (tag && !tag[0].startsWith('</') && !isBreak(node.value)) {
      notes.problems.push(
        problem('body/raw-html', { tag: `<${tag[1]?.toLowerCase()}>` }, { place: placeOf(node, notes) }),
      );
    }
    return index + kept.length;
  });
};

function isBreak(value: string): boolean {
  return /^<br\s*\/?>$/i.test(value.trim());
}

function keep(node: Html, isBlock: boolean): RootContent[] {
  if (!isBlock) return isBreak(node.value) ? [{ type: 'break' }] : [];
  const text = oneLine(
    node.value
      .replace(/<!--[\s\S]*?(?:-->|$)/g, ' ')
      .replace(/<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, ' ')
      .replace(/<[^>]*>?/g, ' '),
  );
  return text ? [{ type: 'paragraph', children: [{ type: 'text', value: text }] }] : [];
}
