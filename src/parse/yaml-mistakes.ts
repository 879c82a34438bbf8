/** The mistakes that people make in front matter, found line by line, because YAML's own words help no editor. */
import { type Place, type Problem, problem } from '../core/problem.js';
import { asValue, inQuotes } from '../core/yaml.js';
import { explainYaml } from '../core/yaml-places.js';
import { badIndent, repeated } from './yaml-layout.js';

type Area = 'front-matter' | 'settings';

interface Line {
  readonly text: string;
  /** The next line that is not empty; '' at the end. */
  readonly next: string;
  readonly place: (column: number, length: number) => Place;
  readonly area: Area;
}

const FIELD = /^(\s*(?:- )?)([^\s:#'"[\]{}-][^:]*):(?:([ \t]+)(.*))?$/;
const ITEM = /^(\s*- +)(\S.*)$/;
const PAIRS: Readonly<Record<string, string>> = { '[': ']', '{': '}', '"': '"', "'": "'" };

/** Why a text that YAML refuses is refused. `above` lines of the file stand before it. */
export function explainMistakes(yaml: string, area: Area, above: number): Problem[] {
  const found = eachLine(
    yaml,
    area,
    above,
    (line) => tab(line) ?? unclosed(line) ?? badStart(line) ?? colon(line) ?? noSpace(line),
  );
  if (found.length > 0) return found;
  const fault = explainYaml(yaml);
  if (fault?.code === 'DUPLICATE_KEY') return [repeated(yaml, area, fault.place, above)];
  const indent = badIndent(yaml, area, above);
  if (indent) return [indent];
  const place = fault && { ...fault.place, line: fault.place.line + above };
  const lines = yaml.split(/\r?\n/);
  const detail =
    (lines[(fault?.place.line ?? 1) - 1] ?? '').trim() || (lines.find((text) => text.trim()) ?? '').trim();
  return [
    problem(`${area}/syntax`, { detail }, { place: place ?? { line: 1 + above, column: 1, length: 1 } }),
  ];
}

/** What YAML accepts but its author did not mean: `title: Họp # 3` loses its end. */
export function silentMistakes(yaml: string, area: Area, above: number): Problem[] {
  if (!/(?:^|\s)#|:\s+[&*!]/.test(yaml)) return [];
  return eachLine(yaml, area, above, (line) => marked(line) ?? hash(line));
}

/** Lines of a text without any field: `title:Họp` is text, not a field. */
export function gluedFields(yaml: string, area: Area, above: number): Problem[] {
  return eachLine(yaml, area, above, noSpace);
}

function eachLine(
  yaml: string,
  area: Area,
  above: number,
  check: (line: Line) => Problem | undefined,
): Problem[] {
  const found: Problem[] = [];
  const lines = yaml.split(/\r?\n/);
  let blockIndent = -1;
  for (const [i, text] of lines.entries()) {
    const indent = indentOf(text);
    if (blockIndent >= 0 && (indent > blockIndent || text.trim() === '')) continue;
    blockIndent = /:\s*[|>][+-]?\s*$/.test(text) ? indent : -1;
    const mistake = check({
      text,
      next: lines.slice(i + 1).find((below) => below.trim() !== '') ?? '',
      area,
      place: (column, length) => ({ line: i + 1 + above, column, length: Math.max(1, length) }),
    });
    if (mistake) found.push(mistake);
  }
  return found;
}

function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}

interface Parts {
  readonly lead: string;
  /** Empty for an item of a list that is text. */
  readonly key: string;
  readonly value: string;
  /** of the value */
  readonly column: number;
}

function parts(line: Line): Parts | undefined {
  const [, lead = '', key = '', gap = '', value = ''] = FIELD.exec(line.text) ?? [];
  if (key)
    return { lead, key, value: value.trimEnd(), column: lead.length + key.length + 1 + gap.length + 1 };
  const [, dash = '', item = ''] = ITEM.exec(line.text) ?? [];
  return item ? { lead: dash, key: '', value: item.trimEnd(), column: dash.length + 1 } : undefined;
}

/** The line with its value as given. */
function written({ lead, key }: Parts, value: string): string {
  return `${lead}${key && `${key}: `}${value}`;
}

function tab(line: Line): Problem | undefined {
  const match = /^ *\t\s*/.exec(line.text);
  if (!match || line.text.trim() === '') return undefined;
  const right = `${match[0].replace(/\t/g, '  ')}${line.text.trimStart()}`;
  return problem(`${line.area}/tab`, { line: right }, { place: line.place(1, match[0].length) });
}

/** A bracket or quotation mark that nothing closes, neither on this line nor on lines that continue it. */
function unclosed(line: Line): Problem | undefined {
  const p = parts(line);
  const char = p?.value[0] ?? '';
  const end = PAIRS[char];
  if (!p || !end || p.value.slice(1).includes(end) || continues(line)) return undefined;
  const right = written(p, `${p.value.replace(/,$/, '')}${end}`);
  return problem(
    `${line.area}/unclosed-mark`,
    { char, line: right },
    { place: line.place(p.column, p.value.length) },
  );
}

/** Whether the next line belongs to this one's value. */
function continues({ text, next }: Line): boolean {
  if (next === '') return false;
  return indentOf(next) > indentOf(text) || !(FIELD.test(next) || ITEM.test(next));
}

function badStart(line: Line): Problem | undefined {
  const p = parts(line);
  if (!p || p.value === '' || /^[|>][+-]?$/.test(p.value)) return undefined;
  const first = p.value[0] ?? '';
  const end = PAIRS[first];
  const isWrong =
    end === undefined ? /^[&*!%@`>|,\]}]|^[-?](?:\s|$)/.test(p.value) : endsEarly(p.value, first, end);
  return isWrong ? startMistake(line, p, first) : undefined;
}

function startMistake(line: Line, p: Parts, char: string): Problem {
  return problem(
    `${line.area}/unquoted-start`,
    { char, line: written(p, inQuotes(p.value)) },
    { place: line.place(p.column, p.value.length) },
  );
}

/** Whether the bracket or quotation mark that a value begins with is closed before the value ends. */
function endsEarly(value: string, first: string, end: string): boolean {
  const body = value.replace(/\s+#.*$/, '');
  let depth = 1;
  for (let i = 1; i < body.length; i++) {
    if (body[i] === end) depth--;
    else if (body[i] === first) depth++;
    if (depth === 0) return i < body.length - 1;
  }
  return false;
}

function colon(line: Line): Problem | undefined {
  const p = parts(line);
  if (!p?.key || !/:(?:\s|$)/.test(p.value) || /^["'[{]/.test(p.value)) return undefined;
  // In a list, `Buổi sáng: từ 7 giờ: …` is words throughout; `label: …` is a field.
  const isItem = p.lead.includes('-') && !/^[a-z]+$/i.test(p.key);
  const right = isItem ? `${p.lead}${inQuotes(`${p.key}: ${p.value}`)}` : written(p, inQuotes(p.value));
  return problem(
    `${line.area}/unquoted-colon`,
    { line: right },
    { place: line.place(p.column, p.value.length) },
  );
}

function noSpace(line: Line): Problem | undefined {
  const match = /^(\s*)([\p{L}][\p{L}\p{M} _-]*):(\S.*)$/u.exec(line.text);
  if (!match || match[3]?.startsWith('//')) return undefined;
  const [, lead = '', key = '', value = ''] = match;
  return problem(
    `${line.area}/no-space-after-colon`,
    { line: `${lead}${key}: ${/^(?:".*"|'.*'|\[.*\])$/.test(value) ? value : asValue(value)}` },
    { place: line.place(lead.length + key.length + 1, 1) },
  );
}

/** An anchor, alias or tag where text was meant. */
function marked(line: Line): Problem | undefined {
  const p = parts(line);
  return p && /^[&*!]/.test(p.value) ? badStart(line) : undefined;
}

function hash(line: Line): Problem | undefined {
  const p = parts(line);
  if (!p?.key || /^["'[{]/.test(p.value)) return undefined;
  const at = p.value.search(/(?:^|\s)#/);
  // A note in its author's sense has a space behind the sign; `#3` and `#ĐôngHà` are text.
  if (at < 0 || /#\s/.test(p.value.slice(at, at + 3)) || p.value.endsWith('#')) return undefined;
  if (at === 0) return continues(line) ? undefined : startMistake(line, p, '#');
  const lost = p.value.slice(at).trim();
  return problem(
    `${line.area}/cut-by-hash`,
    { lost, line: written(p, inQuotes(p.value)) },
    { place: line.place(p.column + p.value.indexOf(lost), lost.length) },
  );
}
