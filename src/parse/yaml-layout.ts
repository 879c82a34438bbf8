/** Mistakes in how the lines of front matter or `site.yaml` stand to each other. */
import { type Place, type Problem, problem } from '../core/problem.js';

type Area = 'front-matter' | 'settings';

const FIELD = /^(\s*)((?:- )?)[^\s:#'"[\]{}-][^:]*:(?:\s+(\S.*))?$/;

/** A field that is indented although the one above has a value, or less than its fellows. */
export function badIndent(yaml: string, area: Area, above: number): Problem | undefined {
  const open: number[] = [];
  let mayOpen = true;
  for (const [i, text] of yaml.split(/\r?\n/).entries()) {
    const [, lead = '', dash = '', value = ''] = FIELD.exec(text) ?? [];
    if (!FIELD.test(text)) continue;
    const indent = lead.length + dash.length;
    const right = levelFor(indent, open, mayOpen || dash !== '');
    mayOpen = value === '' || value.startsWith('#');
    if (right === undefined) continue;
    const line = `${' '.repeat(right)}${text.trim()}`;
    const place = { line: i + 1 + above, column: 1, length: Math.max(1, indent) };
    return problem(`${area}/bad-indent`, { line }, { place });
  }
  return undefined;
}

/** Notes a line's indent among the open ones; the one that it should have, where it is wrong. */
function levelFor(indent: number, open: number[], mayOpen: boolean): number | undefined {
  const top = open.at(-1);
  if (top === undefined || indent > top) {
    if (top !== undefined && !mayOpen) return top;
    open.push(indent);
    return undefined;
  }
  let left = top;
  while ((open.at(-1) ?? indent) > indent) left = open.pop() ?? left;
  if (open.at(-1) === indent) return undefined;
  return left;
}

/** A field that stands twice, as YAML tells it: at its second place. */
export function repeated(yaml: string, area: Area, at: Place, above: number): Problem {
  const lines = yaml.split(/\r?\n/);
  const key = /^[^:]*/.exec(lines[at.line - 1]?.slice(at.column - 1) ?? '')?.[0] ?? '';
  const first = lines.findIndex((text) => text.trimStart().startsWith(`${key}:`)) + 1;
  return problem(
    `${area}/repeated-field`,
    { field: key, line: first + above },
    { place: { line: at.line + above, column: at.column, length: Math.max(1, key.length) } },
  );
}

/**
 * The line (from 1) on which the body seems to begin within what was taken for fields, because the `---` between
 * them is missing and a rule in the body closed them: text behind an empty line, and no field after it.
 */
export function bodyWithin(yaml: string): number | undefined {
  const lines = yaml.split(/\r?\n/);
  const empty = lines.findIndex((text, i) => i > 0 && text.trim() === '');
  if (empty < 0) return undefined;
  const isText = (text: string) => text.trim() !== '' && !/^(?:\s|#|- )/.test(text) && !FIELD.test(text);
  const at = lines.findIndex((text, i) => i > empty && isText(text));
  return at < 0 || lines.slice(at).some((text) => FIELD.test(text)) ? undefined : at + 1;
}
