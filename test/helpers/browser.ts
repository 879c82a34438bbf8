/// <reference lib="dom" />
/** A real Chromium, and a server that sends a built site with a strict Content-Security-Policy. */
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { lookup } from 'mrmime';
import { type Browser, chromium, type Page } from 'playwright-core';

const PATHS = [
  process.env.CHROMIUM ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const CHROMIUM = PATHS.find((file) => file !== '' && existsSync(file));

/** Why tests in a browser are skipped: on a machine without one, but never in CI. */
export const skip = CHROMIUM || process.env.CI ? false : 'no Chromium here; CHROMIUM may name one';

export function openBrowser(): Promise<Browser> {
  if (!CHROMIUM) throw new Error(`No Chromium: set CHROMIUM, or install one of ${PATHS.slice(1).join(', ')}`);
  return chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
}

/** What the site promises to live with: its own files, nothing inline, nothing from other hosts. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

export interface Server {
  readonly url: string;
  /** Methods and addresses, in the order in which they were asked for. */
  readonly requests: string[];
  readonly close: () => void;
}

export async function serveFiles(dist: ReadonlyMap<string, Buffer>): Promise<Server> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const address = decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/');
    requests.push(`${request.method} ${address}`);
    const file = address.slice(1).replace(/(^|\/)$/, '$1index.html');
    const bytes = dist.get(file);
    const type = lookup(bytes ? file : '404.html') ?? 'application/octet-stream';
    // Browsers ask for it on their own where a page names no icon.
    if (address === '/favicon.ico') {
      response.writeHead(204).end();
      return;
    }
    response.writeHead(bytes ? 200 : 404, {
      'content-type': type.startsWith('text/') ? `${type}; charset=utf-8` : type,
      'content-security-policy': POLICY,
      'content-encoding': 'gzip',
    });
    response.end(gzipSync(bytes ?? dist.get('404.html') ?? ''));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${port}`, requests, close };
}

export interface Watched {
  readonly page: Page;
  /** What the browser complained of: errors of scripts, breaches of the policy, files that are not there. */
  readonly complaints: string[];
}

/** A page of which everything is noted that a reader's browser would object to. */
export async function watchedPage(
  browser: Browser,
  options: Parameters<Browser['newPage']>[0] = {},
): Promise<Watched> {
  const page = await browser.newPage(options);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`${page.url()} ${error.message}`));
  page.on('dialog', (dialog) => {
    complaints.push(`${page.url()} dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      complaints.push(`${page.url()} ${message.text()}`);
  });
  return { page, complaints };
}

/** The sample site's one page of each kind, by the kind's template. */
export const KINDS_OF_PAGES = {
  home: '/',
  article: '/do-thi-van-minh/2025/lam-sach-bo-song/',
  'article, seed': '/xay-dung-dang/2024/ket-qua-noi-bat-qua-03-nam-thuc-hien-ket-luan-so-01-kl-tw/',
  list: '/cac-tin-khac/',
  documents: '/van-ban/',
  document: '/van-ban/quyet-dinh-12-2025-qd-ubnd/',
  'document, draft': '/van-ban/du-thao-quy-che-tu-sach-cong-dong/',
  polls: '/tham-do-y-kien/',
  poll: '/tham-do-y-kien/muc-do-thuan-tien-cua-trang/',
  page: '/huong-dan/gui-bai/',
  archive: '/luu-tru/',
  tags: '/tu-khoa/',
  'site-map': '/so-do-trang/',
  'not-found': '/404.html',
} as const;
