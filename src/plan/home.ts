import { nameKey } from '../core/text.js';
import { endOf } from '../core/time.js';
import type { Article, Named, Output } from '../core/types.js';
import type { OwnView } from '../core/views.js';
import { type Plan, pathOf } from './context.js';
import { newsItem } from './items.js';
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
  const above = [...pinned, ...rest].slice(0, count);
  const [lead, ...featured] = above.map((article) => newsItem(plan, article));
  const bands = shownCategories(plan).flatMap((category) => {
    const [first, ...others] = newestBut(above, category.entries, perCategory);
    if (!first) return [];
    const rest = others.map((article) => newsItem(plan, article));
    return { ...crumb(site, category), first: newsItem(plan, first), rest };
  });
  return {
    page: pageMeta(site, site.settings.title, '/'),
    lead,
    featured,
    // Four are two rows of two.
    columns: featured.length === 4 ? 2 : Math.min(3, featured.length),
    categories: bands.map((band, i) => ({ ...band, wide: i % 2 === 0 && i === bands.length - 1 })),
    empty: site.settings.words.noNews,
  };
}

/** The newest of a category that do not stand above its band already. */
function newestBut(above: readonly Article[], entries: readonly Article[], count: number): Article[] {
  const taken: Article[] = [];
  for (const entry of entries) {
    if (taken.length === count) break;
    if (!above.includes(entry)) taken.push(entry);
  }
  return taken;
}

function isPinned({ site }: Plan, { fields }: Article): boolean {
  const { pinned } = fields;
  return typeof pinned === 'object' ? endOf(pinned, site.settings.timezone) > site.now : pinned === true;
}

/** The categories that `home.categories` names, in its order, else all. */
function shownCategories({ site }: Plan): Named<Article>[] {
  const wanted = site.settings.home.categories.map(nameKey);
  if (wanted.length === 0) return [...site.categories];
  return wanted.flatMap((key) => site.categories.find(({ name }) => nameKey(name) === key) ?? []);
}
