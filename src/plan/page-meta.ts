import type { Named, ResolvedMenuItem, Site } from '../core/types.js';
import type { LinkItem, PageMeta } from '../core/views.js';
import { hrefOf } from './context.js';

interface MetaOptions {
  readonly description?: string | undefined;
  readonly noindex?: boolean;
  /** From home down to the page above this one. */
  readonly above?: readonly LinkItem[];
}

export function pageMeta(site: Site, title: string, address: string, options: MetaOptions = {}): PageMeta {
  const { settings } = site;
  const isHome = address === '/';
  const section = sectionOf(site, address);
  const { above = [] } = options;
  return {
    title: isHome || title === settings.title ? settings.title : `${title} - ${settings.title}`,
    address: hrefOf(site, address),
    canonical: settings.baseUrl && `${settings.baseUrl.replace(/\/+$/, '')}${address}`,
    description: options.description,
    section: section && hrefOf(site, section),
    inSection: section !== address,
    noindex: options.noindex ?? false,
    // Home alone is one press away in the menu: it is a path only with something below it.
    breadcrumbs:
      above.length === 0 ? [] : [{ label: settings.words.home, href: hrefOf(site, '/') }, ...above],
  };
}

export function crumb(site: Site, list: Pick<Named, 'name' | 'address'>): LinkItem {
  return { label: list.name, href: hrefOf(site, list.address) };
}

/** The menu item that a page stands under: the one whose address is the longest beginning of the page's own. */
function sectionOf(site: Site, address: string): string | undefined {
  if (address === '/') return '/';
  let best = '';
  const look = (items: readonly ResolvedMenuItem[]) => {
    for (const { href, children } of items) {
      if (href.length > best.length && href !== '/' && address.startsWith(href)) best = href;
      look(children);
    }
  };
  look(site.menu);
  return best || undefined;
}
