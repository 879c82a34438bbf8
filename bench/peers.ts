import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from './measure.js';
import { categories } from './vocabulary.js';

/** Compiled to build/bench/, two folders under the top. */
export const repository = fileURLToPath(new URL('../../', import.meta.url));

export const siteTitle = 'Cổng thông tin thử tốc độ';

/** A generator with its work folder laid out, ready to run. */
export interface Tool {
  readonly name: string;
  readonly command: Command;
  /** Where the site comes out. */
  readonly output: string;
  /** What a clean build must not find. */
  readonly leftovers: readonly string[];
}

export type LayOut = (corpus: string, work: string) => Tool;

function* articleFiles(corpus: string): Generator<{ year: string; name: string; text: string }> {
  const root = join(corpus, 'content', 'tin-tuc');
  for (const year of readdirSync(root).sort()) {
    for (const name of readdirSync(join(root, year)).sort()) {
      yield { year, name, text: readFileSync(join(root, year, name), 'utf8') };
    }
  }
}

const slugOf = new Map(categories.map(({ name, slug }) => [name, slug]));

function categorySlug(text: string): string {
  const quoted = /^category: (.*)$/m.exec(text)?.[1] ?? '""';
  return slugOf.get(JSON.parse(quoted)) ?? 'khac';
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function copyTemplates(peer: string, work: string): void {
  cpSync(join(repository, 'bench', 'peer-templates', peer), work, { recursive: true });
}

/** YAML reads JSON, and Hugo reads YAML. */
function hugoConfig(): string {
  return JSON.stringify({
    baseURL: 'https://dong-ha.example/',
    title: siteTitle,
    languageCode: 'vi',
    timeZone: 'Asia/Ho_Chi_Minh',
    paginate: 20,
    paginatePath: 'trang',
    disableHugoGeneratorInject: true,
    disableKinds: ['taxonomy', 'term', 'RSS', 'sitemap', 'robotsTXT', '404'],
    permalinks: Object.fromEntries(categories.map(({ slug }) => [slug, '/:section/:year/:filename/'])),
    params: {
      categories,
      weekdays: ['Chủ Nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'],
    },
  });
}

/** Hugo: a category is a section, so that its own lists and neighbours are at hand. */
const layOutHugo: LayOut = (corpus, work) => {
  copyTemplates('hugo', work);
  write(join(work, 'config.yaml'), hugoConfig());
  for (const { name, slug } of categories) {
    write(join(work, 'content', slug, '_index.md'), `---\ntitle: ${JSON.stringify(name)}\n---\n`);
  }
  for (const { year, name, text } of articleFiles(corpus)) {
    const path = join(work, 'content', categorySlug(text), year, name);
    write(path, text.replace(/^timestamp: /m, 'date: '));
  }
  const output = join(work, 'public');
  return {
    name: 'hugo',
    command: { file: 'hugo', args: ['--quiet', '--noBuildLock'], cwd: work },
    output,
    leftovers: [output, join(work, 'resources')],
  };
};

/** Eleventy: a paginated template for each list, as its own documentation does it. */
const layOutEleventy: LayOut = (corpus, work) => {
  copyTemplates('eleventy', work);
  write(join(work, '_data', 'site.json'), JSON.stringify({ title: siteTitle, categories }));
  const lists = [{ name: siteTitle, slug: '' }, ...categories];
  for (const { name, slug } of lists) {
    const prefix = slug === '' ? '/' : `/${slug}/`;
    const matter = {
      title: name,
      layout: 'list.11ty.mjs',
      pagination: { data: `collections.${slug === '' ? 'articles' : slug}`, size: 20, alias: 'articles' },
      permalink: `${prefix}{% if pagination.pageNumber > 0 %}trang/{{ pagination.pageNumber | plus: 1 }}/{% endif %}`,
      eleventyExcludeFromCollections: true,
    };
    const path = join(work, 'lists', `${slug === '' ? 'home' : slug}.liquid`);
    write(path, `---\n${JSON.stringify(matter)}\n---\n`);
  }
  for (const { year, name, text } of articleFiles(corpus)) {
    // `tags` would make a collection of each tag, work that nobody asked for here.
    const translated = text.replace(/^timestamp: /m, 'date: ').replace(/^tags: /m, 'keywords: ');
    write(join(work, 'content', year, name), translated);
  }
  const cli = join(repository, 'bench', 'node_modules', '@11ty', 'eleventy', 'cmd.cjs');
  const output = join(work, '_site');
  return {
    name: 'eleventy',
    command: { file: process.execPath, args: [cli, '--quiet'], cwd: work },
    output,
    leftovers: [output, join(work, '.cache')],
  };
};

export const peers: Readonly<Record<string, LayOut>> = { hugo: layOutHugo, eleventy: layOutEleventy };
