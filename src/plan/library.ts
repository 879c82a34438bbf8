import type { Document, Named, Output } from '../core/types.js';
import type { FacetItem } from '../core/views.js';
import { fill } from '../core/words.js';
import { hrefOf, type Plan } from './context.js';
import { documentListOutputs } from './list-pages.js';

export const DOCUMENTS = '/van-ban/';
export const NEW_DOCUMENTS = '/van-ban-moi/';

/** The library: all documents, and by type, year, issuer and field; and the index of new documents. */
export function libraryOutputs(plan: Plan): Output[] {
  const { site } = plan;
  const { words } = site.settings;
  const top = { label: words.documents, href: hrefOf(site, DOCUMENTS) };
  const groups: [string, readonly Named<Document>[]][] = [
    [words.byType, site.types],
    [words.byYear, site.years],
    [words.byIssuer, site.issuers],
    [words.byField, site.fields],
  ];
  const facets = (current: string): FacetItem[] =>
    groups
      .filter(([, lists]) => lists.length > 0)
      .map(([label, lists]) => ({
        label,
        items: lists.map(({ name, address, entries }) => ({
          label: name,
          href: hrefOf(site, address),
          count: entries.length,
          current: address === current,
        })),
      }));
  const lists = groups.flatMap(([, named]) => named);
  return [
    ...documentListOutputs(
      plan,
      site.documents,
      { heading: words.documents, address: DOCUMENTS },
      facets(DOCUMENTS),
    ),
    ...documentListOutputs(plan, site.documents, { heading: words.newDocuments, address: NEW_DOCUMENTS }, []),
    ...lists.flatMap(({ name, address, entries }) =>
      documentListOutputs(
        plan,
        entries,
        { heading: fill(words.documentsOf, { name }), address, above: [top] },
        facets(address),
      ),
    ),
  ];
}
