/** The generated docs/ are what `npm run docs` makes; they and README.vi.md say what is true of the program. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { messages, type Problem } from '../src/core/problem.js';
import { KINDS } from '../src/core/types.js';
import { isRawMap, readYaml } from '../src/core/yaml.js';
import { checkTemplates } from '../src/render/check-templates.js';
import { loadTemplates } from '../src/render/load-templates.js';
import { areasWithoutSection } from '../tools/diagnostics-reference.js';
import { type DocumentedField, fieldsOf, isChoice } from '../tools/fields-reference.js';
import { reference } from '../tools/reference.js';
import { FOOTER, TEMPLATE_NOTES } from '../tools/template-notes.js';
import { FORMS } from '../tools/value-forms.js';
import { cli } from './helpers/cli.js';
import { article, PROJECT, testDir } from './helpers/site.js';

const SUBJECTS = [...KINDS, 'site'] as const;
const fields = SUBJECTS.flatMap((subject) => fieldsOf(subject).map((field) => ({ subject, field })));

/** What the program says to a line of front matter, read as the value of `field`. */
function mistakesIn(line: string, { path: at, type }: DocumentedField): string[] {
  const raw = readYaml(line);
  assert.ok(isRawMap(raw), line);
  const problems: Problem[] = [];
  for (const value of Object.values(raw))
    type.read(value, [at], { area: 'front-matter', zone: 'Asia/Ho_Chi_Minh', problems });
  return problems.map((p) => p.code);
}

