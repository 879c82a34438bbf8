import type { Named, ResolvedMenuItem, Site } from '../core/types.js';
import type { LinkItem, PlannedMeta } from '../core/views.js';
import { hrefOf } from './context.js';
import { type EntryFacts, metadata, organisationData } from './metadata.js';

interface MetaOptions {
  readonly description?: () => string | undefined;
  readonly noindex?: boolean;
  /** From home down to the page above this one. */
  readonly above?: readonly LinkItem[];
  /** On the pages of entries: what their fields say. */
  readonly facts?: () => EntryFacts;
}

export function pageMeta(site: Site, name: string, address: string, options: MetaOptions = {}): PlannedMeta {
  const { settings } = site;
  const isHome = address === '/';
  const { above = [], description = () => undefined, noindex = false, facts } = options;
  const section = () => sectionOf(site, address);
  const canonical = settings.baseUrl && `${settings.baseUrl.replace(/\/+$/, '')}${address}`;
  // Home alone is one press away in the menu: it is a path only with something below it.
  const breadcrumbs = () =>
    above.length === 0 ? [] : [{ label: settings.words.home, href: hrefOf(site, '/') }, ...above];
  return {
    title: isHome || name === settings.title ? settings.title : `${name} - ${settings.title}`,
    name,
    address: hrefOf(site, address),
    canonical,
    description,
    section: () => {
      const found = section();
      return found && hrefOf(site, found);
    },
    inSection: () => section() !== address,
    noindex,
    breadcrumbs,
    ...metadata(site, { name, canonical, description, breadcrumbs }, facts),
    ...(isHome && { data: () => organisationData(site) }),
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
