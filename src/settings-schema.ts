/** The keys of `site.yaml`. Everything is optional; the defaults are in config.ts. */
import { address, count, line, lines, moment, oneOf, slugText, url } from './core/field-types.js';
import type { FieldPath } from './core/problem.js';
import { problem } from './core/problem.js';
import { listOf, maybe, type Reading, record, required, type Type, textOr } from './core/schema.js';
import { isZone } from './core/time.js';
import type { CategorySetting, MenuItem, SiteConfig } from './core/types.js';

/** A line of text with a rule of its own. */
function checked(
  doc: string,
  check: (value: string, at: FieldPath, to: Reading) => string | undefined,
): Type<string> {
  return {
    doc,
    read(raw, at, to) {
      const value = line.read(raw, at, to);
      return value === undefined ? undefined : check(value, at, to);
    },
  };
}

const baseUrl = checked('https://…/', (value, at, to) => {
  const parsed = URL.canParse(value) ? new URL(value) : undefined;
  if (parsed && /^https?:$/.test(parsed.protocol) && !parsed.search && !parsed.hash)
    return value.replace(/\/*$/, '/');
  to.problems.push(problem('settings/bad-base-url', { value }, { field: at }));
  return undefined;
});

const zone = checked('time zone', (value, at, to) => {
  if (isZone(value)) return value;
  to.problems.push(problem('settings/bad-zone', { value }, { field: at }));
  return undefined;
});

const colour = checked('#rrggbb', (value, at, to) => {
  if (/^#[0-9a-f]{6}$/i.test(value)) return value.toLowerCase();
  to.problems.push(problem('settings/bad-colour', { value }, { field: at }));
  return undefined;
});

const PLACEHOLDERS = [':category', ':year', ':month', ':day', ':slug'];

const permalink = checked('/:category/:year/:slug/', (value, at, to) => {
  const unknown = (value.match(/:[a-z]*/gi) ?? []).find((name) => !PLACEHOLDERS.includes(name));
  const wrong =
    !value.startsWith('/') ||
    !value.endsWith('/') ||
    !value.includes(':slug') ||
    /[^a-z0-9/:-]|\/\//.test(value);
  if (!unknown && !wrong) return value;
  const reason = unknown ?? (value.includes(':slug') ? '/…/' : ':slug');
  to.problems.push(problem('settings/bad-permalink', { value, problem: reason }, { field: at }));
  return undefined;
});

const menuItem: Type<MenuItem> = record<MenuItem>({
  label: required(line, 'its words', 'label: Giới thiệu'),
  to: required(line, 'an address of the site, a content file, or a URL', 'to: /gioi-thieu/'),
  children: maybe({ doc: '[…]', read: (raw, at, to) => listOf(menuItem).read(raw, at, to) }, 'a level below'),
});

/** What stands in a Content-Security-Policy: an origin, a path of one, a scheme, or a word in quotation marks. */
const SOURCE = /^(?:'[a-z0-9+/=-]+'|[a-z*][\w.*:/@%+=~-]*)$/i;

/** Those words; YAML takes the quotation marks away that they need. */
const WORD =
  /^(?:self|none|strict-dynamic|report-sample|wasm-unsafe-eval|unsafe-[a-z-]+|(?:nonce|sha(?:256|384|512))-[a-z0-9+/=_-]+)$/i;

const source = checked("https://… | 'unsafe-…'", (value, at, to) => {
  if (WORD.test(value)) return `'${value}'`;
  if (SOURCE.test(value)) return value;
  to.problems.push(problem('settings/bad-source', { value }, { field: at }));
  return undefined;
});
const sources = listOf(source, { one: true });

export const settingsSchema = record<SiteConfig>({
  title: maybe(line, 'name of the site'),
  organisation: maybe(
    record({
      name: maybe(line, 'cơ quan'),
      parent: maybe(line, 'cơ quan chủ quản'),
      emblem: maybe(line, 'picture of the emblem, from content/'),
      address: maybe(lines, 'địa chỉ'),
      phone: maybe(line, 'điện thoại'),
      email: maybe(line, 'email'),
      responsible: maybe(
        record(
          {
            name: required(line, 'who answers for the content', 'name: Họ và tên'),
            position: maybe(line, 'chức vụ'),
          },
          'name',
        ),
        'chịu trách nhiệm nội dung',
      ),
      licence: maybe(line, 'giấy phép'),
      reuse: maybe(line, 'how the content may be used again'),
    }),
    'who publishes; what is not set is not printed',
  ),
  baseUrl: maybe(baseUrl, 'where the site will be; may hold a path'),
  lang: maybe(oneOf({ vi: 'Tiếng Việt', en: 'English' }), 'language of the pages and of messages'),
  timezone: maybe(zone, 'zone of times without an offset, and of all times printed'),
  theme: maybe(
    record({
      accent: maybe(colour, 'the one colour'),
      from: maybe(line, 'a shared templates folder, or an npm package with one'),
    }),
    'looks',
  ),
  menu: maybe(listOf(menuItem), 'the menu; without it, the categories'),
  categories: maybe(
    listOf(
      textOr<CategorySetting, CategorySetting>(
        {
          doc: 'text',
          read: (raw, at, to) => ((name) => name && { name })(line.read(raw, at, to)) || undefined,
        },
        record<CategorySetting>({
          name: required(line, 'its name', 'name: Tin tức'),
          slug: maybe(slugText, 'in addresses'),
          description: maybe(line, 'a sentence on its page'),
        }),
      ),
    ),
    'chuyên mục: order, spelling and addresses',
  ),
  home: maybe(
    record({
      featured: maybe(count(1, 20), 'stories at the head'),
      perCategory: maybe(count(1, 20), 'stories for each category'),
      categories: maybe(listOf(line, { one: true }), 'which categories, in order; else all'),
    }),
    'the home page',
  ),
  pageSize: maybe(count(1, 500), 'entries on a numbered page of a list'),
  others: maybe(count(0, 50), 'Các tin khác under an article'),
  permalinks: maybe(record({ article: maybe(permalink, 'addresses of articles') }), 'addresses'),
  links: maybe(
    listOf(
      record({
        label: required(line, 'its words', 'label: Cổng thông tin'),
        url: required(url, 'its address', 'url: https://example.vn/'),
      }),
    ),
    'liên kết website',
  ),
  banner: maybe(
    record(
      {
        text: required(line, 'its words', 'text: Trang này đã ngừng cập nhật'),
        from: maybe(moment, 'when it appears'),
        until: maybe(moment, 'when it goes; a date lasts through its day'),
      },
      'text',
    ),
    'a notice over every page',
  ),
  polls: maybe(
    record({ endpoint: maybe(checked('address | URL', endpoint), 'where votes are sent') }),
    'the poll service',
  ),
  images: maybe(
    record({ widths: maybe(listOf(count(16, 10_000)), 'widths of picture variants, in pixels') }),
    'pictures',
  ),
  security: maybe(
    record({
      script: maybe(sources, 'further sources of scripts'),
      style: maybe(sources, 'further sources of styles'),
      frame: maybe(sources, 'further sources of frames'),
      connect: maybe(sources, 'further targets of requests'),
      image: maybe(sources, 'further sources of pictures'),
    }),
    'additions to the Content-Security-Policy',
  ),
  robots: maybe(line, 'what search engines may do, for example noindex'),
  extends: maybe(line, 'a shared site.yaml, or an npm package with one'),
});

function endpoint(value: string, at: FieldPath, to: Reading): string | undefined {
  return value.startsWith('/') ? address.read(value, at, to) : url.read(value, at, to);
}
