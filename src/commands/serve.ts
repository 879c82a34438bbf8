/** `dongha-site serve`: a preview on this computer, until it is stopped. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import pc from 'picocolors';
import type { Lang } from '../core/message.js';
import { isError } from '../core/problem.js';
import { EXIT } from '../report/outcome.js';
import { prettyProblems } from '../report/pretty.js';
import { sources } from '../report/sources.js';
import type { News } from '../serve/start-preview.js';
import { type Preview, startPreview } from '../serve/start-preview.js';
import type { Loading } from '../site.js';
import { terminalProgress } from './progress.js';
import { baseUrl, readMoment } from './values.js';

export interface ServeOptions {
  readonly watch?: boolean;
  readonly port?: number;
  readonly host: string;
  readonly open?: boolean;
  readonly drafts?: boolean;
  readonly now?: string;
  readonly baseUrl?: string;
  readonly pollFiles?: boolean;
  readonly jobs?: number;
  readonly lang?: Lang;
}

const PORT = 4000;
/** When the usual port is taken, the next of these that is free is. A port that was asked for is not changed. */
const OTHER_PORTS = 20;

export async function serve(folder: string, options: ServeOptions): Promise<number> {
  const root = path.resolve(folder);
  const isTerminal = process.stderr.isTTY === true;
  const line = terminalProgress(options.lang ?? 'vi', performance.now());
  const lang = (loading: Loading): Lang =>
    options.lang ?? (loading.config.settings.lang === 'en' ? 'en' : 'vi');
  const { watch = false, pollFiles = false, port = PORT } = options;
  const tell = (news: News) => {
    if (isTerminal) line.clear();
    process.stderr.write(newsText(root, news, lang(news.loading), pc.isColorSupported && isTerminal));
  };
  let preview: Preview;
  try {
    preview = await startPreview({
      site: {
        root,
        now: (zone) => (options.now === undefined ? Date.now() : readMoment(options.now, zone)),
        baseUrl: baseUrl(options.baseUrl),
        drafts: options.drafts ?? false,
        jobs: options.jobs,
        progress: isTerminal ? line.progress : undefined,
      },
      host: options.host,
      port,
      otherPorts: options.port === undefined ? OTHER_PORTS : 0,
      watch: pollFiles ? 'poll' : watch ? 'events' : 'no',
      lang,
      told: tell,
      failed: (error) => process.stderr.write(faultText(error as NodeJS.ErrnoException)),
    });
  } catch (error) {
    const text = cannotListen(error as NodeJS.ErrnoException, options.host, port);
    if (text === undefined) throw error;
    process.stderr.write(text);
    return EXIT.io;
  }
  const { first, url } = preview;
  if (!first.loaded && !watch && !pollFiles) {
    await preview.close();
    return EXIT.usage;
  }
  process.stdout.write(`${startText(url, lang(first))}\n`);
  if (options.open) openBrowser(url);
  return new Promise(() => undefined);
}

function startText(url: string, lang: Lang): string {
  return { vi: `Xem trước tại ${url} (Ctrl-C để dừng)`, en: `Preview at ${url} (Ctrl-C to stop)` }[lang];
}

function newsText(
  root: string,
  { loading, problems, mended, isFirst }: News,
  lang: Lang,
  colour: boolean,
): string {
  const told = prettyProblems(problems, lang, sources(root), colour);
  const errors = problems.filter(isError).length;
  const warnings = problems.length - errors;
  const ms = Math.round(Object.values(loading.ms).reduce((sum, time) => sum + time, 0));
  const updated = { vi: `Đã cập nhật (${ms} ms).`, en: `Updated (${ms} ms).` }[lang];
  const counts = {
    vi: `${errors} lỗi, ${warnings} cảnh báo.`,
    en: `${errors} error${errors === 1 ? '' : 's'}, ${warnings} warning${warnings === 1 ? '' : 's'}.`,
  }[lang];
  const words = [isFirst ? '' : updated, isFirst || problems.length > 0 || mended > 0 ? counts : ''];
  return `${told ? `${told}\n` : ''}${words.filter(Boolean).join(' ')}\n`;
}

/** A fault that does not end the preview: the disk could not be read, or no more folders can be watched. */
function faultText({ code, message, stack, syscall }: NodeJS.ErrnoException): string {
  if (syscall === 'watch')
    return `dongha-site: không theo dõi thêm được thư mục (${code}); hãy chạy lại với --poll-files · cannot watch more folders; start again with --poll-files\n`;
  if (code) return `dongha-site: không đọc được · cannot read: ${message}\n`;
  return `dongha-site: lỗi của chương trình · a fault of the program:\n${stack ?? message}\n`;
}

function cannotListen(
  { code, syscall }: NodeJS.ErrnoException,
  host: string,
  port: number,
): string | undefined {
  if (syscall !== 'listen' && syscall !== 'getaddrinfo') return undefined;
  const where = `${host}:${port}`;
  switch (code) {
    case 'EADDRINUSE':
      return `dongha-site: cổng ${port} đang có chương trình khác dùng; hãy chọn cổng khác bằng --port · port ${port} is in use; choose another with --port\n`;
    case 'EACCES':
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `dongha-site: không nghe được ở ${where} · cannot listen on ${where} (${code})\n`;
    default:
      return undefined;
  }
}

/** A machine without a browser is no reason to stop. */
function openBrowser(url: string): void {
  const [command = '', ...args] =
    process.platform === 'win32'
      ? ['cmd', '/c', 'start', '', url]
      : [process.platform === 'darwin' ? 'open' : 'xdg-open', url];
  const child = spawn(command, args, { detached: true, stdio: 'ignore' });
  child.on('error', () => undefined);
  child.unref();
}
