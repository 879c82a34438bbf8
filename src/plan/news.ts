import type { Output } from '../core/types.js';
import type { Plan } from './context.js';
import { newsListOutputs } from './list-pages.js';

export const NEWS = '/cac-tin-khac/';

/** The index of all news, and a list for each category. */
export function newsOutputs(plan: Plan): Output[] {
  const { articles, categories, settings } = plan.site;
  const all = newsListOutputs(plan, articles, {
    heading: settings.words.otherNews,
    address: NEWS,
    intro: settings.words.otherNewsIntro,
  });
  const lists = categories.map(({ name, address, description, entries }) =>
    newsListOutputs(plan, entries, {
      heading: name,
      address,
      intro: description,
      ofOneCategory: true,
    }),
  );
  return [...all, ...lists.flat()];
}
