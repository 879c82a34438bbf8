/**
 * From the Markdown tree to HTML, as remark-html writes it (test/parse/html-agreement.test.ts holds the two
 * together), in a fifth of its time: no second tree is made, and what may come out is settled here by what there is
 * to write, so nothing has to be taken out afterwards. Raw HTML is never written.
 */
import type {
  Code,
  FootnoteDefinition,
  Link,
  List,
  ListItem,
  Nodes,
  Parent,
  RootContent,
  Table,
  TableRow,
} from 'mdast';
import type { Slot } from '../../core/types.js';
import { escapeAttribute, escapeText, writeUrl } from './escape-html.js';
import {
  type FootnoteReferences,
  footnoteDefinitions,
  writeFootnoteReference,
  writeFootnotes,
} from './footnotes.js';
import './nodes.js';
import { type FindNumbers, type TextWriting, writeSlot, writeText } from './write-text.js';

export interface Written {
  /** With U+0000 wherever a slot comes in. */
  readonly html: string;
  /** In the order in which they stand in the HTML. */
  readonly slots: readonly Slot[];
}

interface Writing extends TextWriting {
  readonly definitions: ReadonlyMap<string, FootnoteDefinition>;
  readonly references: FootnoteReferences;
}

export function writeHtml(tree: Parent, hasFootnotes: boolean, findNumbers: FindNumbers = () => []): Written {
  const writing: Writing = {
    findNumbers,
    isQuiet: false,
    inLink: false,
    slots: [],
    definitions: hasFootnotes ? footnoteDefinitions(tree) : new Map(),
    references: new Map(),
  };
  const blocks = writeEach(tree, writing);
  const { definitions, references } = writing;
  const notes = writeFootnotes(definitions, references, (parent) => writeEach(parent, writing));
  return { html: (notes ? [...blocks, notes] : blocks).join('\n'), slots: writing.slots };
}

function write(node: Nodes, to: Writing): string | undefined {
  switch (node.type) {
    case 'text':
      return writeText(node.value, to);
    case 'slot':
      return writeSlot(node.slot, to);
    case 'paragraph':
      return `<p>${inline(node, to)}</p>`;
    case 'heading':
      return `<h${node.depth} id="${node.data?.id ?? ''}">${quietly(node, to)}</h${node.depth}>`;
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
      return writeFootnoteReference(node, to.references);
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

function inline(parent: Parent, to: Writing): string {
  const [first] = parent.children;
  if (first && parent.children.length === 1) return write(first, to) ?? '';
  return writeEach(parent, to).join('');
}

/** The same with numbers left as text. */
function quietly(parent: Parent, to: Writing): string {
  const before = to.isQuiet;
  to.isQuiet = true;
  const html = inline(parent, to);
  to.isQuiet = before;
  return html;
}

/** Each on a line of its own. */
const lines = (parts: readonly string[]): string => parts.map((part) => `${part}\n`).join('');

function trimStart(node: RootContent): void {
  const first = 'children' in node ? node.children[0] : node;
  if (first?.type === 'text' || (first === node && first.type === 'inlineCode'))
    first.value = first.value.replace(/^[\t ]+/, '');
}

function link(node: Link, to: Writing): string {
  const title = typeof node.title === 'string' ? ` title="${escapeAttribute(node.title)}"` : '';
  return `<a href="${writeUrl(node.url)}"${title}>${quietly(node, to)}</a>`;
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
  const cells = (align ?? row.children).map((_, i) => {
    const cell = row.children[i];
    const side = align?.[i];
    return `<${tag}${side ? ` class="align-${side}"` : ''}>${cell ? inline(cell, to) : ''}</${tag}>`;
  });
  return `<tr>\n${lines(cells)}</tr>`;
}
