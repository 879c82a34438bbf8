/**
 * What each template gets, and nothing else. Every address here is ready for an `href` or `src`:
 * it carries the base path. Times and numbers are printed as the portal prints them.
 */
import { flag, group, html, list, number, optional, text, type ViewOf } from './shape.js';
import { WORD_NAMES, type WordName, type Words } from './words.js';

const link = group({ label: text('its words'), href: text('its address') });
const time = group({ text: text('as printed: `10:19, Thứ Tư, 22-5-2024`'), iso: text('for `datetime`') });

const image = group({
  src: text('address of the picture, of middling size'),
  srcset: optional(text('the same in all widths, for `srcset`; an SVG and a picture that moves have none')),
  webp: optional(text('all widths as WebP, for a `<source type="image/webp">`')),
  large: text('address of the largest, to link to'),
  width: number('pixels of the largest'),
  height: number('pixels of the largest'),
  alt: text('its description; empty when the editor gave none'),
});

const shareImage = group({
  src: text('whole address of a JPEG at most 1200 wide'),
  width: number('pixels'),
  height: number('pixels'),
  alt: text('its description; empty when the editor gave none'),
});

const picture = group({
  ...image.fields,
  caption: optional(text('chú thích')),
  credit: optional(text('who made it')),
});

const file = group({
  href: text('where to load it'),
  label: text('its label, or its name'),
  kind: text('`PDF`, `DOCX` …'),
  size: text('`120 kB`'),
});

const newsLine = group({
  title: text('headline'),
  href: text('address'),
  day: text('`22-5-2024`'),
  iso: text('for `datetime`'),
});

const newsItem = group({
  ...newsLine.fields,
  summary: optional(text('sapo, or the first words of the article')),
  category: link,
  image: optional(image, 'the article’s picture'),
});

const documentItem = group({
  number: optional(text('`214-KH/TU`; a draft for comment has none')),
  name: text('its number, or `Dự thảo Quyết định`'),
  title: text('`Kế hoạch số 214-KH/TU`, or the title that the editor gave'),
  href: text('address'),
  type: text('loại văn bản'),
  issuer: text('cơ quan ban hành'),
  issued: text('`26/3/2024`'),
  iso: text('for `datetime`'),
  summary: text('trích yếu'),
  status: optional(text('tình trạng hiệu lực, when something settles it')),
  statusCode: optional(text('`in-force`, `expired` …, for styles')),
  field: optional(text('lĩnh vực')),
  files: list(file, 'its files'),
});

const pollOption = group({
  label: text('phương án'),
  value: text('what the form sends: its number from 0'),
  id: text('an id that is unique on the page'),
  votes: text('`87 lượt chọn`: ticks, not people'),
  percent: text('`97,55%`: of the participants'),
  share: number('0 to 100, for the bar'),
});

const pollBox = group({
  question: text('câu hỏi'),
  href: text('the poll’s own page'),
  slug: text('for the form'),
  state: text('`upcoming`, `open` or `closed`'),
  open: flag('whether votes are taken now'),
  action: optional(text('where the form is sent; absent when there is no vote service')),
  multiple: flag('whether several options may be chosen'),
  choices: number('how many options one person may choose'),
  chooseUpTo: text('`Chọn tối đa 2 phương án.`'),
  tooMany: text('`Chỉ được chọn tối đa 2 phương án.`: the answer to a vote with more'),
  options: list(pollOption, 'phương án'),
  hasResults: flag('whether there are counts to show'),
  participants: text('`0 người đã tham gia bình chọn`'),
  opens: time,
  closes: optional(time),
});

const menuItem = group({
  label: text('its words'),
  href: text('its address'),
  children: list(link, 'one level below, its own page among them'),
});

