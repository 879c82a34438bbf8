import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { linksOf, type PageFacts, readFacts } from './page-facts.js';
import { categories } from './vocabulary.js';

export interface Built {
  readonly name: string;
  readonly output: string;
  /** False for a theme that is meant to show more than the peers' pages: then only counts are held together. */
  readonly samePages: boolean;
}

export interface SameWork {
  readonly problems: readonly string[];
  readonly counts: readonly { readonly name: string; readonly articles: number; readonly lists: number }[];
}

const pageSize = 20;
const sampledBetween = 20;
/** Ours numbers its pages from the oldest, and its first holds up to twice as many. */
const listTolerance = 1;
const lengthTolerance = 0.02;

function folders(dir: string): readonly string[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

const pageFile = (output: string, address: string): string => join(output, address, 'index.html');
const readPage = (output: string, address: string): string => readFileSync(pageFile(output, address), 'utf8');

/** Articles' addresses by category, oldest first: their names begin with a running number. */
function articlesOf(output: string, slug: string): readonly string[] {
  return folders(join(output, slug))
    .filter((year) => /^\d{4}$/.test(year))
    .flatMap((year) => folders(join(output, slug, year)).map((name) => `/${slug}/${year}/${name}/`))
    .filter((address) => existsSync(pageFile(output, address)));
}

/** The pages of one list; Hugo's `trang/1/` only leads back to the first and is none. */
function listPages(output: string, root: string): readonly string[] {
  const numbered = folders(join(output, root, 'trang')).map((number) => `${root}trang/${number}/`);
  return [root, ...numbered].filter(
    (address) =>
      existsSync(pageFile(output, address)) && !readPage(output, address).includes('http-equiv="refresh"'),
  );
}

interface Inventory {
  readonly built: Built;
  readonly articles: ReadonlyMap<string, readonly string[]>;
  readonly lists: ReadonlyMap<string, readonly string[]>;
}

function takeInventory(built: Built): Inventory {
  const { output } = built;
  // Ours keeps the list of all news beside the home page, which shows a choice.
  const allNews = existsSync(pageFile(output, '/cac-tin-khac/')) ? '/cac-tin-khac/' : '/';
  const roots = [...categories.map(({ slug }) => `/${slug}/`), allNews];
  return {
    built,
    articles: new Map(categories.map(({ slug }) => [slug, articlesOf(output, slug)])),
    lists: new Map(roots.map((root) => [root, listPages(output, root)])),
  };
}

const total = (lists: ReadonlyMap<string, readonly string[]>): number =>
  [...lists.values()].reduce((sum, list) => sum + list.length, 0);

function checkLists({ built, articles, lists }: Inventory): string[] {
  const problems: string[] = [];
  for (const [root, pages] of lists) {
    const slug = root.slice(1, -1);
    const held = articles.get(slug)?.length ?? total(articles);
    const expected = Math.max(1, Math.ceil(held / pageSize));
    if (Math.abs(pages.length - expected) > listTolerance) {
      problems.push(`${built.name}: ${root} has ${pages.length} pages for ${held} articles, not ${expected}`);
    }
    const linked = new Set<string>();
    for (const page of pages)
      for (const link of linksOf(readPage(built.output, page), page)) linked.add(link);
    const wanted = articles.get(slug) ?? [...articles.values()].flat();
    const missing = wanted.filter((address) => !linked.has(address)).length;
    if (missing > 0) problems.push(`${built.name}: ${missing} articles are on no page of ${root}`);
  }
  return problems;
}

/** The ends of each category, where neighbours are filled up from the other side, and some between: about 50. */
function sample({ articles }: Inventory): readonly string[] {
  const ends = [...articles.values()].flatMap((list) => [...list.slice(0, 2), ...list.slice(-2)]);
  const all = [...articles.values()].flat();
  const step = Math.max(1, Math.floor(all.length / sampledBetween));
  const between = all.filter((_, at) => at % step === step >> 1).slice(0, sampledBetween);
  return [...new Set([...ends, ...between])];
}

function difference(ours: PageFacts, theirs: PageFacts): string | undefined {
  if (ours.title !== theirs.title) return `title “${ours.title}”, not “${theirs.title}”`;
  if (ours.time !== theirs.time) return `time “${ours.time}”, not “${theirs.time}”`;
  const lost = theirs.links.filter((link) => !ours.links.includes(link));
  const extra = ours.links.filter((link) => !theirs.links.includes(link));
  if (lost.length + extra.length > 0) {
    return `links lost: ${lost.slice(0, 3).join(' ')}; links more: ${extra.slice(0, 3).join(' ')}`;
  }
  if (Math.abs(ours.textLength / theirs.textLength - 1) > lengthTolerance) {
    return `${ours.textLength} characters of text, not ${theirs.textLength}`;
  }
  return undefined;
}

function comparePages(inventory: Inventory, reference: Inventory): string[] {
  const { name, output } = inventory.built;
  return sample(reference).flatMap((address) => {
    if (!existsSync(pageFile(output, address))) return [`${name}: ${address} is missing`];
    const ours = readFacts(readPage(output, address), address);
    const theirs = readFacts(readPage(reference.built.output, address), address);
    const found = difference(ours, theirs);
    return found === undefined ? [] : [`${name}: ${address}: ${found} (${reference.built.name})`];
  });
}

/** Compares what several tools built from one corpus; the first is the reference for the rest. */
export function checkSameWork(builds: readonly Built[], articles: number): SameWork {
  const inventories = builds.map(takeInventory);
  const [reference] = inventories;
  const problems = inventories.flatMap((inventory) => {
    const written = total(inventory.articles);
    const own = checkLists(inventory);
    if (written !== articles) own.push(`${inventory.built.name}: ${written} article pages, not ${articles}`);
    const compared = inventory !== reference && inventory.built.samePages;
    return compared && reference ? [...own, ...comparePages(inventory, reference)] : own;
  });
  const counts = inventories.map(({ built, articles: written, lists }) => ({
    name: built.name,
    articles: total(written),
    lists: total(lists),
  }));
  return { problems, counts };
}
