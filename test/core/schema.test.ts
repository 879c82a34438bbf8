import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { canonicalKey, fieldLabel } from '../../src/core/field-names.js';
import {
  address,
  count,
  flag,
  flagOrMoment,
  line,
  lines,
  moment,
  oneOf,
  slugText,
  url,
} from '../../src/core/field-types.js';
import { listOf, maybe, type Reading, record, required, type Type, textOr } from '../../src/core/schema.js';
import type { Raw } from '../../src/core/yaml.js';

/** The value that a type reads, or the codes of what it tells. */
function read(type: Type<unknown>, raw: Raw): unknown {
  const to: Reading = { area: 'front-matter', zone: 'Asia/Ho_Chi_Minh', problems: [] };
  const value = type.read(raw, ['x'], to);
  return to.problems.length > 0 ? to.problems.map(({ code }) => code.replace('front-matter/', '')) : value;
}

const entry = record<{ title: string; draft?: boolean | undefined; tags?: readonly string[] | undefined }>({
  title: required(line, 'a title', 'title: Tiêu đề'),
  draft: maybe(flag, 'a draft'),
  tags: maybe(listOf(line, { one: true, split: /[,;]/ }), 'tags'),
});

describe('names of fields', () => {
  test('are one in English and Vietnamese, with and without marks, in any case', () => {
    for (const key of [
      'title',
      'Title',
      'tiêu đề',
      'Tiêu đề',
      'TIÊU ĐỀ',
      'tieu de',
      'tieu-de',
      'tiêu_đề',
      'Tiêu đề'.normalize('NFD'),
    ]) {
      assert.equal(canonicalKey(key), 'title', key);
    }
  });

  test('cover every Vietnamese key that the contract lists', () => {
    const keys: Record<string, string> = {
      'tiêu đề': 'title',
      'thời gian': 'timestamp',
      'chuyên mục': 'category',
      'tóm tắt': 'summary',
      'tác giả': 'author',
      nguồn: 'source',
      ảnh: 'image',
      'từ khóa': 'tags',
      'từ khoá': 'tags',
      tệp: 'files',
      nháp: 'draft',
      ghim: 'pinned',
      gỡ: 'unpublish',
      'số ký hiệu': 'number',
      'loại văn bản': 'type',
      'cơ quan ban hành': 'issuer',
      'ngày ban hành': 'issued',
      'trích yếu': 'summary',
      'ngày có hiệu lực': 'effective',
      'ngày hết hiệu lực': 'expires',
      'người ký': 'signer',
      'lĩnh vực': 'field',
      'thay thế': 'replaces',
      'sửa đổi': 'amends',
      'bãi bỏ': 'repeals',
      'câu hỏi': 'question',
      'phương án': 'options',
      'số lựa chọn': 'choices',
      mở: 'opens',
      đóng: 'closes',
    };
    for (const [key, name] of Object.entries(keys)) assert.equal(canonicalKey(key), name, key);
  });

  test('are shown in both languages', () => {
    assert.equal(fieldLabel('title'), 'title (tiêu đề)');
    assert.equal(fieldLabel('slug'), 'slug');
  });
});

describe('a group of fields', () => {
  test('takes each field under any of its names', () => {
    assert.deepEqual(read(entry, { 'Tiêu đề': 'Một', nháp: 'có' }), { title: 'Một', draft: true });
  });

  test('takes empty values for absent ones', () => {
    assert.deepEqual(read(entry, { title: 'Một', draft: null, tags: '~' }), { title: 'Một' });
    assert.deepEqual(read(entry, { title: null }), ['missing-field']);
  });

  test('tells what is missing, once', () => {
    assert.deepEqual(read(entry, {}), ['missing-field']);
    assert.deepEqual(read(entry, { title: ['a'] }), ['not-text']);
  });

  test('warns of unknown names and tells a misspelt one as that', () => {
    assert.deepEqual(read(entry, { title: 'Một', màu: 'đỏ' }), ['unknown-field']);
    assert.deepEqual(read(entry, { titel: 'Một' }), ['misspelt-field']);
    assert.deepEqual(read(entry, { 'tiêu đê̂': 'Một' }), { title: 'Một' });
  });

  test('tells one field written under two names', () => {
    assert.deepEqual(read(entry, { title: 'Một', 'tiêu đề': 'Hai' }), ['repeated-field']);
  });

  test('is not a text', () => assert.deepEqual(read(entry, 'x'), ['not-a-group']));
});

