import type { Image, Link, Parent, PhrasingContent, Text } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { problem } from '../../core/problem.js';
import { slug } from '../../core/text.js';
import { type Notes, placeOf, type Step, slotMark } from './notes.js';

const ALLOWED = /^(?:https?|mailto|tel):/i;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/** Puts a slot where a link or image depends on other files, and drops links of forbidden schemes. */
export const links: Step = (tree, notes) => {
  visit(tree, (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    const siblings = (parent as Parent).children;
    if (node.type === 'text') checkSpaces(node, notes);
    if (node.type === 'image') {
      siblings.splice(index, 1, ...imageParts(node, notes));
      return [SKIP, index + 1];
    }
    if (node.type !== 'link') return undefined;
    const parts = linkParts(node, notes);
    siblings.splice(index, 1, ...parts);
    // What the link held is visited next; a link that stays as it is must not be met again.
    return parts[0] === node ? undefined : [SKIP, index + (parts.length === node.children.length ? 0 : 1)];
  });
};

function linkParts(node: Link, notes: Notes): PhrasingContent[] {
  const url = node.url.trim();
  if (ALLOWED.test(url)) return [node];
  const place = placeOf(node, notes);
  if (SCHEME.test(url) || url.startsWith('//')) {
    notes.problems.push(problem('link/scheme', { url }, { place }));
    return node.children;
  }
  const open = { type: 'link' as const, url, ...(node.title && { title: node.title }), place };
  return [slotMark(open, notes), ...node.children, slotMark({ type: 'link-end' }, notes)];
}

function imageParts(node: Image, notes: Notes): PhrasingContent[] {
  const place = placeOf(node, notes);
  const alt = node.alt?.trim() ?? '';
  if (!alt) notes.problems.push(problem('image/no-description', {}, { place }));
  if (SCHEME.test(node.url) || node.url.startsWith('//')) {
    notes.problems.push(problem('image/elsewhere', { url: node.url }, { place }));
    return alt ? [{ type: 'text', value: alt }] : [];
  }
  return [slotMark({ type: 'image', url: node.url, alt, place }, notes)];
}

/** `![x](ảnh chụp.jpg)` is plain text in Markdown, because of the space; its author does not know that. */
const SPACED = /(!?)\[([^\]\n]*)\]\(([^()<>\n]*\S\s[^()<>\n]*\.[a-z0-9]{2,5})\s*("[^"\n]*")?\)/giu;

function checkSpaces(node: Text, notes: Notes): void {
  const start = node.position?.start;
  if (!start || !node.value.includes('](')) return;
  for (const match of node.value.matchAll(SPACED)) {
    const [whole, bang = '', label = '', path = '', title = ''] = match;
    const above = node.value.slice(0, match.index).split('\n');
    const column = (above.at(-1)?.length ?? 0) + (above.length === 1 ? start.column : 1);
    const dot = path.lastIndexOf('.');
    const renamed = `${slug(path.slice(0, dot)) || 'anh'}${path.slice(dot)}`;
    const right = path.includes('/')
      ? `${bang}[${label}](<${path}>${title && ` ${title}`})`
      : `${bang}[${label}](${renamed}${title && ` ${title}`})`;
    const place = { line: start.line + above.length - 1 + notes.firstLine - 1, column, length: whole.length };
    notes.problems.push(problem('image/space-in-name', { right }, { place }));
  }
}
