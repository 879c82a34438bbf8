import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { KINDS } from '../../src/core/types.js';
import { parse, render, toldBy, typeOf } from '../helpers/parse.js';

/** What Markdown and those who attack it are made of. */
const TOKENS = [
  '\n',
  '\n\n',
  ' ',
  '    ',
  '\t',
  '\r\n',
  '#',
  '## ',
  '# ',
  '- ',
  '* ',
  '1. ',
  '2026. ',
  '> ',
  '```',
  '~~~',
  '`',
  '~',
  '~~',
  '*',
  '**',
  '_',
  '__',
  '[',
  ']',
  '(',
  ')',
  '](',
  '![',
  '[^1]',
  '[^1]: ',
  '[x]: ',
  '[x]',
  '[ ] ',
  '[x] ',
  '<',
  '>',
  '</',
  '/>',
  '<script>',
  '</script>',
  '<SCRIPT ',
  '<img src=x onerror=alert(1)>',
  '<a href="javascript:alert(1)">',
  '</a>',
  '<br>',
  '<!--',
  '-->',
  '<![CDATA[',
  '<?',
  '<svg/onload=x>',
  '<style>',
  'javascript:alert(1)',
  'JAVASCRIPT:',
  'java\tscript:x',
  'data:text/html,x',
  'https://x.vn/',
  'www.x.vn',
  'a@b.vn',
  'mailto:a@b.vn',
  'tel:1',
  '&#106;avascript:x',
  '&lt;',
  '&amp;',
  '&#0;',
  '&#x0;',
  '&NewLine;',
  '&Tab;',
  '\\',
  '|',
  '|---|',
  '---',
  '===',
  ':',
  '::',
  '"',
  "'",
  '{{',
  '}}',
  '{{{x}}}',
  '\u0000',
  '\u00000\u0000',
  '\u0001',
  '\u001b',
  '\ufeff',
  '\ufffd',
  '\u00a0',
  '\u0338',
  '\u0301',
  '\u202e',
  '\u2066',
  '\ud800',
  '\udc00',
  '🙂',
  'đ',
  'ế',
  'ế'.normalize('NFD'),
  'Đông Hà',
  'a.md',
  'ảnh.jpg',
  '#muc',
  '01-KL/TW',
  '214 – KH/TU',
  '42/2022/NĐ-CP',
  ', ngày 18/5/2021',
  '2020 - 2025',
  '10:19',
];
const markdown = fc
  .array(fc.oneof(fc.constantFrom(...TOKENS), fc.string({ maxLength: 6 })), { maxLength: 40 })
  .map((parts) => parts.join(''));

const TAG = /<[a-z/!?](?:"[^"]*"|[^">])*>?/gi;

function checkSafe(html: string): void {
  for (const [tag] of html.matchAll(TAG)) {
    assert.doesNotMatch(tag, /^<(?:\/?(?:script|style|iframe|img|svg|object|embed|form|input)\b|[!?])/i);
    assert.doesNotMatch(tag, /\s(?:href|src)="(?!(?:https?|mailto|tel):|#)/i);
    assert.doesNotMatch(tag.replace(/"[^"]*"/g, '""'), /\s(?:on\w+|style|srcdoc)=/i);
  }
  assert.doesNotMatch(html, /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/);
}

/** Every tag that is opened is closed, in order. */
function checkBalanced(html: string): void {
  const open: string[] = [];
  for (const [, slash, name = '', rest = ''] of html.matchAll(
    /<(\/?)([a-z][a-z0-9]*)((?:[^">]|"[^"]*")*)>/g,
  )) {
    if (/^(?:br|hr)$/.test(name)) continue;
    if (slash) assert.equal(open.pop(), name, `${rest} in ${html}`);
    else open.push(name);
  }
  assert.deepEqual(open, [], html);
}

describe('whatever an editor writes', () => {
  test('the HTML of a body is safe and whole', () => {
    fc.assert(
      fc.property(markdown, (source) => {
        const { chunks, slots, anchors, excerpt } = render(source);
        const html = chunks.join('');
        checkSafe(html);
        checkBalanced(html);
        assert.doesNotMatch(excerpt, /\u0000/);
        assert.equal(new Set(anchors).size, anchors.length);
        const links = slots.map(typeOf).filter((type) => type.startsWith('link'));
        assert.deepEqual(
          links,
          links.map((_, i) => (i % 2 === 0 ? 'link' : 'link-end')),
        );
      }),
      { numRuns: 1500 },
    );
  });

  test('the same body gives the same HTML', () => {
    fc.assert(
      fc.property(markdown, (source) => assert.deepEqual(render(source), render(source))),
      { numRuns: 100 },
    );
  });

  test('places lie within the body', () => {
    fc.assert(
      fc.property(markdown, (source) => {
        const lines = source.split(/\r\n|\n|\r/).length;
        for (const told of render(source).told) {
          const [line = 0, column = 0] = told.split(/[: ]/).map(Number);
          assert.ok(line >= 1 && line <= lines + 1 && column >= 1, told);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('no text makes parsing throw, in any kind', () => {
    const yaml = fc.array(
      fc.oneof(
        fc.constantFrom(
          'title',
          'timestamp',
          ': ',
          ':',
          '\n',
          '- ',
          '[',
          ']',
          '{',
          '}',
          '"',
          "'",
          '&a',
          '*a',
          '!!',
          '|',
          '>',
          '#',
          '\t',
          '  ',
          '---',
          'image',
          'files',
          'kind',
          'tiêu đề',
          'x',
          '22/5/2024',
          '<<',
          '? ',
          '\u0000',
          '__proto__',
        ),
        fc.string({ maxLength: 4 }),
      ),
      { maxLength: 25 },
    );
    const file = fc.tuple(
      fc.constantFrom('---\n', '', '\ufeff---\r\n', '---js\n'),
      yaml,
      fc.constantFrom('\n---\n', '', '\n---', '\n----\n'),
      markdown,
    );
    fc.assert(
      fc.property(file, fc.constantFrom(...KINDS), ([open, fields, close, body], kind) => {
        const result = parse(`${open}${fields.join('')}${close}${body}`, kind);
        assert.equal(result.parsed === undefined, result.body === undefined);
        assert.ok(result.parsed || result.problems.length > 0);
        assert.ok(toldBy(result).every((told) => !told.includes('undefined')));
      }),
      { numRuns: 1500 },
    );
  });

  test('no bytes make parsing throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.constantFrom(...KINDS), (bytes, kind) => {
        assert.ok(parse(bytes, kind).problems.length > 0);
      }),
    );
  });
});
