import { CONFIG_FILE } from '../config.js';
import { isError, type Problem } from '../core/problem.js';
import type { Site } from '../core/types.js';
import type { LastRun } from '../last-run.js';
import type { Changes } from '../publish/changes.js';
import type { Published } from '../publish-site.js';
import { EXIT, type Outcome } from '../report/outcome.js';
import { inOrder } from '../report/sources.js';
import type { Loading } from '../site.js';

export interface Strictness {
  readonly strict?: boolean;
  readonly holdBroken?: boolean;
}

/** What the problems of a loaded site make of the run. Wrong settings outrank wrong content. */
export function exitCode(
  { problems, held, loaded, unchanged, config }: Loading,
  { strict, holdBroken }: Strictness,
): number {
  const isSetting = (p: Problem) => p.file === CONFIG_FILE || config.problems.includes(p);
  const counted = strict ? problems : problems.filter(isError);
  if (!(loaded || unchanged) || counted.some(isSetting)) return EXIT.usage;
  const isHeld = (p: Problem) => isError(p) && p.file !== undefined && held.includes(p.file);
  const open = holdBroken ? counted.filter((p) => !isHeld(p)) : counted;
  if (open.length > 0) return EXIT.content;
  return holdBroken && held.length > 0 ? EXIT.heldBroken : EXIT.fine;
}

/** Gathers what a run has to tell; `place` finds the places that problems lack. */
export function toOutcome(
  loading: Loading,
  published: Published | undefined,
  exit: number,
  total: number,
  place: (p: Problem) => Problem,
): Outcome {
  const { loaded, unchanged, config, ms, cache } = loading;
  const refused = published && 'refused' in published ? [published.refused] : [];
  const done = published && 'changes' in published ? published : undefined;
  const problems = inOrder([...loading.problems, ...refused, ...(done?.problems ?? [])].map(place));
  const site = loaded ? siteCounts(loaded.site) : unchanged?.site;
  const withheld = loaded?.site.withheld ?? unchanged?.withheld ?? [];
  const changed = done
    ? changedPaths(done.changes)
    : unchanged && { added: [], updated: [], removed: [], unchanged: unchanged.outputs };
  return {
    exit: refused.length > 0 ? EXIT.usage : exit,
    problems,
    ...(site && { site }),
    // Without --hold-broken an entry with errors is not held back: nothing is published.
    withheld: withheld.filter(({ reason }) => reason !== 'error' || exit === EXIT.heldBroken),
    nextBuildAt: loaded?.site.nextBuildAt ?? unchanged?.nextBuildAt ?? null,
    ...(changed && { changed }),
    cache,
    hasBaseUrl: config.settings.baseUrl !== undefined,
    zone: config.settings.timezone,
    ms: { total, ...ms, render: done?.ms.render ?? 0, publish: done?.ms.publish ?? 0 },
  };
}

export function siteCounts(site: Site): LastRun['site'] {
  const { articles, documents, polls, pages } = site;
  return { articles: articles.length, documents: documents.length, polls: polls.length, pages: pages.length };
}

function changedPaths({ added, updated, removed, unchanged }: Changes): NonNullable<Outcome['changed']> {
  return { added: [...added.keys()], updated: [...updated.keys()], removed, unchanged: unchanged.size };
}
