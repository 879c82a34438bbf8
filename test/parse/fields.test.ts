import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fieldsAlone, fieldsOf, parse } from '../helpers/parse.js';

const at = (iso: string, dateOnly = false) => ({ at: Date.parse(iso), dateOnly });
const day = (iso: string) => at(`${iso}T00:00:00+07:00`, true);

describe('an article', () => {
  const least = { title: 'Tin thử', timestamp: at('2024-05-22T10:19:00+07:00'), category: 'Tin tức' };

  test('needs title, timestamp and category', () => {
    assert.deepEqual(fieldsOf('article'), least);
    assert.deepEqual(fieldsAlone('article', 'summary: x'), [
      '1:1 front-matter/missing-field',
      '1:1 front-matter/missing-field',
      '1:1 front-matter/missing-field',
    ]);
  });

  test('has all its fields', () => {
    const lines = [
      'summary: Sapo',
      'author: Lê An',
      'source: {name: Báo, url: "https://bao.vn/", timestamp: 20/5/2024}',
      'image: {src: a.jpg, alt: Mô tả, caption: Chú thích, credit: Minh}',
      'gallery: [b.jpg]',
      'video: v.mp4',
      'audio: a.mp3',
      'tags: [Học Bác, đảng viên]',
      'files: [{path: a.pdf, label: Toàn văn}, b.docx]',
      'poll: Thăm dò',
      'pinned: 30/6/2024',
      'slug: Một tin',
      'aliases: [/cu/1, /cu/2]',
      'draft: không',
      'unpublish: 1/1/2030',
      'updated: 11:00 23/5/2024',
    ];
    const result = parse(
      `---\ntitle: Tin thử\ntimestamp: 10:19 22/5/2024\ncategory: Tin tức\n${lines.join('\n')}\n---\n`,
    );
    assert.deepEqual(
      result.problems.map(({ code }) => code),
      ['image/no-description'],
    );
    assert.deepEqual(result.parsed?.fields, {
      ...least,
      summary: 'Sapo',
      author: 'Lê An',
      source: { name: 'Báo', url: 'https://bao.vn/', timestamp: day('2024-05-20') },
      image: { src: 'a.jpg', alt: 'Mô tả', caption: 'Chú thích', credit: 'Minh' },
      gallery: [{ src: 'b.jpg' }],
      video: 'v.mp4',
      audio: 'a.mp3',
      tags: ['Học Bác', 'đảng viên'],
      files: [{ path: 'a.pdf', label: 'Toàn văn' }, { path: 'b.docx' }],
      poll: 'tham-do',
      pinned: day('2024-06-30'),
      slug: 'mot-tin',
      aliases: ['/cu/1', '/cu/2'],
      draft: false,
      unpublish: day('2030-01-01'),
      updated: at('2024-05-23T11:00:00+07:00'),
    });
  });

  test('takes short forms', () => {
    assert.deepEqual(
      fieldsOf('article', 'source: Báo Nhân Dân\ntags: một, hai\nfiles: a.pdf\naliases: /cu\npinned: có'),
      {
        ...least,
        source: { name: 'Báo Nhân Dân' },
        tags: ['một', 'hai'],
        files: [{ path: 'a.pdf' }],
        aliases: ['/cu'],
        pinned: true,
      },
    );
  });

  test('takes every field in Vietnamese', () => {
    const lines =
      'Tiêu đề: Tin thử\nThời gian: 10:19 22/5/2024\nChuyên mục: Tin tức\nTóm tắt: Sapo\nTác giả: An\nNguồn: Báo\nTừ khóa: a\nTệp: a.pdf\nNháp: có\nGhim: có\nGỡ: 1/1/2030';
    assert.deepEqual(fieldsAlone('article', lines), {
      ...least,
      summary: 'Sapo',
      author: 'An',
      source: { name: 'Báo' },
      tags: ['a'],
      files: [{ path: 'a.pdf' }],
      draft: true,
      pinned: true,
      unpublish: day('2030-01-01'),
    });
  });

  test('keeps what looks like a number, a time or a flag as text', () => {
    assert.deepEqual(
      fieldsAlone(
        'article',
        'title: 0233.852\ntimestamp: 22/5/2024\ncategory: no\nauthor: 10:19\nsummary: 1e3',
      ),
      {
        title: '0233.852',
        timestamp: day('2024-05-22'),
        category: 'no',
        author: '10:19',
        summary: '1e3',
      },
    );
  });

  test('does not leave before it comes', () => {
    assert.deepEqual(fieldsOf('article', 'unpublish: 21/5/2024'), ['5:12 entry/ends-before-it-begins']);
  });

  test('has its mistakes told at the values', () => {
    assert.deepEqual(fieldsAlone('article', 'title: A\ntimestamp: hôm qua\ncategory: B'), [
      '3:12 front-matter/bad-time',
    ]);
    assert.deepEqual(fieldsAlone('article', 'title: A\ntimestamp: Thứ Ba, 22-5-2024\ncategory: B'), [
      '3:12 front-matter/wrong-weekday',
    ]);
    assert.deepEqual(fieldsOf('article', 'draft: có thể'), ['5:8 front-matter/bad-flag']);
    assert.deepEqual(fieldsOf('article', 'mau: đỏ'), ['5:1 front-matter/unknown-field']);
    assert.deepEqual(fieldsOf('article', 'tiêu đề: Hai'), ['5:1 front-matter/repeated-field']);
    assert.deepEqual(fieldsOf('article', 'title: Hai'), ['5:1 front-matter/repeated-field']);
    assert.deepEqual(fieldsOf('article', 'source: {url: "https://x.vn/"}'), [
      '5:9 front-matter/missing-field',
    ]);
  });
});

describe('a page', () => {
  test('needs a title', () => {
    assert.deepEqual(fieldsOf('page', 'summary: Tóm tắt'), { title: 'Giới thiệu', summary: 'Tóm tắt' });
    assert.deepEqual(fieldsAlone('page', 'summary: x'), ['1:1 front-matter/missing-field']);
  });

  test('has no fields of an article', () => {
    assert.deepEqual(fieldsOf('page', 'category: Tin tức'), ['3:1 front-matter/unknown-field']);
  });
});

test('`kind` overrides the folder', () => {
  assert.equal(parse('---\nkind: page\ntitle: A\n---\n').parsed?.kind, 'page');
  assert.equal(
    parse(
      '---\nkind: văn bản\ntype: A\nissuer: A\nissued: 1/1/2024\nsummary: B\nfiles: a\nnumber: 1-KH/TU\n---\n',
      'page',
    ).parsed?.kind,
    'document',
  );
  assert.deepEqual(
    parse('---\nkind: tranh\ntitle: A\n---\n', 'page').problems.map((p) => p.code),
    ['front-matter/not-one-of'],
  );
});
