import path from 'node:path';
import type { Random } from './random.js';
import { article, document, PROJECT, poll, readTree } from './site.js';

/** A site in memory: its files, and the time. */
export interface State {
  readonly files: Map<string, string>;
  now: number;
}

const WORDS = [
  'Đông Hà',
  'ngày hội',
  'đọc sách',
  'thư viện',
  'đường phố',
  'Uỷ ban',
  'ủy ban',
  'chợ phiên',
  'mùa lũ',
  'tuyên dương',
  '01-KH/TU',
  '02-KH/TU ngày 2/5/2024',
];
const CATEGORIES = ['Tin tức', 'Kinh tế', 'Đô thị', 'Uỷ ban', 'Ủy ban'];
const TAGS = ['[chung]', '[chung, Đọc sách]', '[đọc sách]'];
const FOLDERS = ['tin', 'tin/2024', 'khac'];
const SVG = (n: number) => `<svg xmlns="http://www.w3.org/2000/svg" width="${n + 1}" height="${n + 2}"/>`;

export function startState(now: number): State {
  const files = new Map<string, string>([
    ['site.yaml', 'title: Thử\npageSize: 2\nothers: 2\n'],
    ['content/tin/mot.md', article({ title: 'Một' }, 'Thân một.')],
    [
      'content/tin/hai.md',
      article({ title: 'Hai', timestamp: '8:00 2/5/2024' }, 'Xem [một](mot.md) và 01-KH/TU.'),
    ],
    ['content/van-ban/mot.md', document({ number: '01-KH/TU', issued: '1/4/2024' })],
    ['content/van-ban/a.pdf', 'x'],
    ['content/tham-do/mot.md', poll()],
    ['content/trang/lien-he.md', '---\ntitle: Liên hệ\n---\nMột.\n'],
    // Plain templates, for most of a small site's time is spent on the program's own.
    ...theme(),
  ]);
  return { files, now };
}

function theme(): [string, string][] {
  const files = readTree(path.join(PROJECT, 'test/sites/theme'));
  return [...files].map(([file, bytes]) => [`templates/${file}`, bytes.toString()]);
}

type Edit = (state: State, r: Random) => void;

const words = (r: Random) => Array.from({ length: 1 + r.int(6) }, () => r.pick(WORDS)).join(' ');
const named = (state: State, test: (file: string) => boolean) => [...state.files.keys()].filter(test).sort();
const articles = (state: State) => named(state, (file) => /^content\/(?:tin|khac)\/.*\.md$/.test(file));
const moment = (state: State, r: Random) => {
  const day = new Date(state.now + (r.int(40) - 32) * 86_400_000);
  return `${r.int(24)}:${String(r.int(60)).padStart(2, '0')} ${day.getUTCDate()}/${day.getUTCMonth() + 1}/${day.getUTCFullYear()}`;
};

/** Sets a field of an article, or takes it away. */
function setField(state: State, r: Random, field: string, value: string | undefined): void {
  const file = r.pick(articles(state));
  if (!file) return;
  const lines = (state.files.get(file) ?? '').split('\n').filter((line) => !line.startsWith(`${field}:`));
  if (value !== undefined) lines.splice(1, 0, `${field}: ${value}`);
  state.files.set(file, lines.join('\n'));
}

function append(state: State, r: Random, text: string): void {
  const file = r.pick(articles(state));
  if (file) state.files.set(file, `${state.files.get(file)}\n${text}\n`);
}

