import { endOf } from '../core/time.js';
import type { ResolvedMenuItem, Site } from '../core/types.js';
import type { LinkItem, SharedView } from '../core/views.js';
import { ARCHIVE } from './archive.js';
import type { PlannedAssets } from './assets.js';
import { metaPolicy } from './content-policy.js';
import { hrefOf, type Plan, publishedFile } from './context.js';
import { documentItem } from './items.js';
import { DOCUMENTS, NEW_DOCUMENTS } from './library.js';
import { NEWS } from './news.js';
import { pollBox, sitePoll } from './poll-box.js';
import { POLLS } from './polls.js';
import { SITE_MAP } from './site-map.js';
import { TAGS } from './tags.js';

const NEW_DOCUMENT_COUNT = 5;

type MenuLink = Pick<ResolvedMenuItem, 'label' | 'href'>;

/** What all pages share. Nothing in it comes from articles, so a new article does not touch every page. */
export function sharedView(plan: Plan, assets: PlannedAssets): SharedView {
  const { site } = plan;
  const { settings } = site;
  const href = (address: string) => hrefOf(site, address);
  const poll = sitePoll(site);
  const view: SharedView['site'] = {
    title: settings.title,
    lang: settings.lang,
    home: href('/'),
    organisation: organisationView(site),
    icon: iconHref(site),
    menu: menuView(site),
    links: settings.links.map(({ label, url }) => ({ label, href: url })),
    banner: bannerText(site),
    robots: settings.robots,
    policy: metaPolicy(site),
    stylesheets: assets.stylesheets.map((address) => ({ href: href(address) })),
    scripts: assets.scripts.map((address) => ({ src: href(address) })),
    newDocuments: site.documents.slice(0, NEW_DOCUMENT_COUNT).map((document) => documentItem(plan, document)),
    poll: poll && pollBox(site, poll),
    addresses: {
      news: href(NEWS),
      newDocuments: href(NEW_DOCUMENTS),
      documents: href(DOCUMENTS),
      polls: href(POLLS),
      archive: href(ARCHIVE),
      tags: href(TAGS),
      siteMap: href(SITE_MAP),
    },
  };
  return { site: view, words: settings.words };
}

function organisationView(site: Site): SharedView['site']['organisation'] {
  const { emblem: _, phone, ...rest } = site.settings.organisation;
  return {
    ...rest,
    emblem: emblemHref(site),
    phone,
    phoneHref: phone && `tel:${phone.replace(/[^\d+]/g, '')}`,
  };
}

/** The icon that the site ships for browsers, else its emblem. */
function iconHref(site: Site): string | undefined {
  const icon = site.publicFiles.find(({ file }) => /^content\/public\/favicon\.\w+$/.test(file));
  return icon ? hrefOf(site, icon.file.slice('content/public'.length)) : emblemHref(site);
}

function emblemHref(site: Site): string | undefined {
  const { emblem } = site.settings.organisation;
  const file = emblem === undefined ? undefined : publishedFile(site, 'content/site.yaml', emblem);
  return file && hrefOf(site, file.address);
}

/** Home comes first, whether the menu names it or not. */
function menuView(site: Site): SharedView['site']['menu'] {
  const home = site.menu.find(({ href }) => href === '/') ?? {
    label: site.settings.words.home,
    href: '/',
    children: [],
  };
  return [home, ...site.menu.filter((item) => item !== home)].map(({ label, href, children }) => ({
    ...linkView(site, { label, href }),
    children: withOwnPage({ label, href }, children).map((child) => linkView(site, child)),
  }));
}

/** An item that opens is no link itself, so its own page is the first below it, unless one of these leads there. */
function withOwnPage(own: MenuLink, children: readonly MenuLink[]): readonly MenuLink[] {
  const hasOwn = children.length === 0 || children.some(({ href }) => href === own.href);
  return hasOwn ? children : [own, ...children];
}

function linkView(site: Site, { label, href }: MenuLink): LinkItem {
  return { label, href: hrefOf(site, href) };
}

function bannerText({ settings, now }: Site): string | undefined {
  const { banner, timezone } = settings;
  if (!banner || (banner.from && banner.from.at > now)) return undefined;
  return banner.until && endOf(banner.until, timezone) <= now ? undefined : banner.text;
}
