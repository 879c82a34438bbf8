import { formatMonth } from '../core/format-time.js';
import { groupBy } from '../core/order.js';
import { monthOf } from '../core/time.js';
import type { Article, Output } from '../core/types.js';
import type { OwnView } from '../core/views.js';
import { hrefOf, type Plan, pathOf } from './context.js';
import { newsListOutputs } from './list-pages.js';
import { pageMeta } from './page-meta.js';

export const ARCHIVE = '/luu-tru/';
const HEADING = 'Lưu trữ';

interface Month {
  readonly year: string;
  readonly month: string;
  readonly entries: readonly Article[];
}

/** The archive: all years, one year, one month; newest first throughout. */
export function archiveOutputs(plan: Plan): Output[] {
  const { site } = plan;
  const zone = site.settings.timezone;
  const months = [...groupBy(site.articles, (a) => monthOf(a.fields.timestamp.at, zone))].map(
    ([key, entries]): Month => ({ year: key.slice(0, 4), month: key.slice(5), entries }),
  );
  const years = [...groupBy(months, (m) => m.year)];
  const top = { label: HEADING, href: hrefOf(site, ARCHIVE) };
  return [
    page(plan, ARCHIVE, HEADING, years, []),
    ...years.map(([year, of]) =>
      page(plan, `${ARCHIVE}${year}/`, `${HEADING} năm ${year}`, [[year, of]], [top]),
    ),
    ...months.flatMap(({ year, month, entries }) => {
      const above = [top, { label: `Năm ${year}`, href: hrefOf(site, `${ARCHIVE}${year}/`) }];
      const heading = formatMonth(Number(year), Number(month));
      return newsListOutputs(plan, entries, { heading, address: `${ARCHIVE}${year}/${month}/`, above });
    }),
  ];
}

type Years = readonly [string, readonly Month[]][];

function page(
  plan: Plan,
  address: string,
  heading: string,
  years: Years,
  above: { label: string; href: string }[],
): Output {
  const draw = () => ({ view: view(plan, address, heading, years, above) });
  return { path: pathOf(address), origin: address, recipe: { type: 'template', template: 'archive', draw } };
}

function view(
  { site }: Plan,
  address: string,
  heading: string,
  years: Years,
  above: { label: string; href: string }[],
): OwnView<'archive'> {
  return {
    page: pageMeta(site, heading, address, { above }),
    heading,
    years: years.map(([year, months]) => ({
      year,
      href: hrefOf(site, `${ARCHIVE}${year}/`),
      count: months.reduce((sum, { entries }) => sum + entries.length, 0),
      months: months.map(({ month, entries }) => ({
        label: `Tháng ${Number(month)}`,
        href: hrefOf(site, `${ARCHIVE}${year}/${month}/`),
        count: entries.length,
      })),
    })),
    empty: 'Chưa có tin, bài nào.',
  };
}
