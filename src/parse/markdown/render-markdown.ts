import type { Root } from 'mdast';
import { remark } from 'remark';
import remarkHtml from 'remark-html';
import { markdownToMdast } from 'satteri';
import type { Problem } from '../../core/problem.js';
import type { Body, BodyInfo, Slot } from '../../core/types.js';
import { firstWords } from './excerpt.js';
import { figures } from './figures.js';
import { forgetPlaces } from './forget-places.js';
import { handlers } from './handlers.js';
import { headings } from './headings.js';
import { links } from './links.js';
import type { Notes, Step } from './notes.js';
import { numbers } from './numbers.js';
import { pasted } from './pasted.js';
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
  firstWords,
  figures,
  links,
  numbers,
  headings,
  forgetPlaces,
];

/** satteri stands in remark-parse's place: the same tree, ten times sooner (test/parse/parser-agreement.test.ts). */
const parser = (text: string): Root => markdownToMdast(text, { features: { frontmatter: false } }) as Root;

const processor = remark()
  .use(function useParser() {
    this.parser = parser;
  })
  .use(remarkHtml, { handlers, sanitize: schema })
  .freeze();

/**
 * Control characters that are no white space (U+0000 marks slots, the rest would make invalid HTML), and marks
 * that turn the direction of all text behind them.
 */
const UNWANTED =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g;

/** Renders one body. `firstLine` is the line of the file on which it begins. */
export function renderMarkdown(
  source: string,
  firstLine: number,
): { body: Body; info: Omit<BodyInfo, 'hash'>; problems: Problem[] } {
  const notes: Notes = { source, firstLine, problems: [], slots: [], anchors: [], excerpt: '' };
  // Each is replaced by one character, so that places stay right.
  const tree = processor.parse(source.replace(UNWANTED, '\ufffd'));
  for (const step of steps) step(tree, notes);
  const html = processor.stringify(tree).trimEnd();
  const slots: Slot[] = [];
  const body = html.replace(/\u0000(\d+)\u0000/g, (_, n) => {
    slots.push(notes.slots[Number(n)] as Slot);
    return '\u0000';
  });
  const { anchors, excerpt, problems } = notes;
  return { body, info: { slots, anchors, excerpt }, problems };
}