/** The same for every page of a build; holds nothing that comes from articles. */
export const siteShape = group({
  title: text('the site’s title'),
  lang: text('`vi`'),
  home: text('address of the home page'),
  organisation: group({
    name: optional(text('cơ quan')),
    parent: optional(text('cơ quan chủ quản')),
    emblem: optional(text('address of the emblem')),
    address: optional(text('địa chỉ')),
    phone: optional(text('điện thoại')),
    phoneHref: optional(text('`tel:…`')),
    email: optional(text('email')),
    responsible: optional(
      group({ name: text('name'), position: optional(text('chức vụ')) }),
      'chịu trách nhiệm nội dung',
    ),
    licence: optional(text('giấy phép')),
    reuse: optional(text('điều kiện sử dụng lại')),
  }),
  icon: optional(text('address of `content/public/favicon.*`, else of the emblem')),
  menu: list(menuItem, 'home, then the menu of `site.yaml` or the categories'),
  links: list(link, 'liên kết website'),
  banner: optional(text('the notice over every page')),
  robots: optional(text('for `<meta name="robots">`')),
  policy: text('for `<meta http-equiv="Content-Security-Policy">`'),
  stylesheets: list(group({ href: text('address') }), 'style sheets, in order'),
  scripts: list(group({ src: text('address') }), 'scripts, in order'),
  newDocuments: list(documentItem, 'VĂN BẢN MỚI'),
  poll: optional(pollBox, 'THĂM DÒ Ý KIẾN: the newest open poll, else the newest closed one'),
  addresses: group({
    news: text('Các tin khác'),
    newDocuments: text('Văn bản mới'),
    documents: text('the library'),
    polls: text('polls'),
    archive: text('archive'),
    tags: text('tags'),
    siteMap: text('site map'),
  }),
});

/** The words of the theme; their texts are in `templates/words/`. */
const wordsShape = group(
  Object.fromEntries(WORD_NAMES.map((name) => [name, text('')])) as Record<WordName, ReturnType<typeof text>>,
);

const page = group({
  title: text('for `<title>`'),
  name: text('the title alone, without the site’s'),
  address: text('of this page'),
  canonical: optional(text('whole address, when `baseUrl` is set')),
  description: optional(text('for `<meta name="description">`')),
  section: optional(text('the menu’s address that this page stands under')),
  inSection: flag('whether it stands below that address, not at it'),
  noindex: flag('whether search engines should pass the page over'),
  breadcrumbs: list(link, 'from home down to the page above this one'),
  type: text('`article` or `website`, for `og:type`'),
  published: optional(text('when it was published, for programs')),
  modified: optional(text('when it was changed, for programs')),
  date: optional(text('its day, for `DC.date`')),
  creator: optional(text('author of an article, issuer of a document')),
  publisher: optional(text('the body')),
  identifier: optional(text('number of a document, else the whole address')),
  image: optional(shareImage, 'for links to the page'),
  data: optional(html('schema.org as JSON-LD')),
});

/** What every template gets beside its own fields. */
const common = { site: siteShape, words: wordsShape, page };

const pager = group({
  newer: optional(text('address of the page of newer entries')),
  older: optional(text('address of the page of older entries')),
  span: text('`3-4-2024 – 22-5-2024`'),
});

const newsList = {
  heading: text('title of the list'),
  intro: optional(text('a sentence under it')),
  showCategory: flag('whether the items are of several categories'),
  items: list(newsItem, 'newest first'),
  empty: text('what to say when there is none'),
  pager: optional(pager, 'absent when the list has one page'),
};

const facet = group({
  label: text('`Theo loại văn bản` …'),
  items: list(
    group({
      ...link.fields,
      count: number('documents under it'),
      current: flag('whether this page shows it'),
    }),
    'one a value',
  ),
});

const year = group({
  year: text('`2024`'),
  href: text('address'),
  count: number('articles'),
  months: list(
    group({ label: text('`Tháng 5`'), href: text('address'), count: number('articles') }),
    'newest first',
  ),
});

const treeItem = group({ ...link.fields, children: list(link, 'one level below') });

