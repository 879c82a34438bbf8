/** The preview: a site that is loaded once and held at what the disk holds, a server that draws what is asked for. */
import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Lang } from '../core/message.js';
import { isError, type Problem } from '../core/problem.js';
import { openSite } from '../open-site.js';
import type { Loading, SiteOptions } from '../site.js';
import { eventFor, isSame } from './differences.js';
import { type Keeper, keepCurrent } from './keep-current.js';
import { eventText, live } from './live.js';
import { answer, type Stage } from './routes.js';
import { type Shown, show } from './shown.js';
import { toMarks } from './to-marks.js';
import { placed, toTold } from './to-told.js';
import { type Hint, pollFolders, TOP, type Watching, watchFolders } from './watch-folders.js';

export interface PreviewOptions {
  readonly site: Omit<SiteOptions, 'now' | 'keepsGood'> & { readonly now: (zone: string) => number };
  readonly host: string;
  /** 0 takes any that is free. */
  readonly port: number;
  /** How many of the next ports may be tried when that one is taken. */
  readonly otherPorts: number;
  readonly watch: 'no' | 'events' | 'poll';
  readonly lang: (loading: Loading) => Lang;
  readonly told: (news: News) => void;
  readonly failed: (error: unknown) => void;
}

/** What there is to say on the terminal after each change. */
export interface News {
  readonly loading: Loading;
  /** With their places. */
  readonly problems: readonly Problem[];
  /** Problems that were told before and are gone. */
  readonly mended: number;
  readonly isFirst: boolean;
}

export interface Preview {
  readonly url: string;
  readonly first: Loading;
  /** Resolves when all that has been seen of the disk is shown. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** Problems that a browser is told of; a site with more has something else to mend first. */
const MANY = 50;

export async function startPreview(options: PreviewOptions): Promise<Preview> {
  const { root } = options.site;
  const site = openSite({ ...options.site, keepsGood: true });
  // From before the first load, so that no change falls between it and the watch.
  const hints = hintsOf();
  const watching =
    options.watch === 'events' ? watchFolders(root, TOP, hints.hint, options.failed) : undefined;
  const first = await site.load().catch((error) => {
    watching?.close();
    throw error;
  });
  const session = randomUUID().slice(0, 8);
  const toShown = show(root);
  const clients = live();
  let count = 0;
  let shown: Shown | undefined;
  let problems: readonly Problem[] = [];
  let current: Loading = first;

  function showLoading(loading: Loading): void {
    const before = shown;
    const known = problems;
    current = loading;
    problems = placed(root, loading.problems);
    if (loading.loaded) shown = toShown(loading.loaded);
    if (shown && !isSame(before, shown)) count++;
    clients.tell(eventFor(before, shown, version()));
    const codes = new Set(problems.map(textOf));
    const mended = known.filter((p) => !codes.has(textOf(p))).length;
    options.told({ loading, problems, mended, isFirst: loading === first });
  }

  const version = () => `${session}-${count}`;
  const state = (near: readonly string[]): string => {
    const lang = options.lang(current);
    const errors = problems.filter(isError);
    const told = [...errors, ...problems.filter((p) => !isError(p))].slice(0, MANY);
    const data = {
      lang,
      errors: errors.length,
      warnings: problems.length - errors.length,
      problems: toTold(root, told, lang),
      marks: shown ? toMarks(shown.loaded) : [],
      drafts: options.site.drafts ?? false,
      near,
    };
    return JSON.stringify(data);
  };
  showLoading(first);

  const stage = (): Stage => ({
    root,
    host: options.host,
    shown,
    version: version(),
    state,
    failed: options.failed,
    join(response, url, seen) {
      clients.join(response, url);
      // The page was drawn before the last change, or by an earlier preview.
      if (seen !== version()) response.write(eventText({ type: 'reload', version: version() }));
    },
  });
  const server = createServer((request, response) => void answer(request, response, stage()));
  const port = await listen(server, options.host, options.port, options.otherPorts).catch(async (error) => {
    watching?.close();
    await site.close();
    throw error;
  });

  const keeper = keepCurrent({
    site,
    first,
    show: showLoading,
    failed: options.failed,
    untilNext: (loading) => untilNext(loading, options.site.now),
  });
  hints.passTo(keeper.hint);
  const others = startOthers(options, first, keeper);
  const name = options.host.includes(':') ? `[${options.host}]` : options.host;
  const base = first.config.settings.basePath;
  return {
    url: `http://${isEverywhere(options.host) ? 'localhost' : name}:${port}${base}/`,
    first,
    settled: keeper.settled,
    async close() {
      keeper.close();
      clients.close();
      server.closeAllConnections();
      watching?.close();
      others?.close();
      await Promise.all([new Promise((resolve) => server.close(resolve)), site.close()]);
    },
  };
}

/** Keeps hints until there is somebody to take them. */
function hintsOf(): { hint: Hint; passTo: (taker: Hint) => void } {
  const waiting: Parameters<Hint>[] = [];
  let taker: Hint | undefined;
  return {
    hint: (folder, name) => (taker ? taker(folder, name) : void waiting.push([folder, name])),
    passTo(to) {
      taker = to;
      for (const [folder, name] of waiting.splice(0)) to(folder, name);
    },
  };
}

/** Looks at everything by the clock, or at the shared theme, which the settings name. */
function startOthers(
  { watch, failed }: PreviewOptions,
  { config: { themeFolder } }: Loading,
  keeper: Keeper,
): Watching | undefined {
  if (watch === 'poll') return pollFolders(keeper.hintAll, keeper.settled);
  return watch === 'events' && themeFolder
    ? watchFolders(themeFolder, undefined, keeper.hint, failed)
    : undefined;
}

/** The moment at which something differs by itself: an entry appears, or is no longer early. */
function untilNext({ loaded }: Loading, now: (zone: string) => number): number | null {
  if (!loaded) return null;
  const { nextBuildAt, early, settings } = loaded.site;
  const moments = [nextBuildAt, ...early.map(({ until }) => until)].filter((at) => at !== null);
  return moments.length === 0 ? null : Math.min(...moments) - now(settings.timezone);
}

function listen(server: Server, host: string, port: number, others: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE' || others === 0) reject(error);
      else listen(server, host, port + 1, others - 1).then(resolve, reject);
    });
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

function isEverywhere(host: string): boolean {
  return host === '0.0.0.0' || host === '::';
}

function textOf({ code, file, params }: Problem): string {
  return JSON.stringify([code, file, params]);
}
