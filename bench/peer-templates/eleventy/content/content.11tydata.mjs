import { readFileSync } from 'node:fs';

const { categories } = JSON.parse(readFileSync('_data/site.json', 'utf8'));
const slugOf = new Map(categories.map(({ name, slug }) => [name, slug]));

/** content/<year>/<name>.md, which is the year in Việt Nam already. */
function permalink({ category, page }) {
  const [year, file] = page.inputPath.split('/').slice(-2);
  return `/${slugOf.get(category)}/${year}/${file.slice(0, -'.md'.length)}/`;
}

export default { layout: 'article.11ty.mjs', permalink };
