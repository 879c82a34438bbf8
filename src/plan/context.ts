import { hash } from '../core/hash.js';
import { nameKey } from '../core/text.js';
import type { Article, Media, Named, PublishedFile, Site } from '../core/types.js';
import type { NewsItem } from '../core/views.js';
import { pollBox } from './poll-box.js';

/** What every kind of page plans from. */
export interface Plan {
  readonly site: Site;
  readonly media: Media;
  /** Of all that news pages are made from beside articles and their places in lists; see `TemplateRecipe`. */
  readonly basis: string;
  readonly categoryOf: (article: Article) => Named<Article>;
  readonly newsItems: Map<Article, NewsItem>;
}

export function planContext(site: Site, media: Media): Plan {
  const byKey = new Map(site.categories.map((category) => [nameKey(category.name), category]));
  const none: Named<Article> = { name: '', slug: '', address: '/', entries: [] };
  return {
    site,
    media,
    basis: commonBasis(site, media),
    categoryOf: (article) => byKey.get(nameKey(article.fields.category)) ?? none,
    newsItems: new Map(),
  };
}

/** Names and their places, the menu, numbers of documents, polls and what time makes of them, pictures and files, all settings. */
function commonBasis(site: Site, media: Media): string {
  const lists = [...site.categories, ...site.tags].map(({ name, slug, address }) => [name, slug, address]);
  const polls = [...site.polledIn].map(([file, poll]) => [file, pollBox(site, poll)]);
  const files = [...site.files.values()].map(({ source, address, uses }) => [
    source.file,
    source.size,
    address,
    [...uses].sort(),
  ]);
  const numbers = site.documents.map(({ fields, address }) => [fields.number, fields.issued, address]);
  const { hashes, pictures } = media;
  const all = [site.settings, lists, site.menu, numbers, polls, files, [...hashes], [...pictures]];
  return hash(JSON.stringify(all));
}

/** An address as a page writes it: under the base path; whole URLs as they are. */
export function hrefOf(site: Site, address: string): string {
  return address.startsWith('/') ? `${site.settings.basePath}${address}` : address;
}

/** The file of `dist/` that answers at an address. */
export function pathOf(address: string): string {
  const path = address.startsWith('/') ? address.slice(1) : address;
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}

export function publishedFile(site: Site, entryFile: string, written: string): PublishedFile | undefined {
  const folder = entryFile.slice(0, entryFile.lastIndexOf('/'));
  return site.files.get(joinPath(written.startsWith('/') ? 'content' : folder, written));
}

function joinPath(folder: string, written: string): string {
  const parts: string[] = [];
  for (const part of `${folder}/${decodePath(written)}`.split(/[/\\]/)) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

function decodePath(text: string): string {
  try {
    return decodeURIComponent(text).normalize('NFC');
  } catch {
    return text;
  }
}
