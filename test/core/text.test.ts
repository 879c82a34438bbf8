import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { escapeHtml, excerpt, fold, nameKey, nearest, oneLine, slug } from '../../src/core/text.js';

const LETTERS =
  'aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵĐÐðẾỘẴ -–/.,01Ω漢🙂\u0338\u00a0';
const vietnamese = fc.string({ unit: fc.constantFrom(...LETTERS), maxLength: 160 });

describe('folding', () => {
  test('makes all spellings of a name one', () => {
    for (const form of ['Đông Hà', 'ĐÔNG HÀ', 'đông hà', 'Đông Hà'.normalize('NFD'), 'Ðông Hà', 'ðông hà']) {
      assert.equal(fold(form), 'dong ha');
    }
  });

  test('does not care where a tone stands', () => {
    assert.equal(fold('uỷ hoà'), fold('ủy hòa'));
    assert.equal(nameKey('Thành uỷ'), nameKey('THÀNH ỦY'));
  });

  test('takes the marks off every vowel', () => {
    assert.equal(
      fold('ắằẳẵặ ấầẩẫậ ếềểễệ ốồổỗộ ớờởỡợ ứừửữự ỳỷỹýỵ'),
      'aaaaa aaaaa eeeee ooooo ooooo uuuuu yyyyy',
    );
  });
});

describe('a slug', () => {
  test('is the same for NFC and NFD', () => {
    fc.assert(
      fc.property(vietnamese, (text) =>
        assert.equal(slug(text.normalize('NFC')), slug(text.normalize('NFD'))),
      ),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) =>
        assert.equal(slug(text.normalize('NFC')), slug(text.normalize('NFD'))),
      ),
    );
  });

  test('holds [a-z0-9-] only, at most 100 of them, no hyphen at an end and no two together', () => {
    fc.assert(
      fc.property(fc.oneof(vietnamese, fc.string({ unit: 'binary', maxLength: 300 })), (text) =>
        assert.match(slug(text), /^(?=.{0,100}$)(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/),
      ),
    );
  });

  test('is its own slug', () => {
    fc.assert(fc.property(vietnamese, (text) => assert.equal(slug(slug(text)), slug(text))));
  });

  test('spells đ and Ð as d', () => {
    for (const d of ['đ', 'Đ', 'ð', 'Ð']) assert.equal(slug(`${d}ường`), 'duong');
  });

  test('is made of what a headline holds', () => {
    assert.equal(
      slug('Kết quả nổi bật qua 03 năm thực hiện Kết luận số 01-KL/TW của Bộ Chính trị'),
      'ket-qua-noi-bat-qua-03-nam-thuc-hien-ket-luan-so-01-kl-tw-cua-bo-chinh-tri',
    );
    assert.equal(slug('  “Dân vận khéo” – 97,55%! '), 'dan-van-kheo-97-55');
    assert.equal(slug('漢字 🙂'), '');
  });

  test('is cut between words', () => {
    const long = slug('một hai ba bốn năm '.repeat(20));
    assert.ok(long.length <= 100 && long.length > 90);
    assert.match(long, /(?:mot|hai|ba|bon|nam)$/);
    assert.equal(slug('a'.repeat(300)).length, 100);
  });
});

describe('the nearest name', () => {
  test('is found with slips of the hand and without marks', () => {
    assert.equal(nearest('titel', ['title', 'timestamp']), 'title');
    assert.equal(nearest('chuyen muc', ['chuyên mục', 'tóm tắt']), 'chuyên mục');
    assert.equal(nearest('Xây dựng Đản', ['Kinh tế', 'Xây dựng Đảng']), 'Xây dựng Đảng');
  });

  test('is none when nothing is near', () => {
    assert.equal(nearest('hoàn toàn khác', ['title', 'timestamp']), undefined);
    assert.equal(nearest('x', []), undefined);
  });
});

describe('an excerpt', () => {
  test('ends at a word, with an ellipsis, without loose punctuation', () => {
    assert.equal(excerpt('Một hai, ba bốn', 9), 'Một hai…');
    assert.equal(excerpt('Một  hai\nba', 40), 'Một hai ba');
  });

  test('is never longer than asked, but for the ellipsis', () => {
    fc.assert(
      fc.property(vietnamese, fc.integer({ min: 1, max: 80 }), (text, length) => {
        assert.ok(excerpt(text, length).length <= length + 1);
      }),
    );
  });
});

test('HTML is escaped in text and in attributes', () => {
  assert.equal(escapeHtml('<a href="x">&\'</a>'), "&lt;a href=&quot;x&quot;&gt;&amp;'&lt;/a&gt;");
});

test('a line has single spaces and none at its ends', () => {
  assert.equal(oneLine('  a\u00a0\u00a0b\t\n c '), 'a b c');
});