/** One shape a template; the name is the template’s file in `templates/`. */
export const views = {
  home: group({
    ...common,
    lead: optional(newsItem, 'the lead story'),
    featured: list(newsItem, 'the stories under it'),
    columns: number('how many of these stand side by side on a wide page: 1 to 3'),
    categories: list(
      group({
        ...link.fields,
        first: newsItem,
        rest: list(newsLine, 'the next'),
        wide: flag('whether it has a row to itself: the last of an odd number'),
      }),
      'a band a category',
    ),
    empty: text('what to say when there is no article at all'),
  }),
  article: group({
    ...common,
    title: text('headline'),
    time,
    updated: optional(time),
    category: link,
    summary: optional(text('sapo')),
    body: html('the text'),
    image: optional(picture, 'the article’s picture'),
    gallery: list(picture, 'more pictures'),
    video: optional(file, 'a video file'),
    audio: optional(file, 'an audio file'),
    author: optional(text('tác giả')),
    source: optional(
      group({ name: text('nguồn'), href: optional(text('its address')), time: optional(time) }),
    ),
    files: list(file, 'files to load'),
    tags: list(link, 'từ khóa'),
    others: list(newsLine, 'Các tin khác'),
    othersEmpty: text('`Chưa có tin khác.`'),
    poll: optional(pollBox, 'the article’s own poll; otherwise the site’s is shown'),
  }),
  list: group({ ...common, ...newsList }),
  documents: group({
    ...common,
    heading: text('title of the list'),
    intro: optional(text('a sentence under it')),
    items: list(documentItem, 'newest first'),
    empty: text('`Chưa có văn bản mới.`'),
    pager: optional(pager),
    facets: list(facet, 'by type, year, issuer and field'),
  }),
  document: group({
    ...common,
    ...documentItem.fields,
    heading: text('`Kế hoạch số 214-KH/TU`'),
    issuerHref: text('address of the issuer’s documents'),
    typeHref: text('address of the documents of this type'),
    fieldHref: optional(text('address of the documents of this field')),
    effective: optional(text('ngày có hiệu lực')),
    expires: optional(text('ngày hết hiệu lực')),
    signer: optional(group({ name: text('người ký'), position: optional(text('chức vụ')) })),
    relations: list(
      group({
        label: text('`Thay thế`, `Được thay thế bởi` …'),
        important: flag('whether it takes this document out of force'),
        items: list(
          group({
            text: text('number and trích yếu'),
            href: optional(text('address, when the site holds it')),
          }),
          'documents',
        ),
      }),
      'what it replaces, amends and repeals, and the reverse',
    ),
    comment: optional(
      group({
        open: flag('whether comments are taken now'),
        opens: optional(time),
        closes: optional(time),
        address: optional(text('where to send them')),
        email: optional(text('where to mail them')),
      }),
      'lấy ý kiến dự thảo',
    ),
    body: html('the text, often empty'),
    citedBy: list(newsLine, 'news that names this document'),
  }),
  polls: group({
    ...common,
    heading: text('`Thăm dò ý kiến`'),
    items: list(pollBox, 'newest first'),
    empty: text('`Hiện chưa có cuộc thăm dò nào.`'),
    pager: optional(pager),
  }),
  poll: group({ ...common, poll: pollBox, body: html('the text, often empty') }),
  page: group({
    ...common,
    title: text('title'),
    summary: optional(text('a sentence under it')),
    updated: optional(time),
    body: html('the text'),
  }),
  archive: group({
    ...common,
    heading: text('`Lưu trữ`'),
    years: list(year, 'newest first'),
    empty: text('what to say when there is none'),
  }),
  tags: group({
    ...common,
    heading: text('`Từ khóa`'),
    items: list(group({ ...link.fields, count: number('articles') }), 'in Vietnamese order'),
    empty: text('what to say when there is none'),
  }),
  'site-map': group({
    ...common,
    heading: text('`Sơ đồ trang`'),
    items: list(treeItem, 'the site as a tree'),
  }),
  'not-found': group({ ...common, heading: text('`Không tìm thấy trang`') }),
  redirect: group({ ...common, target: text('the new address') }),
} as const;

export type TemplateName = keyof typeof views;
export type TemplateView<N extends TemplateName> = ViewOf<(typeof views)[N]>;
/** What all pages of a build share. */
export interface SharedView {
  readonly site: ViewOf<typeof siteShape>;
  readonly words: Words;
}
/** A view as it is planned: instead of a field, what makes it. A template that does not print the field never asks. */
type Planned<V> = V extends readonly (infer I)[]
  ? readonly Planned<I>[]
  : V extends object
    ? { readonly [K in keyof V]: Planned<V[K]> | (() => Planned<V[K]>) }
    : V;
/** A page’s own view, without the shared part that every page has. */
export type OwnView<N extends TemplateName> = Planned<Omit<TemplateView<N>, keyof SharedView>>;

export type NewsItem = Planned<ViewOf<typeof newsItem>>;
export type DocumentItem = ViewOf<typeof documentItem>;
export type PollBox = ViewOf<typeof pollBox>;
export type FileItem = ViewOf<typeof file>;
export type ShareImage = ViewOf<typeof shareImage>;
export type ImageItem = ViewOf<typeof image>;
export type PictureItem = ViewOf<typeof picture>;
export type TimeItem = ViewOf<typeof time>;
export type LinkItem = ViewOf<typeof link>;
export type Pager = ViewOf<typeof pager>;
export type FacetItem = ViewOf<typeof facet>;
export type PageMeta = ViewOf<typeof page>;
export type PlannedMeta = Planned<PageMeta>;
