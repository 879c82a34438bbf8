import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse, toldBy } from '../helpers/parse.js';

const FIELDS = 'title: Tin thử\ntimestamp: 10:19 22/5/2024\ncategory: Tin tức';
const told = (text: string | Uint8Array) => toldBy(parse(text));
const titleOf = (text: string | Uint8Array) => {
  const { parsed } = parse(text);
  return parsed?.kind === 'article' ? parsed.fields.title : undefined;
};

describe('front matter', () => {
  const marks = globalThis as { evaluated?: boolean };
  for (const language of [
    'js',
    'javascript',
    'JS',
    'coffee',
    'json',
    'toml',
    'yaml',
    ' js',
    '\tjs',
    ' # js',
  ]) {
    test(`that says ---${language} is never evaluated`, () => {
      for (const end of ['---', '---\n', '---\njs']) {
        const result = parse(
          `---${language}\nglobalThis.evaluated = true, {title: "x"}\n${end}\nNội dung.\n`,
        );
        assert.equal(marks.evaluated, undefined);
        assert.equal(result.parsed, undefined);
        assert.ok(result.problems.length > 0);
      }
    });
  }

  test('that cannot be read is told every time, not only the first', () => {
    const bad = '---\ntitle: "chưa đóng\n---\nNội dung.\n';
    const first = told(bad);
    assert.ok(first.length > 0);
    for (let i = 0; i < 3; i++) assert.deepEqual(told(bad), first);
  });

  test('may have a byte order mark and Windows’ line ends', () => {
    assert.equal(titleOf(`\ufeff---\n${FIELDS}\n---\nNội dung.\n`), 'Tin thử');
    assert.equal(titleOf(`\ufeff---\n${FIELDS}\n---\nNội dung.\n`.replace(/\n/g, '\r\n')), 'Tin thử');
  });

  test('has the same places with a byte order mark and Windows’ line ends', () => {
    const text = `---\n${FIELDS}\ndraft: có thể\n---\nMột.\n\n<b>Hai</b>\n`;
    const places = ['5:8 front-matter/bad-flag', '9:1 body/raw-html'];
    assert.deepEqual(told(text), places);
    assert.deepEqual(told(`\ufeff${text}`), places);
    assert.deepEqual(told(text.replace(/\n/g, '\r\n')), places);
    assert.deepEqual(told(`\ufeff${text.replace(/\n/g, '\r\n')}`), places);
  });

  test('gives the same body under both line ends', () => {
    const text = `---\n${FIELDS}\n---\nMột.\n\n- hai\n- ba\n\n| a | b |\n|---|---|\n| c | d |\n`;
    const html = (source: string) =>
      Buffer.from(parse(source).body ?? [])
        .toString('utf8')
        .replace(/\r/g, '');
    assert.equal(html(text.replace(/\n/g, '\r\n')), html(text));
  });

  test('may end the file', () => {
    assert.equal(titleOf(`---\n${FIELDS}\n---`), 'Tin thử');
    assert.equal(titleOf(`---\n${FIELDS}\n---\n`), 'Tin thử');
  });

  test('may have spaces behind its fences, and `---` within the text', () => {
    assert.equal(titleOf(`--- \n${FIELDS}\n---  \nMột.\n\n---\n\nHai.\n`), 'Tin thử');
  });

  test('comes out in NFC', () => {
    assert.equal(titleOf(`---\n${FIELDS}\n---\n`.normalize('NFD')), 'Tin thử');
  });

  test('has a place that counts UTF-16 units of the file as written', () => {
    const text = `---\ntitle: Tin thử\ntimestamp: 10:19 22/5/2024\ncategory: Tin tức\ntiêu đề: 🙂\n---\n`;
    assert.deepEqual(told(text), ['5:1 front-matter/repeated-field']);
    assert.deepEqual(told(`---\n${FIELDS}\n---\n🙂 <b>x</b>\n`), ['6:4 body/raw-html']);
    assert.deepEqual(told(`---\n${FIELDS}\n---\n${'ế'.normalize('NFD')} <b>x</b>\n`), ['6:5 body/raw-html']);
  });

  test('must be there, on line 1, and closed', () => {
    assert.deepEqual(told('Nội dung.\n'), ['1:1 front-matter/none']);
    assert.deepEqual(told(''), ['1:1 front-matter/none']);
    assert.deepEqual(told(`\n---\n${FIELDS}\n---\n`), ['2:1 front-matter/not-first']);
    assert.deepEqual(told(`---\n${FIELDS}\nNội dung.\n`), ['1:1 front-matter/unclosed']);
    assert.deepEqual(told(`---\n${FIELDS}\n----\nNội dung.\n`)[0], '5:1 front-matter/bad-fence');
    assert.deepEqual(told(`———\n${FIELDS}\n---\n`)[0], '1:1 front-matter/bad-fence');
  });

  test('must be fields, not a list or a text', () => {
    assert.deepEqual(told('---\n- một\n- hai\n---\n'), ['2:1 front-matter/not-fields']);
    assert.deepEqual(told('---\nmột hai\n---\n'), ['2:1 front-matter/not-fields']);
  });

  test('that is empty lacks its fields', () => {
    assert.equal(told('---\n---\nNội dung.\n').length, 3);
  });

  test('has the commonest mistakes explained', () => {
    const first = (line: string) =>
      told(`---\n${line}\ntimestamp: 10:19 22/5/2024\ncategory: Tin tức\n---\n`)[0];
    assert.equal(first('title: Thông báo: Về việc họp'), '2:8 front-matter/unquoted-colon');
    assert.equal(first('title: [Infographic] Mùa vụ'), '2:8 front-matter/unquoted-start');
    assert.equal(first('title: "Dân vận khéo" ở Đông Hà'), '2:8 front-matter/unquoted-start');
    assert.equal(first('title:Tin thử'), '2:6 front-matter/no-space-after-colon');
    assert.equal(first('title: Họp #3 tại phường'), '2:12 front-matter/cut-by-hash');
    assert.equal(first('title: Tin\n\tsummary: x'), '3:1 front-matter/tab');
  });

  test('with aliases that explode is refused quickly', () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefghi'.split('').map((c, i) => `${c}: &${c} [${`*${'abcdefgh'[i]},`.repeat(9)}]`),
    ];
    const result = parse(`---\n${bomb.join('\n')}\n---\n`);
    assert.equal(result.parsed, undefined);
  });

  test('with a key of objects’ own changes no prototype', () => {
    parse(`---\n${FIELDS}\n__proto__: {polluted: yes}\nconstructor: x\n---\n`);
    assert.equal(({} as Record<string, unknown>).polluted, undefined);
  });
});

