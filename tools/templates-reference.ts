import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Fields, Shape } from '../src/core/shape.js';
import { siteShape, type TemplateName, views } from '../src/core/views.js';
import { WORD_NAMES } from '../src/core/words.js';
import { readWords } from '../src/read-words.js';
import { code, fenced, page, table } from './markdown.js';
import { FOOTER, HELPER_NOTES, TEMPLATE_NOTES } from './template-notes.js';

/** Groups with more fields than this are written out once, and pointed at from then on. */
const SMALL = 5;

/** Where a group's fields were written out first: `Fields` objects are shared between the shapes that use them. */
type Told = Map<Fields, string>;

function kindOf(shape: Shape): string {
  return shape.is === 'list' ? `list of ${shape.of.is === 'group' ? 'groups' : shape.of.is}` : shape.is;
}

/** A row for each field, those of groups and lists behind their path: `items[].title`. */
function rows(fields: Fields, above: string, place: string, told: Told): string[][] {
  return Object.entries(fields).flatMap(([name, shape]) => {
    const path = `${above}${name}`;
    const inner = shape.is === 'list' ? shape.of : shape;
    const known = inner.is === 'group' ? told.get(inner.fields) : undefined;
    const meaning = known ? [shape.doc, `fields as ${known}`].filter(Boolean).join('; ') : shape.doc;
    const row = [code(path), kindOf(shape), shape.optional ? '?' : '', meaning];
    if (inner.is !== 'group' || known) return [row];
    if (Object.keys(inner.fields).length > SMALL) told.set(inner.fields, `\`${path}\` of ${place}`);
    return [row, ...rows(inner.fields, `${path}${shape.is === 'list' ? '[]' : ''}.`, place, told)];
  });
}

const HEAD = ['Field', 'Kind', '', 'Meaning'];

function templateSection(name: TemplateName, told: Told): string[] {
  const { site: _site, words: _words, page: _page, ...own } = views[name].fields as Fields;
  const { use, example } = TEMPLATE_NOTES[name];
  return [
    `### ${name}`,
    `\`templates/${name}.hbs\`. ${use}`,
    table(HEAD, rows(own, '', `[${name}](#${name})`, told)),
    fenced('handlebars', example),
  ];
}

function filesUnder(folder: string): string[] {
  const absolute = fileURLToPath(new URL(`../../templates/${folder}`, import.meta.url));
  return readdirSync(absolute).sort();
}

function howItWorks(): string[] {
  return [
    '# Templates',
    'The pages are drawn by [Handlebars](https://handlebarsjs.com/guide/). A site changes as much of them as it wants, file by file.',
    '## Which file is used',
    'Each file is looked for in three places, and the first that has it wins:',
    '1. `templates/` of the site;\n2. the folder that `theme.from` in `site.yaml` names: a path from the site’s folder to a folder of templates, or an npm package that has a `templates` folder;\n3. the program’s own `templates/`.',
    'So a site’s `templates/` holds only what differs. A copy of one partial changes that partial on every page; all else stays the program’s and gets better with it. `templates/x.hbs` is a page’s template, `templates/partials/x.hbs` is a partial, called by `{{> x}}`, `templates/assets/` holds styles, scripts, fonts and pictures of the theme, and `templates/words/` its words.',
    'Before anything is drawn, every template is checked: a field, partial or helper that is not there is an error at its line and column, with the nearest name that is there. So a slip shows at once, not on the one page that happens to need it.',
    '## What a template gets',
    'Its own fields, listed below, and three groups that every template has: `site`, `page` and `words`. Nothing else. `?` marks a field that may be absent: put it within `{{#if …}}`. Text is escaped by `{{…}}`. Every address carries the path of `baseUrl` already, and every date and number is printed as the portal prints it.',
    '`{{{body}}}` is the text of the entry: HTML that the program made from Markdown and cleaned. It is the only thing that may be printed with three braces; anything else with three is an error.',
    'Within `{{#each}}`, and in a partial that is given something (`{{> poll-box poll}}`), names are those of the item. `@root` leads back to the top: `{{@root.site.title}}`.',
  ];
}

