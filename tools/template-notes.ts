/** What the tables of the program do not hold about templates: where each is used, and an example of each. */
import type { TemplateName } from '../src/core/views.js';
import type { BUILT_IN, helpers } from '../src/render/helpers.js';

interface TemplateNote {
  readonly use: string;
  /** Must pass the program's own check of templates. */
  readonly example: string;
}

const inLayout = (inner: string): string =>
  `{{#> layout}}\n<main id="noi_dung">\n${inner}\n</main>\n{{/layout}}`;

export const TEMPLATE_NOTES: Readonly<Record<TemplateName, TemplateNote>> = {
  home: {
    use: 'The home page, `/`.',
    example: inLayout(
      '{{#if lead}}\n<h2><a href="{{lead.href}}">{{lead.title}}</a></h2>\n{{else}}\n<p>{{empty}}</p>\n{{/if}}\n{{#each featured}}\n{{> news-line}}\n{{/each}}',
    ),
  },
  article: {
    use: 'An article.',
    example: inLayout(
      '<h1>{{title}}</h1>\n<time datetime="{{time.iso}}">{{time.text}}</time>\n{{#if summary}}\n<p>{{summary}}</p>\n{{/if}}\n{{{body}}}\n{{#if author}}\n<p>Tác giả: {{author}}</p>\n{{/if}}',
    ),
  },
  list: {
    use: 'Every list of articles: Các tin khác, a category, a keyword, a year and a month of the archive.',
    example: inLayout(
      '<h1>{{heading}}</h1>\n<ul>\n{{#each items}}\n<li><a href="{{href}}">{{title}}</a> <time datetime="{{iso}}">{{day}}</time></li>\n{{else}}\n<li>{{empty}}</li>\n{{/each}}\n</ul>\n{{#if pager}}\n{{> pager pager}}\n{{/if}}',
    ),
  },
  documents: {
    use: 'Every list of documents: the library, by type, year, issuer and field, and Văn bản mới.',
    example: inLayout(
      '<h1>{{heading}}</h1>\n{{#each items}}\n<p>{{#if number}}{{number}}, {{/if}}{{issued}}: <a href="{{href}}">{{summary}}</a></p>\n{{/each}}',
    ),
  },
  document: {
    use: 'One document.',
    example: inLayout(
      '<h1>{{heading}}</h1>\n<p>{{summary}}</p>\n{{#if status}}\n<p>Tình trạng: {{status}}</p>\n{{/if}}\n{{#each files}}\n<p>{{> file-link}}</p>\n{{/each}}\n{{{body}}}',
    ),
  },
  polls: {
    use: 'The list of polls.',
    example: inLayout(
      '<h1>{{heading}}</h1>\n{{#each items}}\n{{> poll-box}}\n{{else}}\n<p>{{empty}}</p>\n{{/each}}',
    ),
  },
  poll: {
    use: 'One poll.',
    example: inLayout('<h1>{{poll.question}}</h1>\n{{> poll-box poll}}\n{{{body}}}'),
  },
  page: {
    use: 'A standing page: giới thiệu, liên hệ …',
    example: inLayout('<h1>{{title}}</h1>\n{{{body}}}'),
  },
  archive: {
    use: 'The archive, `/luu-tru/`.',
    example: inLayout(
      '<h1>{{heading}}</h1>\n{{#each years}}\n<h2><a href="{{href}}">{{year}}</a> ({{count}})</h2>\n{{#each months}}\n<a href="{{href}}">{{label}}</a>\n{{/each}}\n{{/each}}',
    ),
  },
  tags: {
    use: 'All keywords, `/tu-khoa/`.',
    example: inLayout(
      '<h1>{{heading}}</h1>\n{{#each items}}\n<a href="{{href}}">{{label}} ({{count}})</a>\n{{/each}}',
    ),
  },
  'site-map': {
    use: 'The site as a tree, `/so-do-trang/`.',
    example: inLayout(
      '<h1>{{heading}}</h1>\n<ul>\n{{#each items}}\n<li><a href="{{url this.href}}">{{label}}</a></li>\n{{/each}}\n</ul>',
    ),
  },
  'not-found': {
    use: 'What the host shows when there is no such page, `/404.html`.',
    example: inLayout('<h1>{{heading}}</h1>\n<p><a href="{{site.home}}">Trang chủ</a></p>'),
  },
  redirect: {
    use: 'At an old address. It stands alone, without the layout.',
    example:
      '<!DOCTYPE html>\n<html lang="{{site.lang}}">\n<head>\n<meta charset="utf-8">\n<title>{{page.title}}</title>\n<meta http-equiv="refresh" content="0; url={{url target}}">\n</head>\n<body><a href="{{url target}}">{{target}}</a></body>\n</html>',
  },
};

export const HELPER_NOTES: Readonly<
  Record<keyof typeof helpers | (typeof BUILT_IN)[number], readonly [example: string, meaning: string]>
> = {
  if: ['{{#if summary}}…{{else}}…{{/if}}', 'When there is a value: not empty, not 0, not an empty list.'],
  unless: ['{{#unless files}}…{{/unless}}', 'The reverse.'],
  each: [
    '{{#each items}}…{{else}}…{{/each}}',
    'For every item; within it names are the item’s own, `../` leads out again, and `@first`, `@last`, `@index` tell where it stands.',
  ],
  with: ['{{#with source}}{{name}}{{/with}}', 'Steps into a group.'],
  eq: ['{{#if (eq state "open")}}…{{/if}}', 'Whether two values are the same.'],
  url: [
    '<a href="{{url this.href}}">',
    'An address for `href` or `src`; empty unless it is of this site or http, https, mailto or tel. For addresses that people wrote.',
  ],
};

/** The worked example: a site with a footer of its own. */
export const FOOTER = `<footer class="footer">
<div class="wrap">
<p class="footer-name">{{site.title}}</p>
{{#if site.organisation.address}}
<p>Địa chỉ: {{site.organisation.address}}</p>
{{/if}}
{{#if site.organisation.phone}}
<p>Đường dây nóng: <a href="{{url site.organisation.phoneHref}}">{{site.organisation.phone}}</a></p>
{{/if}}
<p><a href="{{site.addresses.siteMap}}">Sơ đồ trang</a></p>
</div>
</footer>
`;
