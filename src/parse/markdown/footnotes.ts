/** Footnotes: the marks in the text, and the notes behind it. */
import type { FootnoteDefinition, FootnoteReference, Nodes, Parent } from 'mdast';
import { writeUrl } from './escape-html.js';
import { walk } from './walk.js';

/** How often each footnote was referred to, by its key, in the order of the first references. */
export type FootnoteReferences = Map<string, number>;

/** By their keys; the first of a name counts. */
export function footnoteDefinitions(tree: Parent): Map<string, FootnoteDefinition> {
  const definitions = new Map<string, FootnoteDefinition>();
  walk(tree as Nodes, (node) => {
    if (node.type === 'footnoteDefinition' && !definitions.has(keyOf(node)))
      definitions.set(keyOf(node), node);
    return undefined;
  });
  return definitions;
}

const keyOf = ({ identifier }: FootnoteDefinition | FootnoteReference): string => identifier.toUpperCase();

const idOf = (key: string): string => writeUrl(key.toLowerCase());

export function writeFootnoteReference(node: FootnoteReference, references: FootnoteReferences): string {
  const key = keyOf(node);
  const times = (references.get(key) ?? 0) + 1;
  references.set(key, times);
  const number = [...references.keys()].indexOf(key) + 1;
  const id = idOf(key);
  const again = times > 1 ? `-${times}` : '';
  return `<sup><a href="#user-content-fn-${id}" id="user-content-fnref-${id}${again}" data-footnote-ref aria-describedby="footnote-label">${number}</a></sup>`;
}

/** The footnotes that were referred to, in that order; one may refer to another. */
export function writeFootnotes(
  definitions: ReadonlyMap<string, FootnoteDefinition>,
  references: FootnoteReferences,
  writeBlocks: (parent: Parent) => string[],
): string {
  const written = new Map<string, { readonly blocks: string[]; readonly endsInText: boolean }>();
  // The map grows while the notes are written, and its iteration goes on with what is added.
  for (const [key] of references) {
    const definition = definitions.get(key);
    if (!definition) continue;
    const endsInText = definition.children.at(-1)?.type === 'paragraph';
    written.set(key, { blocks: writeBlocks(definition), endsInText });
  }
  if (written.size === 0) return '';
  const numbers = [...references.keys()];
  const items = [...written].map(([key, { blocks, endsInText }]) => {
    const back = backReferences(idOf(key), numbers.indexOf(key) + 1, references.get(key) ?? 1);
    const last = blocks.at(-1);
    const parts =
      endsInText && last
        ? [...blocks.slice(0, -1), last.replace(/<\/p>$/, ` ${back.join('')}</p>`)]
        : [...blocks, ...back];
    return `<li id="user-content-fn-${idOf(key)}">\n${parts.join('\n')}\n</li>\n`;
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
