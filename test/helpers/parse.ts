import type { Kind, Slot } from '../../src/core/types.js';
import { type ParsedFile, parseEntry } from '../../src/parse/parse-entry.js';

const ZONE = 'Asia/Ho_Chi_Minh';
const FIELDS: Readonly<Record<Kind, string>> = {
  article: 'title: Tin thử\ntimestamp: 10:19 22/5/2024\ncategory: Tin tức',
  document:
    'number: 214-KH/TU\ntype: Kế hoạch\nissuer: Thành ủy\nissued: 26/3/2024\nsummary: về Diễn đàn\nfiles: [a.pdf]',
  poll: 'question: Thế nào?\noptions: [Tốt, Khá]\nopens: 1/5/2024',
  page: 'title: Giới thiệu',
};

export function parse(text: string | Uint8Array, kind: Kind = 'article'): ParsedFile {
  return parseEntry(typeof text === 'string' ? new TextEncoder().encode(text) : text, { kind, zone: ZONE });
}

/** The fields of an entry of this kind with these lines beside the required ones, or what is told: `4:8 code`. */
export function fieldsOf(kind: Kind, lines = ''): unknown {
  const result = parse(`---\n${FIELDS[kind]}\n${lines}\n---\n`, kind);
  return result.problems.length > 0 ? toldBy(result) : result.parsed?.fields;
}

/** The fields of an entry that has these lines only, or what is told. */
export function fieldsAlone(kind: Kind, lines: string): unknown {
  const result = parse(`---\n${lines}\n---\n`, kind);
  return result.problems.length > 0 ? toldBy(result) : result.parsed?.fields;
}

export function toldBy({ problems }: ParsedFile): string[] {
  return problems.map(({ code, place }) => `${place?.line}:${place?.column} ${code}`);
}

export interface RenderedBody {
  /** The HTML, each slot shown in braces: `{link b.md}`. */
  readonly html: string;
  /** The HTML between the slots. */
  readonly chunks: readonly string[];
  readonly slots: readonly Slot[];
  readonly anchors: readonly string[];
  readonly excerpt: string;
  /** What is told of the body; lines count from its first. */
  readonly told: readonly string[];
}

const HEAD = `---\n${FIELDS.article}\n---\n`;
const HEAD_LINES = HEAD.split('\n').length - 1;

/** The body of an article, rendered. */
export function render(markdown: string): RenderedBody {
  const result = parse(`${HEAD}${markdown}`);
  const told = result.problems.map(
    ({ code, place }) => `${(place?.line ?? 0) - HEAD_LINES}:${place?.column} ${code}`,
  );
  if (!result.body || !result.parsed)
    return { html: '', chunks: [], slots: [], anchors: [], excerpt: '', told };
  const chunks = Buffer.from(result.body).toString('utf8').split('\0');
  const { slots, anchors, excerpt } = result.parsed.body;
  const html = chunks.map((chunk, i) => chunk + (slots[i] ? shown(slots[i]) : '')).join('');
  return { html, chunks, slots, anchors, excerpt, told };
}

export function typeOf(slot: Slot): string {
  return typeof slot === 'string' ? 'number' : slot.type;
}

function shown(slot: Slot): string {
  if (typeof slot === 'string') return `{number ${slot}}`;
  switch (slot.type) {
    case 'link':
      return `{link ${slot.url}}`;
    case 'link-end':
      return '{/link}';
    case 'image':
      return `{image ${slot.url} “${slot.alt}”}`;
    case 'number':
      return `{number ${slot.number}${slot.day ? ` ${slot.day}` : ''}}`;
  }
}
