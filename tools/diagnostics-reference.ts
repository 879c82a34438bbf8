import type { Lang, Message, Params } from '../src/core/message.js';
import { type Code, messages } from '../src/core/problem.js';
import { fenced, page, plain } from './markdown.js';

/** The areas of codes, in the order of the reference. */
const AREAS: Readonly<Record<string, string>> = {
  file: 'A file as a whole, before its fields are read.',
  'front-matter': 'The fields of an entry; told as `settings/…` where they stand in `site.yaml`.',
  settings: '`site.yaml` alone.',
  entry: 'An entry of any kind, with the others.',
  document: 'Official documents.',
  poll: 'Polls.',
  body: 'The text of an entry.',
  image: 'Pictures.',
  link: 'Links.',
  redirect: '`redirects.csv`.',
  template: 'Templates (see [templates.md](templates.md)).',
  output: 'The folder that is written.',
};

const areaOf = (name: string): string => name.split('/')[0] ?? '';

/** Codes with the same message stand together: `front-matter/tab` and `settings/tab`. */
function groups(): Code[][] {
  const byMessage = new Map<object, Code[]>();
  for (const [name, message] of Object.entries(messages))
    byMessage.set(message, [...(byMessage.get(message) ?? []), name as Code]);
  return [...byMessage.values()];
}

type Wording = readonly [message: string, hint?: string];

/** Greater than every name, for messages that compare two of their parameters; left out of what is shown. */
const HIGH = '\uffff';

/** Says a message with each parameter shown by its name, but for those given. */
function say(message: Message, lang: Lang, given: Params = {}, asked = new Set<string>()): Wording {
  const params = new Proxy<Params>(given, {
    get(_, name) {
      asked.add(String(name));
      return given[String(name)] ?? `‹${String(name)}›`;
    },
  });
  const [text, hint = ''] = message.say(params)[lang];
  return [text.replaceAll(HIGH, ''), hint.replaceAll(HIGH, '')];
}

/** What a message says, and what it says instead where a parameter is empty or greater than another. */
function wordings(message: Message, lang: Lang): { message: string[]; hint: string[] } {
  const asked = new Set<string>();
  const [text, hint = ''] = say(message, lang, {}, asked);
  const found = [new Set([text]), new Set([hint])];
  const add = (others: Wording, without: string) => {
    for (const [i, texts] of found.entries()) {
      const other = others[i] ?? '';
      if (![...texts].some((known) => known.replaceAll(without, '') === other)) texts.add(other);
    }
  };
  for (const name of asked) add(say(message, lang, { [name]: `${HIGH}‹${name}›` }), '');
  for (const name of asked) add(say(message, lang, { [name]: '' }), `‹${name}›`);
  const [texts = [], hints = []] = found.map((set) => [...set].filter(Boolean));
  return { message: texts, hint: hints };
}

/** A hint of several lines holds an example after its first. */
function shownHint(hint: string): string {
  const [first = '', ...rest] = hint.split('\n');
  if (rest.length === 0) return plain(first);
  return `${plain(first)}\n\n${fenced('yaml', rest.join('\n')).replace(/^/gm, '    ')}\n`;
}

function entry(codes: readonly Code[]): string {
  const [first] = codes;
  if (!first) return '';
  const message = messages[first] as Message;
  const lines = (['vi', 'en'] as const).flatMap((lang) => {
    const { message: texts, hint } = wordings(message, lang);
    return [
      `- **${lang}** ${texts.map(plain).join(' · ')}`,
      ...hint.map((text) => `  - → ${shownHint(text)}`),
    ];
  });
  const heading = codes.map((name) => `\`${name}\``).join(', ');
  return `### ${heading}\n\n${message.severity === 'error' ? 'Error' : 'Warning'}.\n\n${lines.join('\n')}`;
}

/** docs/diagnostics.md */
export function diagnosticsReference(): string {
  const all = groups();
  const sections = Object.entries(AREAS).flatMap(([area, about]) => {
    const own = all.filter(([first]) => first && areaOf(first) === area);
    return own.length === 0 ? [] : [`## ${area}`, about, ...own.map(entry)];
  });
  return page([
    '# Diagnostics',
    'Every message that `dongha-site build` and `dongha-site check` can tell about a site. The code is permanent. An error keeps the site from being written (with `--hold-broken`, only the entry that has it); a warning does not, unless `--strict` is given.',
    'Each stands here in Vietnamese and in English, then, behind `→`, what to do about it. `‹name›` is filled in with what was found; where a code has two texts or two hints, what was found decides.',
    ...sections,
  ]);
}

/** Areas that the reference would leave out. */
export function areasWithoutSection(): string[] {
  return [...new Set(Object.keys(messages).map(areaOf))].filter((area) => !(area in AREAS));
}
