import { problem } from '../core/problem.js';
import { nameKey } from '../core/text.js';
import { monthOf } from '../core/time.js';
import type { Article, Entry, Named, Scan, Settings } from '../core/types.js';
import { type Addresses, addressTable, RESERVED } from './addresses.js';
import type { Lists } from './lists.js';
import type { Names } from './names.js';
import type { Sorted } from './sort-entries.js';

/** Gives every page, entry and public file its address; the files that entries refer to come later. */
export function assignAddresses(sorted: Sorted, lists: Lists, scan: Scan, settings: Settings): Addresses {
  const table = addressTable();
  for (const address of RESERVED) table.reserve(address);
  for (const category of lists.categories) addCategory(category, table, settings);
  for (const list of [lists.tags, lists.types, lists.years, lists.issuers, lists.fields])
    for (const { address } of list) table.reserve(address);
  const months = new Set(
    lists.articles.map((article) => monthOf(article.fields.timestamp.at, settings.timezone)),
  );
  for (const month of months) for (const address of archiveAddresses(month)) table.reserve(address);
  const own = (entry: Entry) => ({ file: entry.file, field: entry.fields.slug ? ['slug'] : [] });
  for (const entry of sorted.published) table.add(entry.address, own(entry));
  for (const entry of sorted.coming) table.add(entry.address, { ...own(entry), withheld: true });
  for (const { file } of scan.publicFiles) table.add(file.slice('content/public'.length), { file });
  for (const entry of sorted.hidden)
    for (const address of ownAddresses(entry, sorted.categories, settings))
      table.reserve(address, { file: entry.file, withheld: true });
  return table;
}

function addCategory({ name, address, entries }: Named<Article>, table: Addresses, settings: Settings): void {
  if (table.find(address)) {
    const listed = settings.categories.findIndex((item) => nameKey(item.name) === nameKey(name));
    const file = listed < 0 ? (entries[0]?.file ?? '') : 'site.yaml';
    const field = listed < 0 ? ['category'] : ['categories', listed, 'name'];
    const isRepeated = !(RESERVED as readonly string[]).includes(address);
    if (!isRepeated)
      table.problems.push(problem('entry/category-address', { name, address }, { file, field }));
    return;
  }
  table.add(address, { file: '', label: `“${name}”` });
  table.reserve(`${address}trang/`);
}

/** Addresses that are there once a withheld entry is: a link to one of them is not broken, only early. */
function ownAddresses(entry: Entry, categories: Names, settings: Settings): string[] {
  if (entry.kind !== 'article') return [entry.address];
  const category = `/${categories.slugOf(nameKey(entry.fields.category))}/`;
  const month = monthOf(entry.fields.timestamp.at, settings.timezone);
  return [entry.address, category, ...archiveAddresses(month)];
}

/** Addresses of the archive that the articles of a month (`2024-05`) stand in. */
function archiveAddresses(month: string): string[] {
  return [`/luu-tru/${month.slice(0, 4)}/`, `/luu-tru/${month.replace('-', '/')}/`];
}
