import path from 'node:path';
import { hash } from '../core/hash.js';
import { nameKey, slug } from '../core/text.js';
import { dayOf } from '../core/time.js';
import type { BodyInfo, Entry, Parsed, Settings } from '../core/types.js';
import type { Names } from './names.js';

const DOCUMENTS = '/van-ban/';
const POLLS = '/tham-do-y-kien/';

/** What a file's path adds to what is in it. No slug, no entry: the caller reports it. */
export function toEntry(
  file: string,
  parsed: Parsed,
  settings: Settings,
  categories: Names,
): Entry | undefined {
  const own = slugOf(file, parsed);
  if (!own) return undefined;
  const address = addressOf(file, own, parsed, settings, categories);
  const { kind, fields, body } = parsed;
  // Written out: V8 gives each object that is spread from `parsed` a shape of its own, and every look at one is slow then.
  return { kind, fields, body, file, slug: own, address, print: printOf(file, address, body) } as Entry;
}

/** A body's hash is that of its whole file. */
export function printOf(file: string, address: string, body: BodyInfo): string {
  return hash(body.hash, file, address);
}

/** The `slug` field, else the file's name (`index.md`: its folder's), else the title. */
export function slugOf(file: string, parsed: Parsed): string {
  if (parsed.fields.slug) return parsed.fields.slug;
  const name = path.posix.basename(file).replace(/\.md$/i, '');
  const own = name.toLowerCase() === 'index' ? path.posix.basename(path.posix.dirname(file)) : name;
  return slug(own) || slug(titleOf(parsed));
}

function titleOf(parsed: Parsed): string {
  if (parsed.kind === 'poll') return parsed.fields.question;
  if (parsed.kind === 'document') return parsed.fields.title ?? parsed.fields.number ?? parsed.fields.summary;
  return parsed.fields.title;
}

function addressOf(file: string, own: string, parsed: Parsed, settings: Settings, categories: Names): string {
  switch (parsed.kind) {
    case 'article': {
      const { category, timestamp } = parsed.fields;
      const day = dayOf(timestamp.at, settings.timezone);
      return settings.permalinks.article
        .replaceAll(':category', categories.slugOf(nameKey(category)))
        .replaceAll(':year', day.slice(0, 4))
        .replaceAll(':month', day.slice(5, 7))
        .replaceAll(':day', day.slice(8))
        .replaceAll(':slug', own);
    }
    case 'document':
      return `${DOCUMENTS}${own}/`;
    case 'poll':
      return `${POLLS}${own}/`;
    case 'page':
      return `/${[...foldersOf(file), own].join('/')}/`;
  }
}

/** The folders of a standing page, without `content/trang/`; `index.md` does not name its folder twice. */
function foldersOf(file: string): string[] {
  const folders = path.posix.dirname(file).split('/').slice(1);
  const own = folders[0] === 'trang' ? folders.slice(1) : folders;
  const isIndex = /^index\.md$/i.test(path.posix.basename(file));
  return (isIndex ? own.slice(0, -1) : own).map((folder) => slug(folder)).filter(Boolean);
}
