/** What pages tell to programs that read them: search engines, those that show a link, libraries. */
import { isoMoment } from '../core/format-time.js';
import type { Moment, Site } from '../core/types.js';
import type { LinkItem, PageMeta, ShareImage } from '../core/views.js';

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
  PageMeta,
  'type' | 'published' | 'modified' | 'date' | 'creator' | 'publisher' | 'identifier' | 'image' | 'data'
>;
type Page = Pick<PageMeta, 'name' | 'canonical' | 'description' | 'breadcrumbs'>;

export function metadata(site: Site, page: Page, facts: EntryFacts | undefined): Told {
  const zone = site.settings.timezone;
  const published = facts?.published && isoMoment(facts.published, zone);
  const modified = facts?.modified && isoMoment(facts.modified, zone);
  const told = {
    type: facts?.type === 'NewsArticle' ? 'article' : 'website',
    published,
    modified,
    date: facts?.issued ?? published ?? modified,
    creator: facts?.creator,
    publisher: site.settings.organisation.name,
    identifier: facts?.identifier ?? page.canonical,
    image: facts?.image && shareImage(site, facts.image),
  };
  return { ...told, data: structuredData(site, page, facts, told) };
}

/** A whole address for one of the site's own, where it is known where the site will be. */
function wholeAddress({ settings }: Site, href: string): string | undefined {
  return settings.baseUrl && new URL(settings.baseUrl).origin + href;
}

/** The picture that is shown with a link to the page. */
function shareImage(site: Site, image: ShareImage): Told['image'] {
  const src = wholeAddress(site, image.src);
  return src ? { ...image, src } : undefined;
}

/** schema.org as one block of JSON-LD; `<` is escaped, so that no text of an entry can end the block. */
function structuredData(
  site: Site,
  page: Page,
  facts: EntryFacts | undefined,
  told: Omit<Told, 'data'>,
): string | undefined {
  const parts = [
    ...(facts ? [article(site, page, facts, told)] : []),
    ...(page.canonical && page.breadcrumbs.length > 0 ? [breadcrumbs(site, page)] : []),
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

function article(site: Site, page: Page, facts: EntryFacts, told: Omit<Told, 'data'>): object {
  const { name, canonical, description } = page;
  const isNews = facts.type === 'NewsArticle';
  return {
    '@type': facts.type,
    [isNews ? 'headline' : 'name']: name,
    url: canonical,
    description,
    datePublished: told.published ?? facts.issued,
    dateModified: told.modified,
    image: told.image?.src,
    // Whether a person or a body wrote it is not known: a name is all that the field says.
    author: facts.creator && { name: facts.creator },
    publisher: told.publisher && { '@type': 'GovernmentOrganization', name: told.publisher },
    articleSection: facts.section,
    keywords: facts.keywords?.length ? facts.keywords : undefined,
    identifier: facts.identifier,
    isBasedOn: facts.basedOn,
    // Entries are Vietnamese, whatever language the theme speaks.
    inLanguage: 'vi',
    isPartOf: site.settings.baseUrl && {
      '@type': 'WebSite',
      name: site.settings.title,
      url: site.settings.baseUrl,
    },
  };
}

function breadcrumbs(site: Site, { breadcrumbs: above, name, canonical }: Page): object {
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
