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
    const place = placeOf(node, notes);
    const [, open] = UNCLOSED.find(([pattern]) => pattern.test(node.value)) ?? [];
    if (open) notes.problems.push(problem('body/unclosed-html', open, { place }));
    else if (!isBreak(node.value))
      for (const tag of toldTags(node.value))
        notes.problems.push(problem('body/raw-html', { tag }, { place }));
    return index + kept.length;
  });
};

/** What swallows all that follows it, to the end of the file. */
const UNCLOSED: readonly (readonly [RegExp, { readonly open: string; readonly close: string }])[] = [
  [/^\s*<!--(?![\s\S]*-->)/, { open: '<!--', close: '-->' }],
  [/^\s*<style\b(?![\s\S]*<\/style\s*>)/i, { open: '<style>', close: '</style>' }],
  [/^\s*<script\b(?![\s\S]*<\/script\s*>)/i, { open: '<script>', close: '</script>' }],
];

/** What is more than text, and gone with its tag. */
const CONTENT = /^<(?:img|iframe|video|audio|embed|object|table)>$/;

/** The first tag that opens, and what goes with the others: a block pasted from Word has dozens that say nothing. */
function toldTags(value: string): string[] {
  const comments = value.replace(/<!--[\s\S]*?(?:-->|$)/g, '');
  const tags = [...comments.matchAll(/<([a-z][\w-]*)[^>]*>/gi)].map((m) => `<${m[1]?.toLowerCase()}>`);
  return [...new Set(tags.filter((tag, i) => i === 0 || CONTENT.test(tag)))];
}

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
