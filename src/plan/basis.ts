/** What news pages are made from beside articles and their places in lists; see `TemplateRecipe`. */
import { hash } from '../core/hash.js';
import type { Media, Site } from '../core/types.js';
import { pollBox } from './poll-box.js';

/** Names and their places, the menu, numbers of documents, polls and what time makes of them, pictures and files, all settings. */
export function commonBasis(site: Site, media: Media): string {
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
