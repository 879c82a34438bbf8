import type { Document, Named, Output } from '../core/types.js';
import type { FacetItem } from '../core/views.js';
import { hrefOf, type Plan } from './context.js';
import { documentListOutputs } from './list-pages.js';

export const DOCUMENTS = '/van-ban/';
export const NEW_DOCUMENTS = '/van-ban-moi/';

const HEADING = 'Văn bản';

/** The library: all documents, and by type, year, issuer and field; and the index of new documents. */
export function libraryOutputs(plan: Plan): Output[] {
  const { site } = plan;
  const top = { label: HEADING, href: hrefOf(site, DOCUMENTS) };
  const groups: [string, readonly Named<Document>[]][] = [
    ['Theo loại văn bản', site.types],
    ['Theo năm', site.years],
    ['Theo cơ quan ban hành', site.issuers],
    ['Theo lĩnh vực', site.fields],
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
    ...documentListOutputs(plan, site.documents, { heading: HEADING, address: DOCUMENTS }, facets(DOCUMENTS)),
    ...documentListOutputs(plan, site.documents, { heading: 'Văn bản mới', address: NEW_DOCUMENTS }, []),
    ...lists.flatMap(({ name, address, entries }) =>
      documentListOutputs(
        plan,
        entries,
        { heading: `${HEADING}: ${name}`, address, above: [top] },
        facets(address),
      ),
    ),
  ];
}
