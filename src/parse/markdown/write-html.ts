/**
 * From the Markdown tree to HTML, as remark-html writes it (test/parse/html-agreement.test.ts holds the two
 * together), in a fifth of its time: no second tree is made, and what may come out is settled here by what there is
 * to write, so nothing has to be taken out afterwards. Raw HTML is never written.
 */
import type {
  Code,
  FootnoteDefinition,
  FootnoteReference,
  Link,
  List,
  ListItem,
  Nodes,
  Parent,
  RootContent,
  Table,
  TableRow,
} from 'mdast';
import { normalizeUri } from 'micromark-util-sanitize-uri';
import type { Slot } from '../../core/types.js';
import './nodes.js';
import { walk } from './walk.js';

export interface Written {
  /** With U+0000 wherever a slot comes in. */
  readonly html: string;
  /** In the order in which they stand in the HTML. */
  readonly slots: readonly Slot[];
}

interface Writing {
  readonly slots: Slot[];
  readonly definitions: ReadonlyMap<string, FootnoteDefinition>;
  /** How often each footnote was referred to, in the order of the first references. */
  readonly references: Map<string, number>;
}

export function writeHtml(tree: Parent, hasFootnotes: boolean): Written {
  const writing: Writing = {
    slots: [],
    definitions: hasFootnotes ? footnoteDefinitions(tree) : new Map(),
    references: new Map(),
  };
  const blocks = writeEach(tree, writing);
  const notes = hasFootnotes ? footnotes(writing) : '';
  return { html: (notes ? [...blocks, notes] : blocks).join('\n'), slots: writing.slots };
}

function write(node: Nodes, to: Writing): string | undefined {
  switch (node.type) {
    case 'text':
      return escapeText(trimLines(node.value));
    case 'slot':
      to.slots.push(node.slot);
      return '\u0000';
    case 'paragraph':
      return `<p>${inline(node, to)}</p>`;
    case 'heading':
      return `<h${node.depth} id="${node.data?.id ?? ''}">${inline(node, to)}</h${node.depth}>`;
    case 'strong':
      return `<strong>${inline(node, to)}</strong>`;
    case 'emphasis':
      return `<em>${inline(node, to)}</em>`;
    case 'delete':
      return `<del>${inline(node, to)}</del>`;
    case 'link':
      return link(node, to);
    case 'inlineCode':
      return `<code>${escapeText(node.value.replace(/\r?\n|\r/g, ' '))}</code>`;
    case 'break':
      return '<br>\n';
    case 'list':
      return list(node, to);
    case 'blockquote':
      return `<blockquote>\n${lines(writeEach(node, to))}</blockquote>`;
    case 'code':
      return code(node);
    case 'thematicBreak':
      return '<hr>';
    case 'table':
      return table(node, to);
    case 'figure':
      return `<figure>${inline(node, to)}</figure>`;
    case 'caption':
      return `<figcaption>${inline(node, to)}</figcaption>`;
    case 'footnoteReference':
      return footnoteReference(node, to);
    default:
      return undefined;
  }
}

/** The children that come to anything, each as HTML. White space behind a line break goes, as at a line's beginning. */
function writeEach(parent: Parent, to: Writing): string[] {
  const written: string[] = [];
  let afterBreak = false;
  for (const child of parent.children) {
    if (afterBreak) trimStart(child);
    const html = write(child, to);
    if (html !== undefined) written.push(html);
    afterBreak = child.type === 'break';
  }
  return written;
}

const inline = (parent: Parent, to: Writing): string => writeEach(parent, to).join('');

/** Each on a line of its own. */
const lines = (parts: readonly string[]): string => parts.map((part) => `${part}\n`).join('');

function trimStart(node: RootContent): void {
  const first = 'children' in node ? node.children[0] : node;
  if (first?.type === 'text' || (first === node && first.type === 'inlineCode'))
    first.value = first.value.replace(/^[\t ]+/, '');
}

/** White space round a line's end is not part of a text. */
function trimLines(text: string): string {
  return /[\r\n]/.test(text) ? text.replace(/[\t ]*(\r?\n|\r)[\t ]*/g, '$1') : text;
}

function escapeText(text: string): string {
  return /[<&]/.test(text) ? text.replace(/&/g, '&#x26;').replace(/</g, '&#x3C;') : text;
}

