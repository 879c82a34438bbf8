import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { render, typeOf } from '../helpers/parse.js';

describe('pictures', () => {
  test('stand in slots, with their descriptions', () => {
    assert.equal(render('Xem ![Cánh đồng](a.jpg) đẹp.').html, '<p>Xem {image a.jpg “Cánh đồng”} đẹp.</p>');
  });

  test('alone in a paragraph with a title become figures', () => {
    assert.equal(
      render('![Cánh đồng](a.jpg "Lúa chín & đẹp")').html,
      '<figure>{image a.jpg “Cánh đồng”}<figcaption>Lúa chín &#x26; đẹp</figcaption></figure>',
    );
    // As Word quotes it.
    assert.equal(
      render('![Cánh đồng](a.jpg “Lúa chín”)').html,
      '<figure>{image a.jpg “Cánh đồng”}<figcaption>Lúa chín</figcaption></figure>',
    );
    assert.equal(render('![Cánh đồng](a.jpg)').html, '<p>{image a.jpg “Cánh đồng”}</p>');
  });

  test('without a description are warned of', () => {
    assert.deepEqual(render('![](a.jpg)').told, ['1:1 image/no-description']);
  });

  test('with a space in the name are told, and how to write them', () => {
    assert.deepEqual(render('![Ảnh](ảnh chụp.jpg)').told, ['1:1 image/space-in-name']);
    assert.deepEqual(render('Một.\n\nHai ![Ảnh](ảnh chụp.jpg "x")').told, ['3:5 image/space-in-name']);
    assert.deepEqual(render('&NewLine;&amp; ![Ảnh](ảnh chụp.jpg)').told, ['1:16 image/space-in-name']);
    assert.equal(render('![Ảnh](<ảnh chụp.jpg>)').slots.length, 1);
  });

  test('of other sites are left out', () => {
    const { html, told } = render('![Ảnh](https://x.vn/a.jpg)');
    assert.equal(html, '<p>Ảnh</p>');
    assert.deepEqual(told, ['1:1 image/elsewhere']);
  });

  test('written as data: are left out', () => {
    assert.doesNotMatch(render('![Ảnh](data:image/png;base64,AAAA)').html, /data:/);
  });
});

describe('links', () => {
  test('to other sites, mail and telephones stay as they are', () => {
    assert.equal(
      render('[a](https://x.vn/a?b=1&c=2 "T")').html,
      '<p><a href="https://x.vn/a?b=1&#x26;c=2" title="T">a</a></p>',
    );
    assert.equal(
      render('[a](mailto:a@x.vn) [b](tel:+84233852)').html,
      '<p><a href="mailto:a@x.vn">a</a> <a href="tel:+84233852">b</a></p>',
    );
  });

  test('to the site stand in slots, in the order of the page', () => {
    const { html, slots } = render('[một](b.md), ![hai](c.jpg), [**ba**](#muc), 01-KL/TW');
    assert.equal(
      html,
      '<p>{link b.md}một{/link}, {image c.jpg “hai”}, {link #muc}<strong>ba</strong>{/link}, {number 01-KL/TW}</p>',
    );
    assert.deepEqual(slots.map(typeOf), ['link', 'link-end', 'image', 'link', 'link-end', 'number']);
  });

  test('may hold a picture', () => {
    assert.equal(render('[![x](a.jpg)](b.md)').html, '<p>{link b.md}{image a.jpg “x”}{/link}</p>');
  });

  test('by reference are links', () => {
    assert.equal(
      render('[a][1] ![b][2]\n\n[1]: b.md\n[2]: c.jpg').html,
      '<p>{link b.md}a{/link} {image c.jpg “b”}</p>',
    );
    assert.equal(render('[a][1]\n\n[1]: javascript:alert(1)').html, '<p>a</p>');
  });

  test('written bare are links', () => {
    assert.equal(
      render('Xem https://x.vn/a, nhé.').html,
      '<p>Xem <a href="https://x.vn/a">https://x.vn/a</a>, nhé.</p>',
    );
    assert.match(render('www.x.vn').html, /<a href="http:\/\/www\.x\.vn">/);
    assert.match(render('Gửi a@x.vn').html, /<a href="mailto:a@x\.vn">/);
    assert.match(render('<https://x.vn>').html, /<a href="https:\/\/x\.vn">/);
  });

  for (const url of [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java&#115;cript:alert(1)',
    '&#106;avascript:alert(1)',
    'vbscript:x',
    'data:text/html,x',
    'file:///etc/passwd',
    'ftp://x.vn/a',
    '//x.vn/a',
    'zalo:1',
  ]) {
    test(`to ${url} are left out, and their words stay`, () => {
      const { html, told } = render(`Xem [**chữ**](${url}) này.`);
      assert.equal(html, '<p>Xem <strong>chữ</strong> này.</p>');
      assert.deepEqual(told, ['1:5 link/scheme']);
    });
  }

  test('that hide their scheme behind control characters run nothing', () => {
    for (const url of [
      'java\u0000script:alert(1)',
      '\u0001javascript:alert(1)',
      'java&Tab;script:alert(1)',
      'java&NewLine;script:x',
      '<java\tscript:alert(1)>',
    ]) {
      const { html } = render(`[x](${url})`);
      assert.doesNotMatch(html, /href="[^"]*script/i, JSON.stringify(url));
    }
  });
});
