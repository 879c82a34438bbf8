import { isoMoment } from '../core/format-time.js';
import type { Lang } from '../core/message.js';
import { type Problem, severityOf, wording } from '../core/problem.js';
import type { Outcome } from './outcome.js';

/** The one object of `--format json`. */
export function jsonReport(outcome: Outcome, lang: Lang): string {
  const { changed, withheld, zone } = outcome;
  const time = (at: number | null) => (at === null ? null : isoMoment({ at, dateOnly: false }, zone));
  const count = (paths: readonly string[] | undefined) => paths?.length ?? 0;
  const written = count(changed?.added) + count(changed?.updated);
  const report = {
    ok: outcome.exit === 0,
    site: outcome.site ?? { articles: 0, documents: 0, polls: 0, pages: 0 },
    outputs: {
      total: written + (changed?.unchanged ?? 0),
      written,
      unchanged: changed?.unchanged ?? 0,
      removed: count(changed?.removed),
    },
    changed: {
      added: (changed?.added ?? []).map(addressOf),
      updated: (changed?.updated ?? []).map(addressOf),
      removed: (changed?.removed ?? []).map(addressOf),
    },
    withheld: withheld.map(({ file, reason, until }) => ({ file, reason, until: time(until) })),
    nextBuildAt: time(outcome.nextBuildAt),
    cache: { hits: outcome.cache.hits, misses: outcome.cache.misses },
    diagnostics: outcome.problems.map((p) => diagnostic(p, lang)),
    ms: Object.fromEntries(Object.entries(outcome.ms).map(([stage, ms]) => [stage, Math.round(ms)])),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function addressOf(path: string): string {
  return `/${path.replace(/(^|\/)index\.html$/, '$1')}`;
}

function diagnostic(p: Problem, lang: Lang) {
  const { message, hint } = wording(p, lang);
  const place = p.file ? { file: p.file, ...p.place } : undefined;
  return {
    code: p.code,
    severity: severityOf(p),
    message,
    hint,
    place,
    related: p.related?.length ? p.related : undefined,
  };
}
