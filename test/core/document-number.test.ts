import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  findDocumentNumbers,
  isKnownCode,
  parseDocumentNumber,
  parseReference,
} from '../../src/core/document-number.js';

const textOf = (written: string) => parseDocumentNumber(written)?.text;
const keysIn = (text: string) => findDocumentNumbers(text).map(({ key }) => key);

describe('a document number is read', () => {
  const forms = [
    '01-KL/TW',
    '214-KH/TU',
    '42/2022/NĐ-CP',
    '214/KH-UBND',
    '3241/SNV-TT',
    '148/2025/QH15',
    '36-HD/VPTW',
    '16-HD/BTGTU',
    '05-CT/TW',
    '30/2020/NĐ-CP',
    '1234/QĐ-UBND',
    '15/2023/QĐ-UBND',
    '3241/TB-SNV',
    '10-CTr/TU',
    '25a-QĐ/TU',
    '12/TTr-UBND',
    '01/2024/TT-BNV',
    '02/2021/TTLT-BNV-BTC',
    '09-QĐ/BTV',
  ];
  for (const form of forms) {
    test(`as ${form}`, () => assert.equal(textOf(form), form));
  }

  test('with every dash, no-break spaces, “Số:” and Ð, as one number', () => {
    const spellings = [
      '214-KH/TU',
      '214 - KH/TU',
      '214–KH/TU',
      '214 — KH/TU',
      '214\u2011KH/TU',
      '214\u2212KH/TU',
      '214\u2010KH / TU',
      '214\u00a0-\u00a0KH/TU',
      'Số: 214-KH/TU',
      'số 214-KH/TU',
      'SỐ: 214 – KH/TU',
      ' 214-KH/TU ',
      'Số: 214-KH/TU'.normalize('NFD'),
    ];
    for (const spelling of spellings) assert.equal(textOf(spelling), '214-KH/TU', JSON.stringify(spelling));
    assert.equal(textOf('42/2022/NÐ-CP'), '42/2022/NĐ-CP');
    assert.equal(textOf('42/2022/NĐ-CP'.normalize('NFD')), '42/2022/NĐ-CP');
  });

  test('with one key for upper and mixed case', () => {
    assert.equal(parseDocumentNumber('10-CTr/TU')?.key, parseDocumentNumber('10-CTR/TU')?.key);
  });

  test('with the code of its type, where it names one', () => {
    const codes = ['214-KH/TU', '42/2022/NĐ-CP', '1234/QĐ-UBND', '3241/SNV-TT', '148/2025/QH15'];
    assert.deepEqual(
      codes.map((code) => parseDocumentNumber(code)?.code),
      ['KH', 'NĐ', 'QĐ', '', ''],
    );
    assert.ok(isKnownCode('KH') && isKnownCode('ctr') && !isKnownCode('XYZ'));
  });

  test('with an unknown code too', () => assert.equal(parseDocumentNumber('01-XYZ/TU')?.code, 'XYZ'));
});

describe('no document number is', () => {
  const others = [
    '2020 - 2025',
    '2020-2025',
    '18/5/2021',
    '18-5-2021',
    '01/KL',
    'KL/TW',
    '01',
    '',
    '24/7',
    '5-6/2024',
    '01-kl/tw',
    '214-KH',
    'abc',
  ];
  for (const other of others) {
    test(`“${other}”`, () => assert.equal(parseDocumentNumber(other), undefined));
  }
});

describe('document numbers in running text', () => {
  test('are found in all their forms, in order, with their places', () => {
    const text =
      'Thực hiện Kết luận số 01-KL/TW, Nghị định 42/2022/NĐ-CP và Kế hoạch số 214 – KH/TU của Thành uỷ.';
    const found = findDocumentNumbers(text);
    assert.deepEqual(
      found.map(({ start, end }) => text.slice(start, end)),
      ['01-KL/TW', '42/2022/NĐ-CP', '214 – KH/TU'],
    );
    assert.deepEqual(
      found.map(({ key }) => key),
      ['01-KL/TW', '42/2022/NĐ-CP', '214-KH/TU'],
    );
  });

  test('are no spans of years, dates, shares or scores', () => {
    for (const text of [
      'nhiệm kỳ 2020 - 2025 đã đề ra',
      'ngày 18/5/2021',
      'đạt 12/15 tiêu chí',
      'tỷ số 2-1',
      'quý I/2024',
      'giai đoạn 2021-2025, QĐ',
      'Phòng 12-A1',
      'từ 2020 - 2025/Q',
    ]) {
      assert.deepEqual(keysIn(text), [], text);
    }
  });

  test('are whole words', () => {
    assert.deepEqual(keysIn('x01-KL/TW 1.01-KL/TW 7/01-KL/TW 01-KL/TW2a'), []);
    assert.deepEqual(keysIn('(01-KL/TW), “214-KH/TU”.'), ['01-KL/TW', '214-KH/TU']);
  });

  test('carry the date behind them', () => {
    const dayOf = (text: string) => findDocumentNumbers(text)[0]?.day;
    assert.equal(dayOf('số 01-KL/TW, ngày 18/5/2021 của Bộ Chính trị'), '2021-05-18');
    assert.equal(dayOf('số 01-KL/TW ngày 18-5-2021'), '2021-05-18');
    assert.equal(dayOf('số 01-KL/TW (18/05/2021)'), '2021-05-18');
    assert.equal(dayOf('số 01-KL/TW ngày 18 tháng 5 năm 2021'), '2021-05-18');
    assert.equal(dayOf('số 01-KL/TW ban hành ngày 8/5/2021'), '2021-05-08');
    assert.equal(dayOf('số 01-KL/TW của Bộ Chính trị ngày 18/5/2021'), undefined);
    assert.equal(dayOf('số 01-KL/TW ngày 18/5/2021'.normalize('NFD')), '2021-05-18');
  });

  test('never throw, and lie in order within the text', () => {
    const part = fc.constantFrom(
      '01',
      '214',
      '2022',
      '-',
      '–',
      '/',
      ' ',
      '\u00a0',
      'KH',
      'TU',
      'NĐ',
      'CP',
      'QH15',
      'ngày ',
      '18/5/2021',
      'a',
      ',',
      '(',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 24 }), (parts) => {
        const text = parts.join('');
        let at = 0;
        for (const { start, end, key } of findDocumentNumbers(text)) {
          assert.ok(at <= start && start < end && end <= text.length);
          assert.equal(parseDocumentNumber(text.slice(start, end))?.key, key);
          at = end;
        }
      }),
    );
  });
});

describe('a reference to a document', () => {
  test('is a number, with or without its day', () => {
    assert.equal(parseReference('01-KL/TW')?.number.key, '01-KL/TW');
    assert.equal(parseReference('01-KL/TW')?.day, undefined);
    assert.equal(parseReference('01-KL/TW ngày 18/5/2021')?.day, '2021-05-18');
    assert.equal(parseReference('01-KL/TW, ngày 18/5/2021')?.day, '2021-05-18');
    assert.equal(parseReference('Luật Đất đai'), undefined);
  });
});
