import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { render, typeOf } from '../helpers/parse.js';

describe('headings', () => {
  test('get ids in Vietnamese slugs', () => {
    assert.equal(render('## Đường Hùng Vương').html, '<h2 id="duong-hung-vuong">Đường Hùng Vương</h2>');
    assert.deepEqual(render('## Một\n\n## Một\n\n### Một 2').anchors, ['mot', 'mot-2', 'mot-2-2']);
  });

  test('have the same ids in NFC and NFD', () => {
    assert.deepEqual(render('## Uỷ ban Đông Hà'.normalize('NFD')).anchors, ['uy-ban-dong-ha']);
  });

  test('move down a level where the author began with the page’s own', () => {
    assert.equal(render('# A\n\n## B').html, '<h2 id="a">A</h2>\n<h3 id="b">B</h3>');
    assert.equal(render('## A\n\n### B').html, '<h2 id="a">A</h2>\n<h3 id="b">B</h3>');
    assert.match(render('# A\n\n###### B').html, /<h6 id="b">/);
  });

  test('do not take the ids of the page', () => {
    assert.deepEqual(render('## Footnote label').anchors, ['footnote-label-2']);
    assert.deepEqual(render('## 漢字').anchors, ['muc']);
  });

  test('have ids without what links and pictures in them leave behind', () => {
    assert.deepEqual(render('## Xem [bài](b.md) này').anchors, ['xem-bai-nay']);
  });
});

describe('raw HTML', () => {
  test('is left out with a warning, and its text stays', () => {
    const { html, told } = render('Một <b>hai</b> ba.\n\n<div class="x">Bốn <i>năm</i></div>\n');
    assert.equal(html, '<p>Một hai ba.</p>\n<p>Bốn năm</p>');
    assert.deepEqual(told, ['1:5 body/raw-html', '3:1 body/raw-html']);
  });

  test('that is a script or a style is gone with its text', () => {
    assert.equal(render('<script>alert(1)</script>\n\nMột.').html, '<p>Một.</p>');
    assert.equal(render('<style>p{}</style>\n\nMột.').html, '<p>Một.</p>');
    assert.equal(render('Một.\n\n<iframe src="https://x.vn"></iframe>').html, '<p>Một.</p>');
    assert.doesNotMatch(render('Một <img src=x onerror=alert(1)> hai').html, /img|onerror/);
  });

  test('that is a comment goes without a word', () => {
    const { html, told } = render('Một. <!-- hai -->\n\n<!-- ba -->\n\nBốn.');
    assert.equal(html, '<p>Một. </p>\n<p>Bốn.</p>');
    assert.deepEqual(told, []);
  });

  test('that is <br> breaks a line, in tables too', () => {
    assert.equal(render('Một<br>hai<br/>ba').html, '<p>Một<br>\nhai<br>\nba</p>');
    assert.deepEqual(render('| a |\n|---|\n| b<br>c |').told, []);
    assert.match(render('| a |\n|---|\n| b<br>c |').html, /<td>b<br>\s*c<\/td>/);
  });
});

describe('what GFM adds', () => {
  test('strikes through with two tildes only', () => {
    assert.equal(render('~~một~~ ~hai~').html, '<p><del>một</del> ~hai~</p>');
  });

  test('shows tasks by signs', () => {
    const { html } = render('- [x] xong\n- [ ] chưa');
    assert.match(html, /☑ xong/);
    assert.match(html, /☐ chưa/);
    assert.doesNotMatch(html, /<input/);
  });

  test('makes tables with their alignment', () => {
    const { html } = render('| Số | Trích yếu |\n|---:|:---:|\n| 1 | a |');
    assert.match(
      html,
      /<table>[\s\S]*<th class="align-right">Số<\/th>[\s\S]*<td class="align-center">a<\/td>/,
    );
  });

  test('makes footnotes whose links work both ways, in Vietnamese', () => {
    const { html } = render('Một[^1] và lại[^1], hai[^b].\n\n[^1]: Chú thích một.\n[^b]: Chú thích hai.\n');
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]);
    const targets = [...html.matchAll(/ href="#([^"]*)"/g)].map((match) => match[1]);
    assert.equal(new Set(ids).size, ids.length);
    assert.ok(targets.length >= 6);
    for (const target of targets) assert.ok(ids.includes(target), `#${target} among ${ids}`);
    assert.match(html, /<h2[^>]*id="footnote-label"[^>]*>Chú thích<\/h2>/);
    assert.match(html, /aria-label="Trở lại chỗ có chú thích 1"/);
    assert.doesNotMatch(html, /Footnotes|Back to/);
  });

  test('has no directives: a time is a time', () => {
    assert.equal(render('Lúc 10:19 ngày 22').html, '<p>Lúc 10:19 ngày 22</p>');
  });
});

describe('text', () => {
  test('is never a template', () => {
    assert.equal(
      render('{{title}} {{{body}}} {{> layout}} {{#if x}}').html,
      '<p>{{title}} {{{body}}} {{> layout}} {{#if x}}</p>',
    );
  });

  test('comes out in NFC', () => {
    const { html, excerpt, slots } = render(
      '## Đông Hà\n\nThành uỷ `mã ế` [bài](tệp.md "Tựa") ![ảnh](ế.jpg)\n'.normalize('NFD'),
    );
    for (const part of [html, excerpt, JSON.stringify(slots)]) assert.equal(part, part.normalize('NFC'));
  });

  test('with a combining mark behind a tag keeps the tag whole', () => {
    for (const markdown of [
      '**a**\u0338b',
      '> \u0338a',
      '`a`\u0338',
      '[a](b.md)\u0338c',
      '<b>\u0338a</b>',
      '# \u0338a',
      '\u0338',
      '| \u0338a |\n|---|\n| \u0338 |',
    ]) {
      for (const source of [markdown, `${markdown} ế`.normalize('NFD')]) {
        const { html } = render(source);
        assert.doesNotMatch(html, /\u226f/, `${JSON.stringify(source)} → ${html}`);
        assert.equal((html.match(/</g) ?? []).length, (html.match(/>/g) ?? []).length);
      }
    }
  });

  test('holds no control characters, and U+0000 is no slot', () => {
    const { html, slots } = render('a\u00000\u0000b \u0007c\u001b[31m [x](\u0000.md) \u202ed');
    assert.doesNotMatch(html, /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e]/);
    assert.equal(
      slots.filter((slot) => typeOf(slot) === 'link').length,
      slots.filter((slot) => typeOf(slot) === 'link-end').length,
    );
  });

  test('has its excerpt without pictures and code', () => {
    assert.equal(render('Một ![x](a.jpg)hai\n\n```\nmã\n```\n').excerpt, 'Một hai');
  });
});
