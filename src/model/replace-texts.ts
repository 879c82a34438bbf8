import type { Problem } from '../core/problem.js';
import type { Article, DocumentRelations, Entry, Named, Parsed, Site, StandingPage } from '../core/types.js';
import { printOf, slugOf } from './entry.js';

/** An entry's file, and what it held and holds. */
export interface Edit {
  readonly file: string;
  readonly before?: Parsed | undefined;
  readonly after?: Parsed | undefined;
}

/**
 * The site after edits of texts that no other entry depends on: titles, summaries, words of bodies. It is what
 * modelling it anew would give, and takes no longer for a large site. Undefined where an edit may reach further.
 * `problems` are those of the model: one in an edited file may have moved or gone.
 */
export function replaceTexts(
  site: Site,
  problems: readonly Problem[],
  edits: readonly Edit[],
): Site | undefined {
  const faulty = new Set(problems.map(({ file }) => file));
  let replaced: Site | undefined = site;
  for (const { file, before, after } of edits) {
    if (before && before === after) continue;
    if (!before || !after || faulty.has(file) || frameOf(file, before) !== frameOf(file, after))
      return undefined;
    replaced = replaced && replaceText(replaced, file, before, after);
  }
  return replaced;
}

function replaceText(site: Site, file: string, before: Parsed, after: Parsed): Site | undefined {
  // Others link to documents and polls as they are, so they are left to the model.
  if (after.kind === 'page') {
    const old = site.pages.find((page) => page.fields === before.fields && page.file === file);
    if (!old) return undefined;
    const page: StandingPage = { ...old, fields: after.fields, ...textOf(old, after) };
    return { ...site, pages: withNew(site.pages, old, page) };
  }
  if (after.kind !== 'article') return undefined;
  const old = site.articles.find((article) => article.fields === before.fields && article.file === file);
  if (!old) return undefined;
  const article: Article = { ...old, fields: after.fields, ...textOf(old, after) };
  const inLists = (lists: readonly Named<Article>[]) => lists.map((list) => inList(list, old, article));
  return {
    ...site,
    articles: withNew(site.articles, old, article),
    categories: inLists(site.categories),
    tags: old.fields.tags ? inLists(site.tags) : site.tags,
    relations: old.body.slots.some((slot) => typeof slot === 'string' || slot.type === 'number')
      ? new Map([...site.relations].map(([name, of]) => [name, inCitations(of, old, article)]))
      : site.relations,
  };
}

function textOf({ file, address }: Entry, { body }: Parsed): Pick<Entry, 'body' | 'print'> {
  return { body, print: printOf(file, address, body) };
}

function withNew<E extends Entry>(entries: readonly E[], old: E, entry: E): readonly E[] {
  const at = entries.indexOf(old);
  return at < 0 ? entries : entries.with(at, entry);
}

function inList(list: Named<Article>, old: Article, article: Article): Named<Article> {
  const entries = withNew(list.entries, old, article);
  return entries === list.entries ? list : { ...list, entries };
}

function inCitations(relations: DocumentRelations, old: Article, article: Article): DocumentRelations {
  const citedBy = withNew(relations.citedBy, old, article);
  return citedBy === relations.citedBy ? relations : { ...relations, citedBy };
}

/** All of an entry that the model looks at, as one text. */
function frameOf(file: string, parsed: Parsed): string {
  const { slots, anchors } = parsed.body;
  const {
    title: _,
    summary: __,
    author: ___,
    source: ____,
    updated: _____,
    ...fields
  } = { ...NO_TEXTS, ...parsed.fields };
  const places = slots.map((slot) => (typeof slot === 'string' ? slot : { ...slot, place: undefined }));
  return JSON.stringify([parsed.kind, slugOf(file, parsed), fields, places, anchors]);
}

/** The fields that only the entry's own page and lists print. */
const NO_TEXTS = { title: '', summary: '', author: '', source: '', updated: '' };
