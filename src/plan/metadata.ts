/** What pages tell to programs that read them: search engines, those that show a link, libraries. */
import { isoMoment } from '../core/format-time.js';
import type { Moment, Site } from '../core/types.js';
import type { LinkItem, PlannedMeta, ShareImage } from '../core/views.js';

/** What an entry's fields say beside its title and address; what a field does not say is not told. */
export interface EntryFacts {
  readonly type: 'NewsArticle' | 'WebPage';
  readonly published?: Moment | undefined;
  readonly modified?: Moment | undefined;
  /** `2024-03-26`, where a document has its own day and no moment. */
  readonly issued?: string | undefined;
  readonly creator?: string | undefined;
  /** The number of a document; other entries are identified by their address. */
  readonly identifier?: string | undefined;
  readonly section?: string | undefined;
  readonly keywords?: readonly string[] | undefined;
  readonly basedOn?: string | undefined;
  readonly image?: ShareImage | undefined;
}

type Told = Pick<
  PlannedMeta,
  'type' | 'published' | 'modified' | 'date' | 'creator' | 'publisher' | 'identifier' | 'image' | 'data'
>;

/** What is known of a page beside the facts. */
interface Page {
  readonly name: string;
  readonly canonical: string | undefined;
  readonly description: () => string | undefined;
  readonly breadcrumbs: () => readonly LinkItem[];
}

/** A page's metadata; most of it is made only for templates that print it. */
export function metadata(site: Site, page: Page, factsOf: (() => EntryFacts) | undefined): Told {
  const publisher = site.settings.organisation.name;
  if (!factsOf) {
    const data = () => structuredData(site, page, undefined);
    return { type: 'website', publisher, identifier: page.canonical, data };
  }
  let known: EntryFacts | undefined;
  const facts = () => {
    known ??= factsOf();
    return known;
  };
  const iso = (moment: Moment | undefined) => moment && isoMoment(moment, site.settings.timezone);
  return {
    type: () => (facts().type === 'NewsArticle' ? 'article' : 'website'),
    published: () => iso(facts().published),
    modified: () => iso(facts().modified),
    date: () => facts().issued ?? iso(facts().published ?? facts().modified),
    creator: () => facts().creator,
    publisher,
    identifier: () => facts().identifier ?? page.canonical,
    image: () => shareImage(site, facts().image),
    data: () => structuredData(site, page, facts()),
  };
}

/** A whole address for one of the site's own, where it is known where the site will be. */
function wholeAddress({ settings }: Site, href: string): string | undefined {
  return settings.baseUrl && new URL(settings.baseUrl).origin + href;
}

/** The picture that is shown with a link to the page. */
function shareImage(site: Site, image: ShareImage | undefined): ShareImage | undefined {
  const src = image && wholeAddress(site, image.src);
  return src ? { ...image, src } : undefined;
}

/** schema.org as one block of JSON-LD; `<` is escaped, so that no text of an entry can end the block. */
function structuredData(site: Site, page: Page, facts: EntryFacts | undefined): string | undefined {
  const above = page.breadcrumbs();
  const parts = [
    ...(facts ? [article(site, page, facts)] : []),
    ...(page.canonical && above.length > 0 ? [breadcrumbs(site, page, above)] : []),
  ];
  return parts.length > 0 ? jsonBlock({ '@context': 'https://schema.org', '@graph': parts }) : undefined;
}

/** The body behind the site, for its front page. */
export function organisationData(site: Site): string | undefined {
  const { settings } = site;
  const { name, parent, address, phone, email } = settings.organisation;
  if (!name) return undefined;
  return jsonBlock({
    '@context': 'https://schema.org',
    '@type': 'GovernmentOrganization',
    name,
    url: settings.baseUrl,
    parentOrganization: parent && { '@type': 'GovernmentOrganization', name: parent },
    address,
    telephone: phone,
    email,
  });
}

function article(site: Site, { name, canonical, description }: Page, facts: EntryFacts): object {
  const { baseUrl, title, organisation, timezone: zone } = site.settings;
  const isNews = facts.type === 'NewsArticle';
  return {
    '@type': facts.type,
    [isNews ? 'headline' : 'name']: name,
    url: canonical,
    description: description(),
    datePublished: facts.published ? isoMoment(facts.published, zone) : facts.issued,
    dateModified: facts.modified && isoMoment(facts.modified, zone),
    image: shareImage(site, facts.image)?.src,
    // Whether a person or a body wrote it is not known: a name is all that the field says.
    author: facts.creator && { name: facts.creator },
    publisher: organisation.name && { '@type': 'GovernmentOrganization', name: organisation.name },
    articleSection: facts.section,
    keywords: facts.keywords?.length ? facts.keywords : undefined,
    identifier: facts.identifier,
    isBasedOn: facts.basedOn,
    // Entries are Vietnamese, whatever language the theme speaks.
    inLanguage: 'vi',
    isPartOf: baseUrl && { '@type': 'WebSite', name: title, url: baseUrl },
  };
}

function breadcrumbs(site: Site, { name, canonical }: Page, above: readonly LinkItem[]): object {
  const item = ({ label, href }: LinkItem, i: number) => ({
    '@type': 'ListItem',
    position: i + 1,
    name: label,
    item: wholeAddress(site, href),
  });
  const self = { '@type': 'ListItem', position: above.length + 1, name, item: canonical };
  return { '@type': 'BreadcrumbList', itemListElement: [...above.map(item), self] };
}

function jsonBlock(value: object): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
