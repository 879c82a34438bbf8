import { formatDocumentDay } from '../core/format-time.js';
import { nameKey } from '../core/text.js';
import { endOf } from '../core/time.js';
import type { Document, DocumentLink, DocumentRelations, Named, Output, Site } from '../core/types.js';
import type { OwnView } from '../core/views.js';
import { bodyOf } from './body.js';
import { hrefOf, type Plan, pathOf } from './context.js';
import { documentItem, documentTitle, newsItem, timeItem } from './items.js';
import { DOCUMENTS } from './library.js';
import { crumb, pageMeta } from './page-meta.js';

export function documentOutputs(plan: Plan): Output[] {
  return plan.site.documents.map((document) => ({
    path: pathOf(document.address),
    origin: document.file,
    recipe: {
      type: 'template',
      template: 'document',
      draw: () => ({ view: view(plan, document), body: bodyOf(plan, document) }),
    },
  }));
}

function view(plan: Plan, document: Document): Omit<OwnView<'document'>, 'body'> {
  const { site } = plan;
  const { number, type, issuer, issued, field, effective, expires, signer, comment, summary } =
    document.fields;
  const relations = site.relations.get(document.file);
  const { words, lang } = site.settings;
  const heading = documentTitle(words, document);
  const above = [
    crumb(site, { name: words.documents, address: DOCUMENTS }),
    { label: type, href: listHref(site, site.types, type) },
  ];
  return {
    ...documentItem(plan, document),
    page: pageMeta(site, heading, document.address, {
      description: () => summary,
      above,
      facts: () => ({ type: 'WebPage', issued, creator: issuer, identifier: number }),
    }),
    heading,
    typeHref: listHref(site, site.types, type),
    issuerHref: listHref(site, site.issuers, issuer),
    fieldHref: field && listHref(site, site.fields, field),
    effective: effective && formatDocumentDay(effective, lang),
    expires: expires && formatDocumentDay(expires, lang),
    signer,
    relations: relations ? relationGroups(site, relations) : [],
    comment: comment && commentView(site, comment),
    citedBy: (relations?.citedBy ?? []).map((article) => newsItem(plan, article)),
  };
}

function listHref(site: Site, lists: readonly Named[], name: string): string {
  const list = lists.find((item) => nameKey(item.name) === nameKey(name));
  return hrefOf(site, list?.address ?? DOCUMENTS);
}

function commentView(
  site: Site,
  comment: NonNullable<Document['fields']['comment']>,
): OwnView<'document'>['comment'] {
  const { opens, closes, address, email } = comment;
  const begun = !opens || opens.at <= site.now;
  const over = closes !== undefined && endOf(closes, site.settings.timezone) <= site.now;
  return {
    open: begun && !over,
    opens: opens && timeItem(site, opens),
    closes: closes && timeItem(site, closes),
    address,
    email,
  };
}

function relationGroups(site: Site, relations: DocumentRelations): OwnView<'document'>['relations'] {
  const { words } = site.settings;
  const groups: [string, readonly DocumentLink[], boolean][] = [
    [words.replacedBy, relations.replacedBy, true],
    [words.repealedBy, relations.repealedBy, true],
    [words.amendedBy, relations.amendedBy, true],
    [words.replaces, relations.replaces, false],
    [words.amends, relations.amends, false],
    [words.repeals, relations.repeals, false],
    [words.related, relations.related, false],
  ];
  return groups
    .filter(([, links]) => links.length > 0)
    .map(([label, links, important]) => ({
      label,
      important,
      items: links.map((link) => relationItem(site, link)),
    }));
}

function relationItem(site: Site, { text, document }: DocumentLink) {
  if (!document) return { text };
  const { number, summary } = document.fields;
  return { text: number ? `${number} ${summary}` : summary, href: hrefOf(site, document.address) };
}