export const EDITS: Readonly<Record<string, Edit>> = {
  'create an article': (state, r) => {
    if (articles(state).length > 6) return;
    const name = `content/${r.pick(FOLDERS)}/${r.pick(['tin', 'bai', 'Đường'])}-${r.int(30)}.md`;
    state.files.set(
      name,
      article(
        {
          title: words(r),
          timestamp: moment(state, r),
          category: r.pick(CATEGORIES),
          ...(r.chance(0.4) && { tags: r.pick(TAGS) }),
        },
        words(r),
      ),
    );
  },
  'edit a body': (state, r) => append(state, r, words(r)),
  'delete an article': (state, r) => {
    const all = articles(state);
    if (all.length > 3) state.files.delete(r.pick(all));
  },
  'rename an article': (state, r) => {
    const file = r.pick(articles(state));
    if (!file) return;
    const text = state.files.get(file) ?? '';
    state.files.delete(file);
    state.files.set(`content/${r.pick(FOLDERS)}/ten-${r.int(50)}.md`, text);
  },
  'change a category': (state, r) => setField(state, r, 'category', r.pick(CATEGORIES)),
  'change a slug': (state, r) => setField(state, r, 'slug', r.chance(0.5) ? `slug-${r.int(9)}` : undefined),
  'change a draft': (state, r) => setField(state, r, 'draft', r.chance(0.5) ? 'có' : undefined),
  'change a timestamp': (state, r) => setField(state, r, 'timestamp', moment(state, r)),
  'change an end': (state, r) =>
    setField(state, r, 'unpublish', r.chance(0.6) ? moment(state, r).replace(/^\S+ /, '') : undefined),
  'change a pin': (state, r) => setField(state, r, 'pinned', r.pick(['có', undefined, moment(state, r)])),
  'change a summary': (state, r) => setField(state, r, 'summary', words(r)),
  'change tags': (state, r) => setField(state, r, 'tags', r.chance(0.7) ? r.pick(TAGS) : undefined),
  'change an alias': (state, r) =>
    setField(state, r, 'aliases', r.chance(0.7) ? `/cu/${r.int(12)}` : undefined),
  'name a poll': (state, r) => setField(state, r, 'poll', r.pick(['mot', 'hai', undefined])),
  'add a link': (state, r) =>
    append(
      state,
      r,
      `[${words(r)}](/${r.pick(articles(state)).replace('content/', '')}${r.chance(0.1) ? '#khong' : ''})`,
    ),
  'add a heading': (state, r) => append(state, r, `## ${words(r)}`),
  'add a picture': (state, r) => {
    const n = r.int(4);
    state.files.set(`content/hinh/${n}.svg`, SVG(n + r.int(3)));
    append(state, r, `![${words(r)}](/hinh/${n}.svg)`);
  },
  'name a picture': (state, r) => {
    // Beside the article, so that another folder means another picture.
    const n = r.int(2);
    for (const folder of FOLDERS) state.files.set(`content/${folder}/${n}.svg`, SVG(n + r.int(9)));
    setField(state, r, 'image', r.chance(0.7) ? `${n}.svg` : undefined);
  },
  'change a picture': (state, r) => {
    const file = r.pick(named(state, (name) => name.endsWith('.svg')));
    if (file) state.files.set(file, SVG(r.int(9)));
  },
  'delete a picture': (state, r) => {
    const file = r.pick(named(state, (name) => name.endsWith('.svg')));
    if (file) state.files.delete(file);
  },
  'write a document': (state, r) => {
    const n = r.int(5);
    state.files.set(
      `content/van-ban/v${n}.md`,
      document({
        number: `0${n}-KH/TU`,
        issued: `${1 + r.int(3)}/5/2024`,
        summary: words(r),
        ...(r.chance(0.4) && { effective: moment(state, r) }),
        ...(r.chance(0.4) && { replaces: `[0${r.int(5)}-KH/TU]` }),
      }),
    );
  },
  'delete a document': (state, r) => {
    const file = r.pick(named(state, (name) => /^content\/van-ban\/v/.test(name)));
    if (file) state.files.delete(file);
  },
  'write a poll': (state, r) => {
    state.files.set(
      `content/tham-do/${r.pick(['mot', 'hai'])}.md`,
      poll({
        question: words(r),
        opens: `${1 + r.int(20)}/5/2024`,
        ...(r.chance(0.5) && { closes: moment(state, r) }),
      }),
    );
  },
  'write a page': (state, r) => {
    state.files.set(
      `content/trang/${r.pick(['lien-he', 'gioi-thieu', 'a/b', 'a'])}.md`,
      `---\ntitle: ${words(r)}\n---\n${words(r)}\n`,
    );
  },
  'change a public file': (state, r) => {
    const file = `content/public/${r.pick(['a.txt', 'gioi-thieu', 'a/c.txt'])}`;
    if (!state.files.delete(file)) state.files.set(file, words(r));
  },
  'edit a template': (state, r) => {
    const texts: Record<string, string> = {
      'templates/partials/layout.hbs': `{{page.title}} ${r.int(5)} {{> @partial-block}}`,
      'templates/partials/news.hbs': r.chance(0.2) ? '{{khong}}' : `<li>{{title}} ${r.int(5)}</li>`,
      'templates/assets/them.css': `p{margin:${r.int(5)}px}`,
    };
    const file = r.pick(Object.keys(texts));
    if (r.chance(0.3)) state.files.delete(file);
    else state.files.set(file, texts[file] ?? '');
  },
  'edit site.yaml': (state, r) => {
    const lines = [`title: ${words(r)}`, `pageSize: ${1 + r.int(4)}`, `others: ${r.int(5)}`];
    if (r.chance(0.3)) lines.push('baseUrl: https://x.vn/thu/');
    if (r.chance(0.3)) lines.push('categories: [Kinh tế, {name: Ủy ban, slug: ub}]');
    if (r.chance(0.3)) lines.push(`banner: {text: A, until: ${moment(state, r)}}`);
    if (r.chance(0.3)) lines.push('permalinks: {article: "/:year/:month/:slug/"}');
    state.files.set('site.yaml', `${lines.join('\n')}\n`);
  },
  'edit redirects.csv': (state, r) => {
    state.files.set(
      'redirects.csv',
      `from,to\n/xua/${r.int(5)},/van-ban/\n/xua/9,${r.pick(articles(state)).replace('content/', '')}\n`,
    );
  },
  'let time pass': (state, r) => {
    state.now += r.pick([60_000, 3_600_000, 86_400_000, 3 * 86_400_000]);
  },
};
