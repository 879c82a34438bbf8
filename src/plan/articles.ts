import { excerpt } from '../core/text.js';
import type { Article, Named, Output } from '../core/types.js';
import type { OwnView } from '../core/views.js';
import { bodyOf } from './body.js';
import { type Plan, pathOf } from './context.js';
import { fileItem, newsItem, pictureItem, shareItem, timeItem } from './items.js';
import { crumb, pageMeta } from './page-meta.js';
import { pollBox } from './poll-box.js';
import type { TagLinks } from './tags.js';

/** A page for each article, category by category, because its neighbours are found there. */
export function articleOutputs(plan: Plan, tagLinks: TagLinks): Output[] {
  return plan.site.categories.flatMap((category) =>
    category.entries.map(
      (article, i): Output => ({
        path: pathOf(article.address),
        origin: article.file,
        recipe: {
          type: 'template',
          template: 'article',
          draw: () => ({
            view: articleView(plan, article, category, i, tagLinks),
            body: bodyOf(plan, article),
          }),
          basis: () => articleBasis(plan, article, category, i),
        },
      }),
    ),
  );
}

/** What `articleView` is made from, and the slots of its body. */
function articleBasis(plan: Plan, article: Article, category: Named<Article>, i: number): string {
  const { site, basis } = plan;
  const parts = [basis, category.address, article.print];
  for (const { print } of neighbours(category.entries, i, site.settings.others)) parts.push(print);
  // Which numbers are links is the same for all articles; what else leads somewhere is the article's own.
  site.resolved.get(article.file)?.forEach((slot, n) => {
    if (typeof slot !== 'string' && slot.type !== 'number') parts.push(`${n} ${JSON.stringify(slot)}`);
  });
  return parts.join('\n');
}

function articleView(
  plan: Plan,
  article: Article,
  category: Named<Article>,
  i: number,
  tagLinks: TagLinks,
): Omit<OwnView<'article'>, 'body'> {
  const { site } = plan;
  const { file, fields } = article;
  const { title, timestamp, updated, summary, image, author, source } = fields;
  const poll = site.polledIn.get(file);
  const fileOf = (path: string | undefined) =>
    path === undefined ? undefined : fileItem(plan, file, { path });
  return {
    page: pageMeta(site, title, article.address, {
      description: () => excerpt(summary ?? article.body.excerpt, 200) || undefined,
      above: [crumb(site, category)],
      facts: () => ({
        type: 'NewsArticle',
        published: timestamp,
        modified: updated,
        creator: author,
        section: category.name,
        keywords: tagLinks(article).map(({ label }) => label),
        basedOn: source?.url,
        image: image && shareItem(plan, file, image),
      }),
    }),
    title,
    time: () => timeItem(site, timestamp),
    updated: () => updated && timeItem(site, updated),
    category: () => crumb(site, category),
    summary,
    image: () => image && pictureItem(plan, file, image),
    gallery: () => (fields.gallery ?? []).flatMap((picture) => pictureItem(plan, file, picture) ?? []),
    video: () => fileOf(fields.video),
    audio: () => fileOf(fields.audio),
    author,
    source: source && {
      name: source.name,
      href: source.url,
      time: source.timestamp && timeItem(site, source.timestamp),
    },
    files: () => (fields.files ?? []).flatMap((reference) => fileItem(plan, file, reference) ?? []),
    tags: () => tagLinks(article),
    others: () => neighbours(category.entries, i, site.settings.others).map((other) => newsItem(plan, other)),
    othersEmpty: site.settings.words.noOtherNews,
    poll: () => poll && pollBox(site, poll),
  };
}

/**
 * Half of `count` next newer and half next older, filled up from the other side where one runs out.
 * Nearest in time instead of newest of all: so a new article changes a handful of pages.
 */
export function neighbours<T>(list: readonly T[], i: number, count: number): T[] {
  const half = Math.floor(count / 2);
  const newerThere = i;
  const olderThere = list.length - 1 - i;
  const newer = Math.min(newerThere, Math.max(half, count - olderThere));
  const older = Math.min(olderThere, count - newer);
  return [...list.slice(i - newer, i), ...list.slice(i + 1, i + 1 + older)];
}
