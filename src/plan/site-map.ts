import type { Output } from '../core/types.js';
import type { LinkItem, OwnView } from '../core/views.js';
import { ARCHIVE } from './archive.js';
import { hrefOf, type Plan, pathOf } from './context.js';
import { DOCUMENTS, NEW_DOCUMENTS } from './library.js';
import { NEWS } from './news.js';
import { crumb, pageMeta } from './page-meta.js';
import { POLLS } from './polls.js';
import { TAGS } from './tags.js';

export const SITE_MAP = '/so-do-trang/';

/** The site as a text tree. It names lists and standing pages, not articles: those are in the archive. */
export function siteMapOutput(plan: Plan): Output {
  return {
    path: pathOf(SITE_MAP),
    origin: SITE_MAP,
    recipe: { type: 'template', template: 'site-map', draw: () => ({ view: view(plan) }) },
  };
}

function view({ site }: Plan): OwnView<'site-map'> {
  const { words } = site.settings;
  const item = (label: string, address: string, children: LinkItem[] = []) => ({
    label,
    href: hrefOf(site, address),
    children,
  });
  const lists = (named: readonly { name: string; address: string }[]) =>
    named.map((list) => crumb(site, list));
  return {
    page: pageMeta(site, words.siteMap, SITE_MAP),
    heading: words.siteMap,
    items: [
      item(words.home, '/'),
      item(words.news, NEWS, lists(site.categories)),
      item(words.documents, DOCUMENTS, [
        ...lists(site.types),
        ...lists([{ name: words.newDocuments, address: NEW_DOCUMENTS }]),
      ]),
      item(words.polls, POLLS),
      item(words.archive, ARCHIVE),
      item(words.tags, TAGS),
      ...site.pages.map((page) => item(page.fields.title, page.address)),
    ],
  };
}