function escapeAttribute(text: string): string {
  return text.replace(/["&'`]/g, (c) => `&#x${c.charCodeAt(0).toString(16).toUpperCase()};`);
}

function link(node: Link, to: Writing): string {
  const title = typeof node.title === 'string' ? ` title="${escapeAttribute(node.title)}"` : '';
  return `<a href="${escapeAttribute(normalizeUri(node.url))}"${title}>${inline(node, to)}</a>`;
}

function code({ value, lang }: Code): string {
  const language = lang?.split(/\s+/, 1)[0];
  const attribute = language ? ` class="language-${escapeAttribute(language)}"` : '';
  return `<pre><code${attribute}>${escapeText(value ? `${value}\n` : '')}</code></pre>`;
}

function list(node: List, to: Writing): string {
  const loose = node.spread || node.children.some(isLoose);
  const tag = node.ordered ? 'ol' : 'ul';
  const start = typeof node.start === 'number' && node.start !== 1 ? ` start="${node.start}"` : '';
  const items = node.children.map((item) => listItem(item, loose ?? false, to));
  return `<${tag}${start}>\n${lines(items)}</${tag}>`;
}

function isLoose({ spread, children }: ListItem): boolean {
  return spread ?? children.length > 1;
}

/** Between tight items a paragraph goes without its tags; everything else stands on lines of its own. */
function listItem(item: ListItem, loose: boolean, to: Writing): string {
  markTask(item);
  let html = '';
  let endsOpen = false;
  for (const child of item.children) {
    const isOpen: boolean = child.type === 'paragraph' && !loose;
    const written = isOpen ? inline(child as Parent, to) : write(child, to);
    if (written === undefined) continue;
    html += isOpen && html === '' && !endsOpen ? written : `\n${written}`;
    endsOpen = isOpen;
  }
  return html === '' || endsOpen ? `<li>${html}</li>` : `<li>${html}\n</li>`;
}

/** A task is shown by a sign: a checkbox that cannot be ticked has no name for a screen reader. */
function markTask({ checked, children }: ListItem): void {
  const [first] = children;
  if (typeof checked !== 'boolean' || first?.type !== 'paragraph') return;
  first.children.unshift({ type: 'text', value: checked ? '☑ ' : '☐ ' });
}

function table(node: Table, to: Writing): string {
  const [head, ...rows] = node.children;
  const thead = head ? `<thead>\n${tableRow(head, 'th', node, to)}\n</thead>\n` : '';
  const body = lines(rows.map((row) => tableRow(row, 'td', node, to)));
  return `<table>\n${thead}${body && `<tbody>\n${body}</tbody>\n`}</table>`;
}

/** A class tells how a cell is aligned: HTML no longer has the attribute, and a style would need a wider policy. */
function tableRow(row: TableRow, tag: 'th' | 'td', { align }: Table, to: Writing): string {
  const cells = Array.from({ length: align?.length ?? row.children.length }, (_, i) => {
    const cell = row.children[i];
    const side = align?.[i];
    return `<${tag}${side ? ` class="align-${side}"` : ''}>${cell ? inline(cell, to) : ''}</${tag}>`;
  });
  return `<tr>\n${lines(cells)}</tr>`;
}

function footnoteDefinitions(tree: Parent): Map<string, FootnoteDefinition> {
  const definitions = new Map<string, FootnoteDefinition>();
  walk(tree as Nodes, (node) => {
    if (node.type === 'footnoteDefinition' && !definitions.has(keyOf(node)))
      definitions.set(keyOf(node), node);
    return undefined;
  });
  return definitions;
}

const keyOf = ({ identifier }: FootnoteDefinition | FootnoteReference): string => identifier.toUpperCase();

const idOf = (key: string): string => escapeAttribute(normalizeUri(key.toLowerCase()));

function footnoteReference(node: FootnoteReference, { references }: Writing): string {
  const key = keyOf(node);
  const times = (references.get(key) ?? 0) + 1;
  references.set(key, times);
  const number = [...references.keys()].indexOf(key) + 1;
  const id = idOf(key);
  const again = times > 1 ? `-${times}` : '';
  return `<sup><a href="#user-content-fn-${id}" id="user-content-fnref-${id}${again}" data-footnote-ref aria-describedby="footnote-label">${number}</a></sup>`;
}

/** The footnotes that were referred to, in that order; one may refer to another. */
function footnotes(to: Writing): string {
  const written = new Map<string, { readonly blocks: string[]; readonly endsInText: boolean }>();
  // The map grows while the notes are written, and its iteration goes on with what is added.
  for (const [key] of to.references) {
    const definition = to.definitions.get(key);
    if (!definition) continue;
    const endsInText = definition.children.at(-1)?.type === 'paragraph';
    written.set(key, { blocks: writeEach(definition, to), endsInText });
  }
  if (written.size === 0) return '';
  const numbers = [...to.references.keys()];
  const items = [...written].map(([key, { blocks, endsInText }]) => {
    const back = backReferences(idOf(key), numbers.indexOf(key) + 1, to.references.get(key) ?? 1);
    const last = blocks.at(-1);
    const parts =
      endsInText && last
        ? [...blocks.slice(0, -1), last.replace(/<\/p>$/, ` ${back.join('')}</p>`)]
        : [...blocks, ...back];
    return `<li id="user-content-fn-${idOf(key)}">\n${lines(parts)}</li>\n`;
  });
  const heading = '<h2 id="footnote-label">Chú thích</h2>';
  return `<section data-footnotes class="footnotes">${heading}\n<ol>\n${items.join('')}</ol>\n</section>`;
}

/** Links back to each place that refers to a footnote, spaces between them. */
function backReferences(id: string, number: number, times: number): string[] {
  return Array.from({ length: times }, (_, i) => {
    const again = i > 0 ? `-${i + 1}` : '';
    const sign = i > 0 ? `↩<sup>${i + 1}</sup>` : '↩';
    const label = `Trở lại chỗ có chú thích ${number}`;
    return `<a href="#user-content-fnref-${id}${again}" data-footnote-backref="" aria-label="${label}" class="data-footnote-backref">${sign}</a>`;
  }).flatMap((part, i) => (i > 0 ? [' ', part] : [part]));
}
