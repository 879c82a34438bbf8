import type { Image, Link, PhrasingContent, Text } from 'mdast';
import { problem } from '../../core/problem.js';
import './nodes.js';
import { type Notes, placeOf, placesIn, type Step } from './notes.js';
import { walk } from './walk.js';

const ALLOWED = /^(?:https?|mailto|tel):/i;
/** Of two letters at least: `C:` is a drive of Windows. */
const SCHEME = /^[a-z][a-z0-9+.-]+:/i;

/** Puts a slot where a link or image depends on other files, and drops links of forbidden schemes. */
export const links: Step = (tree, notes) => {
  walk(tree, (node, index, parent) => {
    if (!parent) return undefined;
    if (node.type === 'text') checkSpaces(node, notes);
    if (node.type === 'image') {
      parent.children.splice(index, 1, ...imageParts(node, notes));
      return index + 1;
    }
    if (node.type !== 'link') return undefined;
    const parts = linkParts(node, notes);
    if (parts[0] === node) return undefined;
    parent.children.splice(index, 1, ...parts);
    // What the link held stands among its siblings now, and is visited next.
    return index;
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
  return [{ type: 'slot', slot: open }, ...node.children, { type: 'slot', slot: { type: 'link-end' } }];
}

function imageParts(node: Image, notes: Notes): PhrasingContent[] {
  const place = placeOf(node, notes);
  const alt = node.alt?.trim() ?? '';
  if (!alt) {
    const params = { before: ' ![', after: `](${node.url})` };
    notes.problems.push(problem('image/no-description', params, { place }));
  }
  if (SCHEME.test(node.url) || node.url.startsWith('//')) {
    notes.problems.push(problem('image/elsewhere', { url: node.url }, { place }));
    return alt ? [{ type: 'text', value: alt }] : [];
  }
  return [{ type: 'slot', slot: { type: 'image', url: node.url, alt, place } }];
}

/** `![x](ảnh chụp.jpg)` is plain text in Markdown, because of the space; its author does not know that. */
const SPACED =
  /(!?)\[([^\]\n]*)\]\(((?:[^()<>\n]|\([^()<>\n]*\))*?\S\s(?:[^()<>\n]|\([^()<>\n]*\))*?\.[a-z0-9]{2,5})\s*("[^"\n]*")?\)/giu;

function checkSpaces(node: Text, notes: Notes): void {
  if (!node.position || !node.value.includes('](')) return;
  const placeFor = placesIn(node, notes);
  for (const match of node.value.matchAll(SPACED)) {
    const [whole, bang = '', label = '', path = '', title = ''] = match;
    const right = `${bang}[${label}](<${path}>${title && ` ${title}`})`;
    notes.problems.push(problem('image/space-in-name', { right }, { place: placeFor(whole) }));
  }
}
