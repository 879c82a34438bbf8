import { nameKey } from '../core/text.js';
import type { Article, Output } from '../core/types.js';
import type { LinkItem, OwnView } from '../core/views.js';
import { fill } from '../core/words.js';
import { hrefOf, type Plan, pathOf } from './context.js';
import { newsListOutputs } from './list-pages.js';
import { crumb, pageMeta } from './page-meta.js';

export const TAGS = '/tu-khoa/';

export type TagLinks = (article: Article) => LinkItem[];

export function tagLinks({ site }: Plan): TagLinks {
  const links = new Map(site.tags.map((tag) => [nameKey(tag.name), crumb(site, tag)]));
  return (article) =>
    [...new Set((article.fields.tags ?? []).map(nameKey))].flatMap((key) => links.get(key) ?? []);
}

export function tagOutputs(plan: Plan): Output[] {
  const { site } = plan;
  const { words } = site.settings;
  const index: Output = {
    path: pathOf(TAGS),
    origin: TAGS,
    recipe: { type: 'template', template: 'tags', draw: () => ({ view: view(plan) }) },
  };
  const above = [{ label: words.tags, href: hrefOf(site, TAGS) }];
  const lists = site.tags.flatMap(({ name, address, entries }) =>
    newsListOutputs(plan, entries, { heading: fill(words.tagName, { name }), address, above }),
  );
  return [index, ...lists];
}

function view({ site }: Plan): OwnView<'tags'> {
  const { words } = site.settings;
  return {
    page: pageMeta(site, words.tags, TAGS),
    heading: words.tags,
    items: site.tags.map((tag) => ({ ...crumb(site, tag), count: tag.entries.length })),
    empty: words.noTags,
  };
}
