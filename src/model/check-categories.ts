import { type Problem, problem } from '../core/problem.js';
import { nameKey, nearest, slug } from '../core/text.js';
import type { Article, Settings } from '../core/types.js';

/** Once `site.yaml` lists categories, another one is likely a slip. */
export function checkCategories(articles: readonly Article[], settings: Settings): Problem[] {
  const problems: Problem[] = [];
  const listed = new Map<string, string>();
  const slugs = new Map<string, string>();
  for (const [i, { name, slug: own }] of settings.categories.entries()) {
    const other = listed.get(nameKey(name)) ?? slugs.get(own ?? slug(name));
    const where = { file: 'site.yaml', field: ['categories', i, 'name'] };
    if (other) problems.push(problem('settings/repeated-category', { name, other }, where));
    listed.set(nameKey(name), name);
    if (!other) slugs.set(own ?? slug(name), name);
  }
  const used = new Set(articles.map((a) => nameKey(a.fields.category)));
  for (const [i, name] of settings.home.categories.entries()) {
    if (listed.has(nameKey(name)) || used.has(nameKey(name))) continue;
    const where = { file: 'site.yaml', field: ['home', 'categories', i] };
    problems.push(
      problem('settings/unknown-category', { name, nearest: nearest(name, listed.values()) ?? '' }, where),
    );
  }
  if (listed.size === 0) return problems;
  for (const { file, fields } of articles) {
    if (listed.has(nameKey(fields.category))) continue;
    const params = { name: fields.category, nearest: nearest(fields.category, listed.values()) ?? '' };
    problems.push(problem('entry/unlisted-category', params, { file, field: ['category'] }));
  }
  return problems;
}
