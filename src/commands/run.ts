/** What `build` and `check` share: from options of the command line to an outcome and its report. */
import path from 'node:path';
import pc from 'picocolors';
import type { Lang } from '../core/message.js';
import { type LastRun, readLastRun, writeLastRun } from '../last-run.js';
import { manifestHash } from '../publish/manifest.js';
import { type Published, publishSite } from '../publish-site.js';
import type { Format } from '../report/formats.js';
import { EXIT } from '../report/outcome.js';
import { profileReport } from '../report/profile.js';
import { report } from '../report/report.js';
import { sources } from '../report/sources.js';
import { type LoadedSite, type Loading, loadSite, type SiteOptions } from '../site.js';
import { terminalProgress } from './progress.js';
import { exitCode, siteCounts, toOutcome } from './to-outcome.js';
import { baseUrl, clock } from './values.js';
import { verify } from './verify.js';

export interface RunOptions {
  readonly out?: string;
  readonly baseUrl?: string;
  readonly drafts?: boolean;
  readonly now?: string;
  readonly holdBroken?: boolean;
  readonly strict?: boolean;
  readonly force?: boolean;
  readonly cache?: boolean;
  readonly verify?: boolean;
  readonly profile?: boolean;
  readonly precompress?: boolean;
  readonly jobs?: number;
  readonly format: Format;
  readonly lang?: Lang;
}

/** Runs the pipeline on the site in `folder`; returns the exit code. */
export async function run(folder: string, options: RunOptions, writes: boolean): Promise<number> {
  const started = performance.now();
  const root = path.resolve(folder);
  const isTerminal = process.stderr.isTTY === true;
  const line = terminalProgress(options.lang ?? 'vi', started);
  const siteOptions: SiteOptions = {
    root,
    now: clock(options.now, Date.now()),
    baseUrl: baseUrl(options.baseUrl),
    drafts: options.drafts ?? false,
    holdBroken: options.holdBroken ?? false,
    jobs: options.jobs,
    out: writes ? outOf(root, options) : undefined,
    cache: writes ? (options.cache === false ? 'off' : 'on') : 'read',
    lastRun:
      writes && options.cache !== false && !options.verify && !options.profile
        ? lastRunOf(root, options)
        : undefined,
    progress: isTerminal ? line.progress : undefined,
  };
  const loading = await loadSite(siteOptions);
  const lang = options.lang ?? (loading.config.settings.lang === 'en' ? 'en' : 'vi');
  const look = sources(root);
  const exit = exitCode(loading, options);
  const mayPublish = writes && (exit === EXIT.fine || exit === EXIT.heldBroken);
  const published = loading.loaded && (await finish(loading.loaded, mayPublish, siteOptions, options, lang));
  // Threads end while the rest is said and noted.
  const closing = loading.loaded?.close();
  if (published && 'changes' in published) rememberRun(root, options, loading, published);
  if (isTerminal) line.clear();
  const outcome = toOutcome(loading, published, exit, performance.now() - started, look.place);
  report(outcome, {
    format: options.format,
    lang,
    sources: look,
    colour: pc.isColorSupported && isTerminal,
    summaryFile: process.env.GITHUB_STEP_SUMMARY,
  });
  if (options.profile)
    process.stderr.write(
      profileReport(outcome.ms, published && 'changes' in published ? published.timings : []),
    );
  await closing;
  if (!options.verify || !published || 'refused' in published) return outcome.exit;
  return (await verified(siteOptions, options, lang)) ? outcome.exit : EXIT.fault;
}

async function finish(
  loaded: LoadedSite,
  mayPublish: boolean,
  { root, progress }: SiteOptions,
  options: RunOptions,
  lang: Lang,
): Promise<Published | undefined> {
  try {
    if (!mayPublish) return undefined;
    const onWait = ({ pid, host }: { pid: number; host: string }) => {
      const words = { vi: 'Đang chờ một lần dựng khác xong', en: 'Waiting for another build to finish' }[
        lang
      ];
      process.stderr.write(`${words} (pid ${pid}, ${host})…\n`);
    };
    return await publishSite(root, loaded, {
      out: outOf(root, options),
      force: options.force ?? false,
      profile: options.profile ?? false,
      precompress: options.precompress ?? false,
      onWait,
      progress,
    });
  } catch (error) {
    await loaded.close();
    throw error;
  }
}

/** The last run, if it published to the same folder in the same way. */
function lastRunOf(root: string, options: RunOptions): LastRun | undefined {
  const last = readLastRun(root);
  const isSame = last?.out === outOf(root, options) && last.precompress === (options.precompress ?? false);
  return isSame ? last : undefined;
}

/** Notes what was read and told. What is only true of a change (an address that moved) is not told again. */
function rememberRun(
  root: string,
  options: RunOptions,
  { loaded, problems, held }: Loading,
  { changes }: Done,
): void {
  if (!loaded?.keepsCache) return;
  const { site } = loaded;
  const { now, nextBuildAt, withheld } = site;
  const outputs = changes.added.size + changes.updated.size + changes.unchanged.size;
  writeLastRun(root, {
    out: outOf(root, options),
    precompress: options.precompress ?? false,
    inputs: loaded.inputs(),
    manifest: manifestHash(outOf(root, options)),
    now,
    nextBuildAt,
    media: loaded.media(),
    problems,
    held,
    withheld,
    site: siteCounts(site),
    outputs,
  });
}
type Done = Extract<Published, { changes: unknown }>;

function outOf(root: string, { out }: RunOptions): string {
  return out === undefined ? path.join(root, 'dist') : path.resolve(out);
}

async function verified(site: SiteOptions, options: RunOptions, lang: Lang): Promise<boolean> {
  const out = outOf(site.root, options);
  const differ = await verify(site, { out, precompress: options.precompress ?? false });
  if (differ.length === 0) {
    const words = {
      vi: 'Đã kiểm chứng: giống hệt một lần dựng mới.',
      en: 'Verified: the same as a clean build.',
    }[lang];
    process.stderr.write(`${words}\n`);
    return true;
  }
  const words = {
    vi: 'Khác với một lần dựng mới (lỗi của chương trình)',
    en: 'Not the same as a clean build (a fault of the program)',
  }[lang];
  process.stderr.write(`${words}:\n${differ.map((file) => `  ${file}\n`).join('')}`);
  return false;
}
