import { markdownToMdast } from 'satteri';
import { remark } from 'remark';
import remarkHtml from 'remark-html';
import { VFile } from 'vfile';
import type { Root } from 'mdast';
import { hash } from '../../core/hash.js';
import type { Problem } from '../../core/problem.js';
import type { Body, BodyInfo, Slot } from '../../core/types.js';
import { excerpt } from '../../core/text.js';
import { figures } from './figures.js';
import { handlers } from './handlers.js';
import { headings } from './headings.js';
import { links } from './links.js';
import { notesOf, type Notes, type Step } from './notes.js';
import { numbers } from './numbers.js';
import { pasted } from './pasted.js';
import { plainText } from './plain-text.js';
import { rawHtml } from './raw-html.js';
import { references } from './references.js';
import { schema } from './sanitize-schema.js';
import { tidy } from './tidy.js';

/** The steps over the tree, in order: each sees what the ones before it left. */
const steps: readonly Step[] = [
  pasted,
  tidy,
  rawHtml,
  references,
  plainText,
  figures,
  links,
  numbers,
  headings,
];

/** satteri stands in remark-parse's place: the same tree, ten times sooner (test/parse/parser-agreement.test.ts). */
const parser = (text: string): Root => markdownToMdast(text, { features: { frontmatter: false } }) as Root;

const processor = remark()
  .use(function useParser() {
    this.parser = parser;
  })
  .use(() => (tree: Root, file: VFile) => {
    for (const step of steps) step(tree, notesOf(file));
  })
  .use(remarkHtml, { handlers, sanitize: schema })
  .freeze();

const EXCERPT_LENGTH = 200;
/** Control characters that are no white space; U+0000 marks slots, the rest would make invalid HTML. */
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g;
/** Marks that turn the direction of all text behind them. */
const DIRECTIONS = /[\u202a-\u202e\u2066-\u2069]/g;

/** Renders one body. `firstLine` is the line of the file on which it begins. */
export function renderMarkdown(
  source: string,
  firstLine: number,
): { body: Body; info: BodyInfo; problems: Problem[] } {
  const notes: Notes = { source, firstLine, problems: [], slots: [], anchors: [], text: '' };
  // Each is replaced by one character, so that places stay right.
  const file = new VFile({ value: source.replace(CONTROLS, '\ufffd').replace(DIRECTIONS, '\u200b') });
  file.data.notes = notes;
  const { chunks, slots } = cut(String(processor.processSync(file)).trimEnd(), notes.slots);
  const body: Body = { chunks, text: notes.text };
  const info: BodyInfo = {
    hash: hash(JSON.stringify(body)),
    slots,
    anchors: notes.anchors,
    excerpt: excerpt(notes.text, EXCERPT_LENGTH),
  };
  return { body, info, problems: notes.problems };
}

/** Cuts rendered HTML at its slots, which come out in the order of the page. */
function cut(html: string, known: readonly Slot[]): { chunks: string[]; slots: Slot[] } {
  const parts = html.split(/\u0000(\d+)\u0000/);
  const chunks = parts.filter((_, i) => i % 2 === 0);
  const slots = parts.filter((_, i) => i % 2 === 1).map((n) => known[Number(n)] as Slot);
  return { chunks, slots };
}
