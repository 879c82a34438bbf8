import { formatDocumentDay, formatListDay } from '../core/format-time.js';
import type { Article, Document, Entry, Output, Poll, Site } from '../core/types.js';
import type { LinkItem, OwnView, Pager } from '../core/views.js';
import { hrefOf, type Plan, pathOf } from './context.js';
import { documentItem, newsItem } from './items.js';
import { pageMeta } from './page-meta.js';
import { type ListPage, paginate } from './paginate.js';
import { pollBox } from './poll-box.js';

/** What a list is called, wherever it is shown. */
export interface ListHead {
  readonly heading: string;
  readonly address: string;
  readonly intro?: string | undefined;
  readonly above?: readonly LinkItem[];
  /** Set when all its items are of one category, which then need not say so. */
  readonly ofOneCategory?: boolean;
}

export function newsListOutputs(plan: Plan, articles: readonly Article[], head: ListHead): Output[] {
  const view = (page: ListPage<Article>) => ({
    ...common(plan.site, head, page),
    showCategory: !head.ofOneCategory,
    items: page.entries.map((article) => newsItem(plan, article)),
    empty: plan.site.settings.words.noOtherNews,
  });
  const shown = JSON.stringify(head);
  const basis = ({ entries, ...place }: ListPage<Article>) =>
    [plan.basis, shown, JSON.stringify(place), ...entries.map(({ print }) => print)].join('\n');
  return listOutputs(plan, 'list', articles, head, view, basis);
}

export function documentListOutputs(
  plan: Plan,
  documents: readonly Document[],
  head: ListHead,
  facets: OwnView<'documents'>['facets'],
): Output[] {
  return listOutputs(plan, 'documents', documents, head, (page) => ({
    ...common(plan.site, head, page),
    items: page.entries.map((document) => documentItem(plan, document)),
    empty: plan.site.settings.words.noDocuments,
    facets,
  }));
}

export function pollListOutputs(plan: Plan, polls: readonly Poll[], head: ListHead): Output[] {
  return listOutputs(plan, 'polls', polls, head, (page) => ({
    ...common(plan.site, head, page),
    items: page.entries.map((poll) => pollBox(plan.site, poll)),
    empty: plan.site.settings.words.noPolls,
  }));
}

function listOutputs<E extends Entry>(
  plan: Plan,
  template: 'list' | 'documents' | 'polls',
  entries: readonly E[],
  head: ListHead,
  view: (page: ListPage<E>) => object,
  basis?: (page: ListPage<E>) => string,
): Output[] {
  return paginate(entries, plan.site.settings.pageSize, head.address).map((page) => ({
    path: pathOf(page.address),
    origin: head.address,
    recipe: {
      type: 'template',
      template,
      draw: () => ({ view: view(page) }),
      ...(basis && { basis: () => basis(page) }),
    },
  }));
}

function common<E extends Entry>(site: Site, head: ListHead, page: ListPage<E>) {
  const span = spanOf(site, page.entries);
  const isFirst = page.address === head.address;
  const title = isFirst ? head.heading : `${head.heading} (${span})`;
  return {
    page: pageMeta(site, title, page.address, { description: () => head.intro, above: head.above ?? [] }),
    heading: head.heading,
    intro: isFirst ? head.intro : undefined,
    pager: pagerOf(site, page, span),
  };
}

function pagerOf<E extends Entry>(site: Site, page: ListPage<E>, span: string): Pager | undefined {
  if (!page.newer && !page.older) return undefined;
  return {
    newer: page.newer && hrefOf(site, page.newer),
    older: page.older && hrefOf(site, page.older),
    span,
  };
}

/** `3-4-2024 – 22-5-2024`: readers see dates, not numbers of pages. */
function spanOf(site: Site, entries: readonly Entry[]): string {
  const [newest, oldest] = [entries[0], entries.at(-1)];
  if (!newest || !oldest) return '';
  const [from, to] = [dayOfEntry(site, oldest), dayOfEntry(site, newest)];
  return from === to ? to : `${from} – ${to}`;
}

function dayOfEntry({ settings }: Site, entry: Entry): string {
  const { timezone: zone, lang } = settings;
  if (entry.kind === 'document') return formatDocumentDay(entry.fields.issued, lang);
  if (entry.kind === 'article') return formatListDay(entry.fields.timestamp, zone, lang);
  return entry.kind === 'poll' ? formatListDay(entry.fields.opens, zone, lang) : '';
}
