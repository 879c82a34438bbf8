import { typeRank } from '../core/document-number.js';
import { byCodeUnit, byName, groupBy } from '../core/order.js';
import type { FieldPath, Problem } from '../core/problem.js';
import { nameKey } from '../core/text.js';
import type { Article, Document, Entry, EntryOf, Kind, Named, Settings, Site } from '../core/types.js';
import { type Names, type NameUse, settleNames } from './names.js';

/** Each spelling of a name in a field once. */
export function usesOf<E extends { readonly file: string }>(
  entries: Iterable<E>,
  field: string,
  names: (entry: E) => readonly string[],
): NameUse[] {
  const uses = new Map<string, { -readonly [Part in keyof NameUse]: NameUse[Part] }>();
  for (const entry of entries) {
    const written = names(entry);
    for (let i = 0; i < written.length; i++) {
      const name = written[i] ?? '';
      const at: FieldPath = field === 'tags' ? [field, i] : [field];
      const use = uses.get(name);
      if (use) use.count++;
      else uses.set(name, { name, file: entry.file, field: at, count: 1 });
    }
  }
  return [...uses.values()];
}

/** Groups entries under the settled names that they bear; the order within a group is the order of `entries`. */
function group<E extends Entry>(
  entries: readonly E[],
  names: Names,
  keysOf: (entry: E) => readonly string[],
  prefix: string,
): Named<E>[] {
  const groups = new Map<string, E[]>(names.keys.map((key) => [key, []]));
  for (const entry of entries) {
    for (const name of keysOf(entry)) {
      const members = groups.get(nameKey(name));
      // Two spellings of one name in one entry count once.
      if (members && members.at(-1) !== entry) members.push(entry);
    }
  }
  return [...groups].map(([key, members]) => {
    const slug = names.slugOf(key);
    const description = names.descriptionOf(key);
    return {
      name: names.nameOf(key),
      slug,
      address: `${prefix}${slug}/`,
      entries: members,
      ...(description && { description }),
    };
  });
}

function byIssueYear(documents: readonly Document[]): Named<Document>[] {
  const groups = groupBy(documents, (d) => d.fields.issued.slice(0, 4));
  return [...groups]
    .sort(([a], [b]) => Number(b) - Number(a))
    .map(([year, entries]) => ({ name: year, slug: year, address: `/van-ban/nam/${year}/`, entries }));
}

export type Lists = Pick<
  Site,
  | 'articles'
  | 'documents'
  | 'polls'
  | 'pages'
  | 'categories'
  | 'tags'
  | 'types'
  | 'years'
  | 'issuers'
  | 'fields'
>;

/** The published entries by kind, and under each name that they share. */
export function makeLists(
  published: readonly Entry[],
  categories: Names,
  settings: Settings,
  problems: Problem[],
): Lists {
  const of = <K extends Kind>(kind: K) => published.filter((e): e is EntryOf<K> & Entry => e.kind === kind);
  const articles: readonly Article[] = of('article');
  const documents: readonly Document[] = of('document');
  const named = <E extends Entry>(
    entries: readonly E[],
    field: string,
    prefix: string,
    namesOf: (e: E) => readonly string[],
  ) => {
    const settled = settleNames(usesOf(entries, field, namesOf));
    problems.push(...settled.problems);
    return group(entries, settled.names, namesOf, prefix).sort((a, b) => byName(a.name, b.name));
  };
  const order = new Map(settings.categories.map((item, i) => [nameKey(item.name), i]));
  const rank = (item: Named) => order.get(nameKey(item.name)) ?? order.size;
  const grouped = group(articles, categories, (a) => [a.fields.category], '/');
  return {
    articles,
    documents,
    polls: of('poll'),
    pages: [...of('page')].sort((a, b) => byCodeUnit(a.address, b.address)),
    categories: grouped.sort((a, b) => rank(a) - rank(b) || byName(a.name, b.name)),
    tags: named(articles, 'tags', '/tu-khoa/', (a) => a.fields.tags ?? []),
    types: named(documents, 'type', '/van-ban/loai/', (d) => [d.fields.type]).sort(
      (a, b) => typeRank(a.name) - typeRank(b.name),
    ),
    years: byIssueYear(documents),
    issuers: named(documents, 'issuer', '/van-ban/co-quan/', (d) => [d.fields.issuer]),
    fields: named(documents, 'field', '/van-ban/linh-vuc/', (d) => (d.fields.field ? [d.fields.field] : [])),
  };
}