function partialsSection(): string[] {
  const partials = filesUnder('partials').map((file) => code(file.replace(/\.hbs$/, '')));
  return [
    '## Partials',
    `The program’s: ${partials.join(', ')}. A site may add its own.`,
    '`layout` is the frame of every page but `redirect`. A page’s template calls it with `{{#> layout}}…{{/layout}}`, and the layout prints what stands between by `{{> @partial-block}}`.',
    'A partial sees the fields of the place that calls it. `{{> x item}}` gives it the fields of `item`, and `{{> x label="Xem thêm"}}` adds one.',
  ];
}

function assetsSection(): string[] {
  return [
    '## Styles and scripts',
    `The program’s are ${filesUnder('assets')
      .map((file) => code(`assets/${file}`))
      .join(
        ' and ',
      )}. A site’s \`templates/assets/main.css\` takes the place of the program’s; a file of another name comes beside it, on every page: \`main\` first, then the others by name. So a few rules of one’s own go into \`templates/assets/site.css\`.`,
    'Styles and scripts are published with their hash in the name (`/assets/main.yBkr8G6kub.css`), so that browsers may keep them for ever; `site.stylesheets` and `site.scripts` hold their addresses. Other files (fonts, pictures) keep their names: `assets/trong-dong.svg` is `/assets/trong-dong.svg`, and a style sheet refers to it by `url(trong-dong.svg)`. The colour `theme.accent` stands in a style sheet behind the others: as `--accent`, made readable in the light and in the dark scheme, and as `--bar` and `--bar-2`, the grounds of the menu under white letters.',
  ];
}

/** Each word with its texts, so that a site can see what it may say otherwise. */
function wordsSection(): string[] {
  const texts = ['vi', 'en'].map((lang) => readWords('', lang).words);
  return [
    '## Words',
    'What the theme says by itself stands in `words/vi.yaml` and `words/en.yaml`; `lang` in `site.yaml` chooses. Templates print a word by `{{words.home}}` (`{{@root.words.home}}` within `{{#each}}`). A site that wants other words writes only these into its own `templates/words/vi.yaml`:',
    fenced('yaml', 'otherNews: Tin cùng chuyên mục\nseeAllNews: Xem thêm tin'),
    '`{n}`, `{name}`, `{year}` … are filled in by the program. A key that is not in this list is told with the nearest one.',
    table(
      ['Word', 'vi', 'en'],
      WORD_NAMES.map((name) => [code(name), ...texts.map((words) => words[name])]),
    ),
  ];
}

function helpersSection(): string[] {
  const list = Object.entries(HELPER_NOTES).map(([name, [example, meaning]]) => [
    code(name),
    code(example),
    meaning,
  ]);
  return ['## Helpers', 'There are no others.', table(['Helper', 'Example', 'Meaning'], list)];
}

function exampleSection(): string[] {
  return [
    '## Example: a footer of one’s own',
    'The site has this folder:',
    fenced('text', 'site.yaml\ncontent/\n  tin-tuc/…\ntemplates/\n  partials/\n    footer.hbs'),
    '`templates/partials/footer.hbs`:',
    fenced('handlebars', FOOTER),
    '`site.yaml`:',
    fenced(
      'yaml',
      'title: Trang tin Đông Hà\norganisation:\n  address: 01 Đường Mẫu, Đông Hà\n  phone: 0233 000 000',
    ),
    'The next `dongha-site build` prints this footer on every page; the layout, which calls it by `{{> footer}}`, is still the program’s. Write `site.organisation.adress` in it, and the build stops with the line, the column and “Có phải ý là “address”?”.',
  ];
}

/** docs/templates.md */
export function templatesReference(): string {
  const told: Told = new Map();
  const { page: pageShape } = views.list.fields;
  return page([
    ...howItWorks(),
    '## `site`',
    'The same on every page of a build.',
    table(HEAD, rows(siteShape.fields, 'site.', '[site](#site)', told)),
    '## `page`',
    table(HEAD, rows(pageShape.fields, 'page.', '[page](#page)', told)),
    '## Templates, one by one',
    ...(Object.keys(views) as TemplateName[]).flatMap((name) => templateSection(name, told)),
    ...wordsSection(),
    ...helpersSection(),
    ...partialsSection(),
    ...assetsSection(),
    ...exampleSection(),
  ]);
}
