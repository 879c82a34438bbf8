import { endOf } from '../core/time.js';
import type { ResolvedMenuItem, Site } from '../core/types.js';
import type { SharedView } from '../core/views.js';
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

/** What all pages share. Nothing in it comes from articles, so a new article does not touch every page. */
export function sharedView(plan: Plan, assets: PlannedAssets): SharedView {
  const { site } = plan;
  const { settings } = site;
  const href = (address: string) => hrefOf(site, address);
  const poll = sitePoll(site);
  return {
    title: settings.title,
    lang: settings.lang,
    home: href('/'),
    organisation: organisationView(site),
    menu: site.menu.map((item) => menuView(site, item)),
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
}

function organisationView(site: Site): SharedView['organisation'] {
  const { emblem, phone, ...rest } = site.settings.organisation;
  const file = emblem === undefined ? undefined : publishedFile(site, 'content/site.yaml', emblem);
  return {
    ...rest,
    emblem: file && hrefOf(site, file.address),
    phone,
    phoneHref: phone && `tel:${phone.replace(/[^\d+]/g, '')}`,
  };
}

function menuView(site: Site, { label, href, children }: ResolvedMenuItem): SharedView['menu'][number] {
  return {
    label,
    href: hrefOf(site, href),
    children: children.map((child) => ({ label: child.label, href: hrefOf(site, child.href) })),
  };
}

function bannerText({ settings, now }: Site): string | undefined {
  const { banner, timezone } = settings;
  if (!banner || (banner.from && banner.from.at > now)) return undefined;
  return banner.until && endOf(banner.until, timezone) <= now ? undefined : banner.text;
}
