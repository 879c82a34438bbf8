/** The mistakes that people make in front matter, found line by line, because YAML's own words help no editor. */
import { type Place, type Problem, problem } from '../core/problem.js';
import { explainYaml } from '../core/yaml.js';

type Area = 'front-matter' | 'settings';

interface Line {
  readonly text: string;
  readonly place: (column: number, length: number) => Place;
  readonly area: Area;
}

const FIELD = /^(\s*(?:- )?)([^\s:#'"[\]{}-][^:]*):(?:([ \t]+)(.*))?$/;

/** Why a text that YAML refuses is refused. `above` lines of the file stand before it. */
export function explainMistakes(yaml: string, area: Area, above: number): Problem[] {
  const found = eachLine(
    yaml,
    area,
    above,
    (line) => tab(line) ?? badStart(line) ?? colon(line) ?? noSpace(line),
  );
  if (found.length > 0) return found;
  const fault = explainYaml(yaml);
  const place = fault && { ...fault.place, line: fault.place.line + above };
  if (fault?.code === 'DUPLICATE_KEY') return [repeated(yaml, area, fault.place, above)];
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

function eachLine(
  yaml: string,
  area: Area,
  above: number,
  check: (line: Line) => Problem | undefined,
): Problem[] {
  const found: Problem[] = [];
  let blockIndent = -1;
  for (const [i, text] of yaml.split(/\r?\n/).entries()) {
    const indent = text.length - text.trimStart().length;
    if (blockIndent >= 0 && (indent > blockIndent || text.trim() === '')) continue;
    blockIndent = /:\s*[|>][+-]?\s*$/.test(text) ? indent : -1;
    const mistake = check({
      text,
      area,
      place: (column, length) => ({ line: i + 1 + above, column, length: Math.max(1, length) }),
    });
    if (mistake) found.push(mistake);
  }
  return found;
}

/** A field's parts, with its value's column. */
function parts(line: Line): { lead: string; key: string; value: string; column: number } | undefined {
  const [, lead = '', key = '', gap = '', value = ''] = FIELD.exec(line.text) ?? [];
  return key
    ? { lead, key, value: value.trimEnd(), column: lead.length + key.length + 1 + gap.length + 1 }
    : undefined;
}

/** Quotes a value so that YAML takes it as it stands. */
function quoted(lead: string, key: string, value: string): string {
  const text = value.includes('"') ? `'${value.replace(/'/g, "''")}'` : `"${value.replace(/\\/g, '\\\\')}"`;
  return `${lead}${key}: ${text}`;
}

function tab(line: Line): Problem | undefined {
  const match = /^ *\t\s*/.exec(line.text);
  if (!match || line.text.trim() === '') return undefined;
  const right = `${match[0].replace(/\t/g, '  ')}${line.text.trimStart()}`;
  return problem(`${line.area}/tab`, { line: right }, { place: line.place(1, match[0].length) });
}

function badStart(line: Line): Problem | undefined {
  const p = parts(line);
  if (!p) return undefined;
  const first = p.value[0] ?? '';
  const ends: Record<string, string> = { '[': ']', '{': '}', '"': '"', "'": "'" };
  const end = ends[first];
  if (end === undefined ? !/[&*!%@`>|]/.test(first) : isWhole(p.value, first, end)) return undefined;
  if (/^[|>][+-]?$/.test(p.value) || first === '') return undefined;
  return problem(
    `${line.area}/unquoted-start`,
    { char: first, line: quoted(p.lead, p.key, p.value) },
    { place: line.place(p.column, p.value.length) },
  );
}

/** Whether a quoted or bracketed value ends where the line does. */
function isWhole(value: string, first: string, end: string): boolean {
  const body = value.replace(/\s+#.*$/, '');
  if (first === '"' || first === "'") return body.length > 1 && body.indexOf(end, 1) === body.length - 1;
  return body.endsWith(end) && !body.slice(1).startsWith(first);
}

function colon(line: Line): Problem | undefined {
  const p = parts(line);
  if (!p || !/:(?:\s|$)/.test(p.value) || /^["'[{]/.test(p.value)) return undefined;
  return problem(
    `${line.area}/unquoted-colon`,
    { line: quoted(p.lead, p.key, p.value) },
    { place: line.place(p.column, p.value.length) },
  );
}

function noSpace(line: Line): Problem | undefined {
  const match = /^(\s*)([\p{L}][\p{L}\p{M} _-]*):(\S.*)$/u.exec(line.text);
  if (!match || match[3]?.startsWith('//')) return undefined;
  const [, lead = '', key = '', value = ''] = match;
  return problem(
    `${line.area}/no-space-after-colon`,
    { line: `${lead}${key}: ${value}` },
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
  if (!p || /^["'[{]/.test(p.value)) return undefined;
  const at = p.value.search(/(?:^|\s)#/);
  // A note in its author's sense has a space behind the sign; `#3` and `#ĐôngHà` are text.
  if (at < 0 || /#\s/.test(p.value.slice(at, at + 3)) || p.value.endsWith('#')) return undefined;
  const lost = p.value.slice(at).trim();
  return problem(
    `${line.area}/cut-by-hash`,
    { lost, line: quoted(p.lead, p.key, p.value) },
    { place: line.place(p.column + p.value.indexOf(lost), lost.length) },
  );
}

function repeated(yaml: string, area: Area, at: Place, above: number): Problem {
  const lines = yaml.split(/\r?\n/);
  const key = /^[^:]*/.exec(lines[at.line - 1]?.slice(at.column - 1) ?? '')?.[0] ?? '';
  const first = lines.findIndex((text) => text.trimStart().startsWith(`${key}:`)) + 1;
  return problem(
    `${area}/repeated-field`,
    { field: key, line: first + above },
    { place: { line: at.line + above, column: at.column, length: Math.max(1, key.length) } },
  );
}