describe('the reference', () => {
  for (const [file, text] of reference()) {
    test(`${file} is what npm run docs makes`, () => {
      assert.equal(readFileSync(path.join(PROJECT, file), 'utf8'), text);
    });
  }

  test('lists every diagnostic', () => {
    const text = reference().get('docs/diagnostics.md') ?? '';
    const headings = text.split('\n').filter((line) => line.startsWith('### '));
    const missing = Object.keys(messages).filter((code) => !headings.some((h) => h.includes(`\`${code}\``)));
    assert.deepEqual([missing, areasWithoutSection()], [[], []]);
  });

  test('shows only examples that the program takes', () => {
    for (const { subject, field } of fields.filter(({ field }) => field.example))
      assert.deepEqual(mistakesIn(field.example, field), [], `${subject}: ${field.example}`);
  });

  test('explains every form of a value, with examples that the program takes', () => {
    for (const { field } of fields) {
      const form = field.type.doc.replace(/^\[(.*)\]$/, '$1');
      const isPlain = /^\d+–\d+$|[{…]/.test(form) || isChoice(form);
      assert.ok(isPlain || form in FORMS, `${field.path}: ${form}`);
    }
    for (const [form, { examples }] of Object.entries(FORMS)) {
      const user = fields.find(({ field }) => field.type.doc === form || field.type.doc === `[${form}]`);
      assert.ok(user, `no field takes ${form}`);
      for (const example of examples) assert.deepEqual(mistakesIn(`x: ${example}`, user.field), [], example);
    }
  });
});

describe('the examples of templates', () => {
  test('pass the check of templates', (t) => {
    const examples = Object.entries(TEMPLATE_NOTES).map(([name, { example }]) => [
      `templates/${name}.hbs`,
      example,
    ]);
    const root = testDir(t, Object.fromEntries(examples));
    assert.deepEqual(checkTemplates(loadTemplates(root)).problems, []);
  });

  test('a footer of one’s own is printed, and a slip in it is told', async (t) => {
    const footer = 'templates/partials/footer.hbs';
    const site = {
      'site.yaml': 'title: T\norganisation:\n  phone: 0233 000 000\n',
      'content/tin-tuc/a.md': article(),
    };
    const root = testDir(t, { ...site, [footer]: FOOTER });
    assert.equal((await cli(['build', root])).code, 0);
    assert.match(
      readFileSync(path.join(root, 'dist/index.html'), 'utf8'),
      /Đường dây nóng: <a href="tel:0233000000">/,
    );
    const slip = await cli([
      'check',
      testDir(t, { ...site, [footer]: FOOTER.replaceAll('.address', '.adress') }),
    ]);
    assert.equal(slip.code, 1);
    assert.match(slip.stderr, /footer\.hbs:4:\d+ .*template\/no-such-field[\s\S]*Có phải ý là “address”\?/);
  });
});

describe('README.vi.md', () => {
  const text = readFileSync(path.join(PROJECT, 'README.vi.md'), 'utf8');
  const blocks = [...text.matchAll(/^```(\w+)(?: (.+))?\n([\s\S]*?)^```$/gm)].map(
    ([, , name = '', block = '']) => ({ name, block }),
  );
  const entries = Object.fromEntries(
    blocks.filter(({ name }) => name.startsWith('content/')).map(({ name, block }) => [name, block]),
  );
  const picture = readFileSync(path.join(PROJECT, 'content/hinh-anh/cho-phien.jpg'));
  const beside = {
    'content/tin-tuc/2024/trong-cay.jpg': picture,
    'content/tin-tuc/2024/ke-hoach-trong-cay.pdf': 'x',
    'content/van-ban/2024/ke-hoach-214-kh-tu.pdf': 'x',
    'content/van-ban/2024/phu-luc.pdf': 'x',
    'content/van-ban/2024/du-thao-quy-che.pdf': 'x',
    'content/van-ban/2025/ke-hoach-15-kh-tu.pdf': 'x',
  };
  const check = (root: string) => cli(['check', '--strict', '--now', '1/4/2025', root]);

  test('has examples in which the program finds nothing to mend', async (t) => {
    const { code, stderr } = await check(testDir(t, { ...entries, ...beside }));
    assert.equal(code, 0, stderr);
    assert.match(stderr, /^5 tin, bài · 3 văn bản · 1 thăm dò · 1 trang\n/);
  });

  test('shows a message as the program tells it', async (t) => {
    const told = blocks.find(({ name }) => name === 'lời báo')?.block ?? '';
    const title = 'tiêu đề: Thông báo: Về việc nghỉ Tết';
    const file = withLine(title).replace(`\n${title}`, '').replace('---', `---\n${title}`);
    const { stderr } = await check(testDir(t, { 'content/tin-tuc/nghi-tet.md': file }));
    assert.ok(stderr.startsWith(told), stderr);
  });

  test('tells the code of each wrong line, and nothing of the right one', async (t) => {
    const rows = [...text.matchAll(/^\| `([a-z-]+\/[a-z-]+)` \| `([^`]+)`.*? \| (.+) \|$/gm)].map(
      ([, code, wrong = '', cure = '']) => ({ code, wrong, right: /^`(.+)`$/.exec(cure)?.[1] }),
    );
    assert.equal(rows.length, 9);
    const files = (lines: readonly (string | undefined)[]) =>
      Object.fromEntries(lines.map((line, i) => [`content/tin-tuc/2024/x${i}.md`, withLine(line ?? '')]));
    const wrong = files(rows.map((row) => row.wrong));
    const { stderr } = await check(testDir(t, { ...entries, ...beside, ...wrong }));
    for (const [i, { code }] of rows.entries())
      assert.match(stderr, new RegExp(`x${i}\\.md:\\d+:\\d+  lỗi  ${code}`));
    const right = files(rows.flatMap((row) => row.right ?? []));
    assert.equal(Object.keys(right).length, 8);
    const mended = await check(testDir(t, { ...entries, ...beside, ...right }));
    assert.equal(mended.code, 0, mended.stderr);
  });
});

/** An article with this line in its front matter, or in its text when it is a picture or a link. */
function withLine(line: string): string {
  const least = ['tiêu đề: Tin thử', 'thời gian: 22/5/2024', 'chuyên mục: Đô thị văn minh'];
  const isText = /^!?\[/.test(line);
  const kept = isText ? least : least.filter((other) => other.slice(0, 5) !== line.slice(0, 5));
  return `---\n${(isText ? kept : [...kept, line]).join('\n')}\n---\n\n${isText ? line : 'Nội dung.'}\n`;
}
