import { nameKey } from '../core/text.js';
import type { Article, Media, Named, PublishedFile, Site } from '../core/types.js';
import type { NewsItem } from '../core/views.js';

/** What every kind of page plans from. */
export interface Plan {
  readonly site: Site;
  readonly media: Media;
  /** Of all that news pages are made from beside articles and their places in lists; see `TemplateRecipe`. */
  readonly basis: string;
  readonly categoryOf: (article: Article) => Named<Article>;
  readonly newsItems: Map<Article, NewsItem>;
}

/** `basis` as `commonBasis` gives it. */
export function planContext(site: Site, media: Media, basis: string): Plan {
  const byKey = new Map(site.categories.map((category) => [nameKey(category.name), category]));
  const none: Named<Article> = { name: '', slug: '', address: '/', entries: [] };
  return {
    site,
    media,
    basis,
    categoryOf: (article) => byKey.get(nameKey(article.fields.category)) ?? none,
    newsItems: new Map(),
  };
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
