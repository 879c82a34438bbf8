import type { Lang } from '../core/message.js';
import { type Problem, severityOf, wording } from '../core/problem.js';
import type { Outcome } from './outcome.js';
import { prettySummary } from './pretty.js';

/** Workflow commands, which the host shows beside the lines of a change. */
export function githubAnnotations(problems: readonly Problem[], lang: Lang): string {
  return problems.map((p) => `${annotation(p, lang)}\n`).join('');
}

function annotation(p: Problem, lang: Lang): string {
  const { message, hint } = wording(p, lang);
  const { line, column, length } = p.place ?? { line: 1, column: 1, length: 1 };
  const place = p.file
    ? { file: p.file, line, col: column, endColumn: column + length, title: p.code }
    : { title: p.code };
  const properties = Object.entries(place).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${severityOf(p)} ${properties.join(',')}::${escapeData([message, hint].filter(Boolean).join('\n'))}`;
}

const escapeData = (text: string): string =>
  text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
const escapeProperty = (text: string): string => escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');

/** A page for the run's summary, in Vietnamese, because editors read it. */
export function githubSummary(outcome: Outcome): string {
  const rows = outcome.problems.map((p) => {
    const { message, hint } = wording(p, 'vi');
    const place = p.file ? `${p.file}:${p.place?.line ?? 1}` : '';
    return `| ${cell(place)} | ${cell(message)} | ${cell(hint ?? '')} |`;
  });
  const table = rows.length > 0 ? ['', '| Chỗ | Vấn đề | Cách sửa |', '|---|---|---|', ...rows] : [];
  const title = outcome.exit === 0 ? '## Đã dựng trang' : '## Chưa dựng được trang';
  return `${[
    title,
    '',
    ...prettySummary(outcome, 'vi', false)
      .trimEnd()
      .split('\n')
      .map((l) => `${l}  `),
    ...table,
  ].join('\n')}\n`;
}

function cell(text: string): string {
  return text.replace(/\|/g, '\\|').replace(/</g, '&lt;').replace(/\n/g, ' ');
}
