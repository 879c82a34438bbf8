import { type Problem, problem } from '../core/problem.js';
import type { Entry, Redirect } from '../core/types.js';
import type { Addresses } from './addresses.js';
import type { References } from './references.js';

export const REDIRECTS_FILE = 'redirects.csv';

/** The old addresses that entries name. */
export function aliasRedirects(entries: readonly Entry[], addresses: Addresses): Redirect[] {
  return entries.flatMap((entry) =>
    (entry.fields.aliases ?? []).flatMap((from, i) => {
      const free = addresses.add(from, { file: entry.file, field: ['aliases', i] }, 'entry/alias-taken');
      return free ? [{ from, to: entry.address, file: entry.file }] : [];
    }),
  );
}

/** Rows of `redirects.csv`: old address, new address; comma, semicolon or tab between, as spreadsheets save them. */
export function fileRedirects(
  text: string,
  addresses: Addresses,
  references: References,
): { redirects: Redirect[]; problems: Problem[] } {
  const redirects: Redirect[] = [];
  const problems: Problem[] = [];
  for (const [i, row] of text.split(/\r?\n/).entries()) {
    if (
      row.trim() === '' ||
      row.startsWith('#') ||
      (i === 0 && !row.startsWith('/') && !row.startsWith('"/'))
    )
      continue;
    const [from = '', to = '', ...more] = row
      .split(/[,;\t]/)
      .map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
    const where = {
      file: REDIRECTS_FILE,
      place: { line: i + 1, column: 1, length: Math.max(1, row.length) },
    };
    if (!/^\/[^?#\s]*$/.test(from) || !to || more.some(Boolean)) {
      problems.push(problem('redirect/bad-row', { row: row.trim() }, where));
      continue;
    }
    const target = settle(to, references);
    if (target === undefined) {
      problems.push(
        problem('redirect/missing-target', { target: to, nearest: references.suggest(to, 'content') }, where),
      );
      continue;
    }
    if (!addresses.add(from, where, 'redirect/taken')) continue;
    if (target === null) problems.push(problem('entry/withheld-reference', { target: to }, where));
    else redirects.push({ from, to: target, file: REDIRECTS_FILE });
  }
  return { redirects, problems };
}

/** The address that a redirect leads to; null when its target is withheld, undefined when there is none. */
function settle(to: string, references: References): string | null | undefined {
  if (/^https?:\/\//i.test(to)) return to;
  const target = references.lookUp('content', to.replace(/^content\//, ''));
  if (target.is === 'entry') return target.entry.address;
  if (target.is === 'page') return target.address;
  return target.is === 'withheld' ? null : undefined;
}
