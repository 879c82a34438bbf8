import { englishMonth } from '../core/format-time.js';
import { groupBy } from '../core/order.js';
import { monthOf } from '../core/time.js';
import type { Article, Output } from '../core/types.js';
import type { OwnView } from '../core/views.js';
import { fill } from '../core/words.js';
import { hrefOf, type Plan, pathOf } from './context.js';
import { newsListOutputs } from './list-pages.js';
import { pageMeta } from './page-meta.js';

export const ARCHIVE = '/luu-tru/';

interface Month {
  readonly year: string;
  readonly month: string;
  readonly entries: readonly Article[];
}

/** The archive: all years, one year, one month; newest first throughout. */
export function archiveOutputs(plan: Plan): Output[] {
  const { site } = plan;
  const { timezone: zone, words } = site.settings;
  const months = [...groupBy(site.articles, (a) => monthOf(a.fields.timestamp.at, zone))].map(
    ([key, entries]): Month => ({ year: key.slice(0, 4), month: key.slice(5), entries }),
  );
  const years = [...groupBy(months, (m) => m.year)];
  const top = { label: words.archive, href: hrefOf(site, ARCHIVE) };
  return [
    page(plan, ARCHIVE, words.archive, years, []),
    ...years.map(([year, of]) =>
      page(plan, `${ARCHIVE}${year}/`, fill(words.archiveYear, { year }), [[year, of]], [top]),
    ),
    ...months.flatMap(({ year, month, entries }) => {
      const above = [
        top,
        { label: fill(words.yearName, { year }), href: hrefOf(site, `${ARCHIVE}${year}/`) },
      ];
      const heading = fill(words.archiveMonth, { year, ...monthNames(month) });
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
        label: fill(site.settings.words.monthName, { year, ...monthNames(month) }),
        href: hrefOf(site, `${ARCHIVE}${year}/${month}/`),
        count: entries.length,
      })),
    })),
    empty: site.settings.words.noNews,
  };
}

/** `05` as each language writes it: a number in Vietnamese, a name in English. */
function monthNames(month: string) {
  return { month: Number(month), monthName: englishMonth(Number(month)) };
}