describe('a file', () => {
  const bytes = (text: string, encoding: BufferEncoding) => Buffer.from(text, encoding);

  test('that is not UTF-8 is told', () => {
    assert.deepEqual(told(bytes(`---\ntitle: caf\u00e9\n---\n`, 'latin1')), ['2:11 file/not-utf8']);
    assert.deepEqual(told(Buffer.concat([Buffer.from([0xff, 0xfe]), bytes('---\n', 'utf16le')])), [
      '1:1 file/not-utf8',
    ]);
  });

  test('with git’s conflict marks is told, an underlined heading is not', () => {
    const marks = '<<<<<<< HEAD\nmột\n=======\nhai\n>>>>>>> khac\n';
    assert.deepEqual(told(`---\n${FIELDS}\n---\n${marks}`), ['6:1 file/conflict-marks']);
    assert.deepEqual(told(`---\n${FIELDS}\n---\nTựa\n=======\n`), []);
  });

  test('with no-break spaces where YAML wants spaces, and Word’s breaks within a line, is read', () => {
    const lines = 'tiêu đề:\u00a0Tin\nthời gian: 1/5/2024\nchuyên mục: Tin\nảnh:\n\u00a0 src: a.jpg';
    const { parsed, body } = parse(`---\n${lines}\n---\nMột\vhai\fba.\n`);
    assert.ok(parsed?.kind === 'article');
    assert.deepEqual([parsed.fields.title, parsed.fields.image?.src], ['Tin', 'a.jpg']);
    assert.equal(Buffer.from(body ?? []).toString(), '<p>Một hai ba.</p>');
  });

  test('with the line ends of old Macs is read', () => {
    assert.equal(titleOf(`---\n${FIELDS}\n---\nMột.\n`.replaceAll('\n', '\r')), 'Tin thử');
  });

  test('of fields alone that is not closed is told with the line behind them', () => {
    for (const end of ['', '\n']) {
      const [problem] = parse(`---\n${FIELDS}${end}`).problems;
      assert.deepEqual([problem?.code, problem?.params.line], ['front-matter/unclosed', 5]);
    }
  });

  test('in an old Vietnamese encoding is told', () => {
    assert.match(
      told('---\ntitle: Thµnh ñy §«ng Hµ häp bµn c«ng t¸c x©y dùng §¶ng\n---\n')[0] ?? '',
      /file\/legacy-encoding/,
    );
    assert.match(
      told('---\ntitle: Thaønh uûy Ñoâng Haø hoïp baøn coâng taùc xaây döïng Ñaûng\n---\n')[0] ?? '',
      /file\/legacy-encoding/,
    );
    // Also behind a name that is in Unicode.
    assert.deepEqual(told('---\ntiêu đề: §¶ng bé vµ nh©n d©n thµnh phè\n---\nXin chào.\n'), [
      '2:15 file/legacy-encoding',
    ]);
    assert.deepEqual(told('---\ntiêu đề: Ñaûng boä vaø nhaân daân thaønh phoá\n---\nXin chào.\n'), [
      '2:10 file/legacy-encoding',
    ]);
  });
});
