import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fieldsAlone, fieldsOf } from '../helpers/parse.js';

const at = (iso: string, dateOnly = false) => ({ at: Date.parse(iso), dateOnly });
const day = (iso: string) => at(`${iso}T00:00:00+07:00`, true);

describe('a document', () => {
  const least = {
    number: '214-KH/TU',
    type: 'Kế hoạch',
    issuer: 'Thành ủy',
    issued: '2024-03-26',
    summary: 'về Diễn đàn',
    files: [{ path: 'a.pdf' }],
  };

  test('needs number, type, issuer, issued, summary and files', () => {
    assert.deepEqual(fieldsOf('document'), least);
    assert.equal((fieldsAlone('document', 'slug: x') as string[]).length, 5);
    assert.deepEqual(
      fieldsAlone('document', 'type: Kế hoạch\nissuer: A\nissued: 1/1/2024\nsummary: B\nfiles: a.pdf'),
      ['1:1 front-matter/missing-field'],
    );
  });

  test('that is a draft for comment needs no number', () => {
    const lines =
      'type: Quy chế\nissuer: A\nissued: 1/1/2024\nsummary: B\nfiles: a.pdf\ncomment: {opens: 1/2/2024, closes: 1/3/2024, address: Số 1, email: a@b.vn}';
    assert.deepEqual((fieldsAlone('document', lines) as { comment: unknown }).comment, {
      opens: day('2024-02-01'),
      closes: day('2024-03-01'),
      address: 'Số 1',
      email: 'a@b.vn',
    });
  });

  test('has all its fields', () => {
    const lines =
      'title: Tên\neffective: 1/4/2024\nexpires: 1/4/2029\nstatus: Ngưng hiệu lực\nsigner: {name: An, position: Bí thư}\nfield: Nội vụ\nreplaces: [01-KH/TU]\namends: 02-KH/TU\nrepeals: [03-KH/TU ngày 1/1/2020]\nrelated: [04-KH/TU]\ntimestamp: 8:00 27/3/2024';
    assert.deepEqual(fieldsOf('document', lines), {
      ...least,
      title: 'Tên',
      effective: '2024-04-01',
      expires: '2029-04-01',
      status: 'suspended',
      signer: { name: 'An', position: 'Bí thư' },
      field: 'Nội vụ',
      replaces: ['01-KH/TU'],
      amends: ['02-KH/TU'],
      repeals: ['03-KH/TU ngày 1/1/2020'],
      related: ['04-KH/TU'],
      timestamp: at('2024-03-27T08:00:00+07:00'),
    });
  });

  test('takes every field in Vietnamese', () => {
    const lines =
      'Số ký hiệu: Số 214 – KH/TU\nLoại văn bản: Kế hoạch\nCơ quan ban hành: Thành ủy\nNgày ban hành: 26/3/2024\nTrích yếu: về Diễn đàn\nTệp: a.pdf\nNgày có hiệu lực: 1/4/2024\nNgày hết hiệu lực: 2/4/2024\nNgười ký: An\nLĩnh vực: Nội vụ\nThay thế: 01-KH/TU\nSửa đổi: 02-KH/TU\nBãi bỏ: 03-KH/TU';
    assert.deepEqual(fieldsAlone('document', lines), {
      ...least,
      effective: '2024-04-01',
      expires: '2024-04-02',
      signer: { name: 'An' },
      field: 'Nội vụ',
      replaces: ['01-KH/TU'],
      amends: ['02-KH/TU'],
      repeals: ['03-KH/TU'],
    });
  });

  test('has its number checked, and an unknown code warned of', () => {
    const lines = (number: string) =>
      `number: ${number}\ntype: A\nissuer: A\nissued: 1/1/2024\nsummary: B\nfiles: a.pdf`;
    assert.deepEqual(fieldsAlone('document', lines('214')), ['2:9 document/bad-number']);
    assert.deepEqual(fieldsAlone('document', lines('214-XYZ/TU')), ['2:9 document/unknown-code']);
  });

  test('does not expire before it takes effect, nor stop taking comments before it begins', () => {
    assert.deepEqual(fieldsOf('document', 'effective: 2/4/2024\nexpires: 1/4/2024'), [
      '9:10 entry/ends-before-it-begins',
    ]);
    assert.deepEqual(fieldsOf('document', 'comment: {opens: 2/4/2024, closes: 1/4/2024}'), [
      '8:36 entry/ends-before-it-begins',
    ]);
  });

  test('never has its type inferred from its number', () => {
    const lines = 'number: 01-QĐ/TU\nissuer: A\nissued: 1/1/2024\nsummary: B\nfiles: a.pdf';
    assert.deepEqual(fieldsAlone('document', lines), ['1:1 front-matter/missing-field']);
  });
});

describe('a poll', () => {
  const least = { question: 'Thế nào?', options: ['Tốt', 'Khá'], opens: day('2024-05-01') };

  test('needs a question, two options and a time to open', () => {
    assert.deepEqual(fieldsOf('poll'), least);
    assert.deepEqual(fieldsAlone('poll', 'question: A\noptions: [Một]\nopens: 1/5/2024'), [
      '3:10 front-matter/too-few',
    ]);
  });

  test('has all its fields, in Vietnamese too', () => {
    const lines =
      'Câu hỏi: Thế nào?\nPhương án: [Tốt, Khá]\nSố lựa chọn: 2\nMở: 1/5/2024\nĐóng: 31/5/2024\nresults: {participants: 3, votes: [3, 2]}';
    assert.deepEqual(fieldsAlone('poll', lines), {
      ...least,
      choices: 2,
      closes: day('2024-05-31'),
      results: { participants: 3, votes: [3, 2] },
    });
  });

  test('has options that differ, no more choices than options, and results that can be', () => {
    assert.deepEqual(fieldsAlone('poll', 'question: A\noptions: [Tốt, tốt]\nopens: 1/5/2024'), [
      '3:16 poll/same-options',
    ]);
    const differ = fieldsAlone('poll', 'question: A\noptions: [Chùa, Chưa, "< 5", "> 5"]\nopens: 1/5/2024');
    assert.ok(!Array.isArray(differ), `${differ}`);
    assert.deepEqual(fieldsOf('poll', 'choices: 3'), ['5:10 poll/too-many-choices']);
    assert.deepEqual(fieldsOf('poll', 'results: {participants: 1, votes: [1]}'), [
      '5:35 poll/votes-do-not-fit',
    ]);
    assert.deepEqual(fieldsOf('poll', 'results: {participants: 1, votes: [1, 1]}'), [
      '5:35 poll/impossible-results',
    ]);
    assert.deepEqual(fieldsOf('poll', 'closes: 1/4/2024'), ['5:9 entry/ends-before-it-begins']);
  });
});
