/** What `build` and `check` share: from options of the command line to an outcome and its report. */
import path from 'node:path';
import pc from 'picocolors';
import { CONFIG_FILE } from '../config.js';
import type { Lang } from '../core/message.js';
import { isError, type Problem, severityOf } from '../core/problem.js';
import { parseMoment } from '../core/time.js';
import { EXIT, type Outcome } from '../report/outcome.js';
import type { Format } from '../report/formats.js';
import { report } from '../report/report.js';
import { inOrder, sources } from '../report/sources.js';
import { type Loading, loadSite, type Published, publishSite } from '../site.js';
import { UsageError } from './usage-error.js';

export interface RunOptions {
  readonly out?: string;
  readonly baseUrl?: string;
  readonly drafts?: boolean;
  readonly now?: string;
  readonly holdBroken?: boolean;
  readonly strict?: boolean;
  readonly force?: boolean;
  readonly format: Format;
  readonly lang?: Lang;
}

/** Runs the pipeline on the site in `folder`; returns the exit code. */
export async function run(folder: string, options: RunOptions, writes: boolean): Promise<number> {
  const started = performance.now();
  const root = path.resolve(folder);
  const loading = await loadSite({
    root,
    now: readNow(options.now),
    baseUrl: options.baseUrl,
    drafts: options.drafts ?? false,
    holdBroken: options.holdBroken ?? false,
  });
  const look = sources(root);
  const exit = exitCode(loading, options);
  const mayWrite = writes && loading.loaded && (exit === EXIT.fine || exit === EXIT.heldBroken);
  const published =
    mayWrite && loading.loaded
      ? await publishSite(root, loading.loaded, {
          out: path.resolve(root, options.out ?? 'dist'),
          force: options.force ?? false,
        })
      : undefined;
  const outcome = toOutcome(loading, published, exit, performance.now() - started, look.place);
  report(outcome, {
    format: options.format,
    lang: options.lang ?? languageOf(loading),
    sources: look,
    colour: pc.isColorSupported && process.stderr.isTTY === true,
    summaryFile: process.env.GITHUB_STEP_SUMMARY,
  });
  return outcome.exit;
}

/** `--now` in any form that an entry takes, in Vietnamese time unless it has an offset; else the clock, read here once. */
function readNow(written: string | undefined): number {
  if (written === undefined) return Date.now();
  const moment = parseMoment(written, 'Asia/Ho_Chi_Minh');
  if ('mistake' in moment)
    throw new UsageError(`--now: không đọc được thời gian “${written}” · cannot read the time “${written}”`);
  return moment.at;
}

function languageOf({ config }: Loading): Lang {
  return config.settings.lang === 'en' ? 'en' : 'vi';
}

/** Wrong settings outrank wrong content. */
function exitCode({ problems, held, loaded, config }: Loading, { strict, holdBroken }: RunOptions): number {
  const isSetting = (p: Problem) => p.file === CONFIG_FILE || config.problems.includes(p);
  const counted = strict ? problems : problems.filter(isError);
  if (!loaded || counted.some((p) => isSetting(p) && (strict || isError(p)))) return EXIT.usage;
  const open = holdBroken
    ? counted.filter((p) => !(severityOf(p) === 'error' && p.file && held.includes(p.file)))
    : counted;
  if (open.length > 0) return EXIT.content;
  return held.length > 0 && holdBroken ? EXIT.heldBroken : EXIT.fine;
}

function toOutcome(
  loading: Loading,
  published: Published | undefined,
  exit: number,
  total: number,
  place: (p: Problem) => Problem,
): Outcome {
  const { loaded, config, ms } = loading;
  const refused = published && 'refused' in published ? [published.refused] : [];
  const done = published && 'changes' in published ? published : undefined;
  const problems = inOrder([...loading.problems, ...refused, ...(done?.problems ?? [])].map(place));
  const site = loaded?.site;
  const paths = (items: readonly { readonly path: string }[]) => items.map((item) => item.path);
  return {
    exit: refused.length > 0 ? EXIT.usage : exit,
    problems,
    ...(site && {
      site: {
        articles: site.articles.length,
        documents: site.documents.length,
        polls: site.polls.length,
        pages: site.pages.length,
      },
    }),
    withheld: site?.withheld ?? [],
    nextBuildAt: site?.nextBuildAt ?? null,
    ...(done && {
      changed: {
        added: paths(done.changes.added),
        updated: paths(done.changes.updated),
        removed: done.changes.removed,
        unchanged: done.changes.unchanged.length,
      },
    }),
    hasBaseUrl: config.settings.baseUrl !== undefined,
    zone: config.settings.timezone,
    ms: { total, ...ms, render: done?.ms.render ?? 0, publish: done?.ms.publish ?? 0 },
  };
}
