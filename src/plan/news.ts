import type { Output } from '../core/types.js';
import type { Plan } from './context.js';
import { newsListOutputs } from './list-pages.js';

export const NEWS = '/cac-tin-khac/';

/** The index of all news, and a list for each category. */
export function newsOutputs(plan: Plan): Output[] {
  const { articles, categories } = plan.site;
  const all = newsListOutputs(plan, articles, {
    heading: 'Các tin khác',
    address: NEWS,
    intro: 'Tất cả tin, bài, mới nhất trước',
  });
  const lists = categories.map(({ name, address, description, entries }) =>
    newsListOutputs(plan, entries, { heading: name, address, intro: description }),
  );
  return [...all, ...lists.flat()];
}
