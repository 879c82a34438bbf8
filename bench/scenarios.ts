import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { addedArticle, type CorpusOptions } from './corpus.js';
import { repository, siteTitle, type Tool } from './peers.js';
import { categories } from './vocabulary.js';

export type Theme = 'small' | 'default';

/** Something done to the site between two builds; `undo` puts the input back for the next round. */
export interface Scenario {
  readonly id: string;
  readonly label: string;
  readonly prepare: (site: Site) => Undo;
}

export type Undo = () => void;

export interface Site {
  readonly dir: string;
  readonly tool: Tool;
  readonly corpus: CorpusOptions;
}

const program = join(repository, 'bin', 'dongha-site.js');
const smallTemplates = join(repository, 'bench', 'small-templates');
const ownTemplates = join(repository, 'templates');

export const siteExists = (): boolean => existsSync(program);

/** Makes a site of the folder that holds the corpus. Settings that are not here keep their defaults, as for a user. */
export function layOutSite(dir: string, theme: Theme, corpus: CorpusOptions): Site {
  const settings = { title: siteTitle, pageSize: 20, others: 10, categories };
  const lines = Object.entries(settings).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  writeFileSync(join(dir, 'site.yaml'), `${lines.join('\n')}\n`);
  if (theme === 'small') {
    if (!existsSync(smallTemplates)) throw new Error('bench/small-templates is missing; try --theme default');
    cpSync(smallTemplates, join(dir, 'templates'), { recursive: true });
  }
  const output = join(dir, 'dist');
  const tool: Tool = {
    name: 'dongha-site',
    command: { file: process.execPath, args: [program, 'build', dir], cwd: dir },
    output,
    leftovers: [output, join(dir, '.cache')],
  };
  return { dir, tool, corpus };
}

function replaceText(path: string, change: (text: string) => string): Undo {
  const before = readFileSync(path);
  writeFileSync(path, change(before.toString('utf8')));
  return () => writeFileSync(path, before);
}

function addFile(path: string, text: string): Undo {
  const folder = dirname(path);
  // The topmost folder that is new goes again too.
  const made = mkdirSync(folder, { recursive: true });
  writeFileSync(path, text);
  return () => rmSync(made ?? path, { recursive: true });
}

function editArticle({ dir }: Site): Undo {
  const root = join(dir, 'content', 'tin-tuc');
  const years = readdirSync(root).sort();
  const year = years[years.length >> 1] ?? '';
  const names = readdirSync(join(root, year)).sort();
  const path = join(root, year, names[names.length >> 1] ?? '');
  return replaceText(path, (text) => `${text}\nBổ sung lúc 16 giờ: hội nghị đã kết thúc tốt đẹp.\n`);
}

function addArticle({ dir, corpus }: Site): Undo {
  const { name, text } = addedArticle(corpus);
  return addFile(join(dir, 'content', 'tin-tuc', name), text);
}

/** With the default theme the site has no template of its own yet: it gets a changed copy. */
function editTemplate({ dir }: Site): Undo {
  const own = join(dir, 'templates', 'article.hbs');
  const change = (text: string): string => `${text.trimEnd()}\n<!-- đã sửa -->\n`;
  if (existsSync(own)) return replaceText(own, change);
  return addFile(own, change(readFileSync(join(ownTemplates, 'article.hbs'), 'utf8')));
}

const removeAll = (paths: readonly string[]): void => {
  for (const path of paths) rmSync(path, { recursive: true, force: true });
};

const nothing: Undo = () => {};

export function prepareClean(tool: Tool): Undo {
  removeAll(tool.leftovers);
  return nothing;
}

/** In this order, each on what the one before left: one change at a time. */
export const scenarios: readonly Scenario[] = [
  { id: 'clean', label: 'clean', prepare: ({ tool }) => prepareClean(tool) },
  { id: 'unchanged', label: 'nothing changed', prepare: () => nothing },
  { id: 'article-edited', label: 'one body edited', prepare: editArticle },
  { id: 'article-added', label: 'one article added', prepare: addArticle },
  { id: 'template-edited', label: 'article template edited', prepare: editTemplate },
  {
    id: 'output-gone',
    label: 'cache kept, dist/ gone',
    prepare: ({ tool }) => {
      removeAll([tool.output]);
      return nothing;
    },
  },
];
