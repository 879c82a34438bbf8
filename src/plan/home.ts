import { nameKey } from '../core/text.js';
import { endOf } from '../core/time.js';
import type { Article, Named, Output } from '../core/types.js';
import type { OwnView } from '../core/views.js';
import { type Plan, pathOf } from './context.js';
import { newsItem, newsLine } from './items.js';
import { crumb, pageMeta } from './page-meta.js';

export function homeOutput(plan: Plan): Output {
  return {
    path: pathOf('/'),
    origin: '/',
    recipe: { type: 'template', template: 'home', draw: () => ({ view: view(plan) }) },
  };
}

function view(plan: Plan): OwnView<'home'> {
  const { site } = plan;
  const { featured: count, perCategory } = site.settings.home;
  const pinned = site.articles.filter((article) => isPinned(plan, article));
  const rest = site.articles.slice(0, count + pinned.length).filter((article) => !pinned.includes(article));
  const [lead, ...featured] = [...pinned, ...rest].slice(0, count).map((article) => newsItem(plan, article));
  return {
    page: pageMeta(site, site.settings.title, '/'),
    lead,
    featured,
    categories: shownCategories(plan).map((category) => {
      const [first, ...others] = category.entries.slice(0, perCategory);
      return {
        ...crumb(site, category),
        first: first && newsItem(plan, first),
        rest: others.map((a) => newsLine(plan, a)),
      };
    }),
    empty: 'Chưa có tin, bài nào.',
  };
}

function isPinned({ site }: Plan, { fields }: Article): boolean {
  const { pinned } = fields;
  return typeof pinned === 'object' ? endOf(pinned, site.settings.timezone) > site.now : pinned === true;
}

/** The categories that `home.categories` names, in its order, else all; one without articles is left out. */
function shownCategories({ site }: Plan): Named<Article>[] {
  const wanted = site.settings.home.categories.map(nameKey);
  const shown =
    wanted.length === 0
      ? site.categories
      : wanted.flatMap((key) => site.categories.find((c) => nameKey(c.name) === key) ?? []);
  return shown.filter(({ entries }) => entries.length > 0);
}
