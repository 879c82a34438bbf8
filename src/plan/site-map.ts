import type { Output } from '../core/types.js';
import type { LinkItem, OwnView } from '../core/views.js';
import { ARCHIVE } from './archive.js';
import { hrefOf, type Plan, pathOf } from './context.js';
import { DOCUMENTS, NEW_DOCUMENTS } from './library.js';
import { NEWS } from './news.js';
import { crumb, HOME_LABEL, pageMeta } from './page-meta.js';
import { POLLS } from './polls.js';
import { TAGS } from './tags.js';

export const SITE_MAP = '/so-do-trang/';
const HEADING = 'Sơ đồ trang';

/** The site as a text tree. It names lists and standing pages, not articles: those are in the archive. */
export function siteMapOutput(plan: Plan): Output {
  return {
    path: pathOf(SITE_MAP),
    origin: SITE_MAP,
    recipe: { type: 'template', template: 'site-map', draw: () => ({ view: view(plan) }) },
  };
}

function view({ site }: Plan): OwnView<'site-map'> {
  const item = (label: string, address: string, children: LinkItem[] = []) => ({
    label,
    href: hrefOf(site, address),
    children,
  });
  const lists = (named: readonly { name: string; address: string }[]) =>
    named.map((list) => crumb(site, list));
  return {
    page: pageMeta(site, HEADING, SITE_MAP),
    heading: HEADING,
    items: [
      item(HOME_LABEL, '/'),
      item('Tin, bài', NEWS, lists(site.categories)),
      item('Văn bản', DOCUMENTS, [
        ...lists(site.types),
        ...lists([{ name: 'Văn bản mới', address: NEW_DOCUMENTS }]),
      ]),
      item('Thăm dò ý kiến', POLLS),
      item('Lưu trữ', ARCHIVE),
      item('Từ khóa', TAGS),
      ...site.pages.map((page) => item(page.fields.title, page.address)),
    ],
  };
}