describe('simple values', () => {
  test('flags are yes and no in both languages', () => {
    for (const yes of ['true', 'yes', 'on', 'có', 'Có', 'co', 'CÓ', 'đúng', '1'])
      assert.equal(read(flag, yes), true, yes);
    for (const no of ['false', 'no', 'off', 'không', 'Không', 'khong', 'sai', '0'])
      assert.equal(read(flag, no), false, no);
    assert.deepEqual(read(flag, 'có thể'), ['bad-flag']);
  });

  test('text is one line in NFC, without control characters', () => {
    assert.equal(read(line, ' Đông\u00a0 Hà '.normalize('NFD')), 'Đông Hà');
    assert.equal(read(line, 'a\u0000\u0007b\u202ec\u2066'), 'abc');
    assert.equal(read(line, '0233.852'), '0233.852');
    assert.equal(read(lines, 'Số 1\nĐông Hà\n'), 'Số 1\nĐông Hà');
  });

  test('numbers are whole and within bounds', () => {
    assert.equal(read(count(1, 50), ' 20 '), 20);
    for (const bad of ['0', '51', '-1', '1.5', '2,5', 'hai', '1e1', ''])
      assert.deepEqual(read(count(1, 50), bad), ['bad-number'], bad);
  });

  test('moments have a message for each mistake', () => {
    assert.deepEqual(read(moment, '30/2/2024'), ['no-such-date']);
    assert.deepEqual(read(moment, 'Thứ Ba, 22/5/2024'), ['wrong-weekday']);
    assert.deepEqual(read(moment, '25:00 22/5/2024'), ['no-such-time']);
    assert.deepEqual(read(moment, 'mai'), ['bad-time']);
    assert.equal(read(flagOrMoment, 'có'), true);
    assert.deepEqual(read(flagOrMoment, '22/5/2024'), {
      at: Date.parse('2024-05-22T00:00:00+07:00'),
      dateOnly: true,
    });
  });

  test('addresses within the site have no way out', () => {
    assert.equal(
      read(address, '/vi/chi-tiet-tin/-/view-article/1/2/3'),
      '/vi/chi-tiet-tin/-/view-article/1/2/3',
    );
    for (const bad of ['tin', '/a/../b', '/a?b', '/a#b', '/a b', 'https://x.vn/', '/a\\b', '/./a'])
      assert.deepEqual(read(address, bad), ['bad-address'], bad);
  });

  test('URLs are http, https, mailto or tel', () => {
    for (const good of ['https://x.vn/a', 'http://x.vn', 'mailto:a@x.vn', 'tel:+84233852'])
      assert.equal(read(url, good), good);
    for (const bad of [
      'javascript:alert(1)',
      'ftp://x',
      'x.vn',
      '//x.vn',
      'https://',
      'https://x.vn/"onclick="',
    ])
      assert.deepEqual(read(url, bad), ['bad-url'], bad);
  });

  test('one of a few is known by code and by Vietnamese name', () => {
    const kind = oneOf({ article: 'tin', page: 'trang' });
    assert.equal(read(kind, 'Tin'), 'article');
    assert.equal(read(kind, 'page'), 'page');
    assert.deepEqual(read(kind, 'x'), ['not-one-of']);
    const to: Reading = { area: 'front-matter', zone: 'Asia/Ho_Chi_Minh', problems: [] };
    const status = oneOf({ 'in-force': 'Còn hiệu lực', expired: 'Hết hiệu lực toàn bộ' });
    status.read('hết hiệu lực', [], to);
    assert.equal(to.problems[0]?.params.nearest, 'Hết hiệu lực toàn bộ');
  });

  test('slugs are made of what is written', () =>
    assert.equal(read(slugText, 'Tin Đầu Tiên'), 'tin-dau-tien'));
});

describe('lists', () => {
  test('are lists, or one value where that is allowed', () => {
    assert.deepEqual(read(listOf(line), ['a', 'b']), ['a', 'b']);
    assert.deepEqual(read(listOf(line, { one: true }), 'a'), ['a']);
    assert.deepEqual(read(listOf(line), 'a'), ['not-a-list']);
    assert.deepEqual(read(listOf(line, { min: 2 }), ['a']), ['too-few']);
  });

  test('of tags may be one text with commas', () => {
    assert.deepEqual(read(entry, { title: 'x', tags: 'một, hai; ba' }), {
      title: 'x',
      tags: ['một', 'hai', 'ba'],
    });
  });

  test('of text or groups take both', () => {
    const type = listOf(textOr(line, record<{ path: string }>({ path: required(line, '', '') })));
    assert.deepEqual(read(type, ['a.pdf', { path: 'b.pdf' }]), ['a.pdf', { path: 'b.pdf' }]);
  });
});
