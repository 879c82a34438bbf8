/** What answers a request. Nothing is found but the site's own files and those of the preview. */
import { readFileSync, realpathSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Output } from '../core/types.js';
import { pathOfUrl, urlOfPath } from './address-of.js';
import { isAllowedHost } from './allowed-host.js';
import { injectScript, OWN } from './inject-script.js';
import { nearAddresses } from './near-addresses.js';
import { COMMON, sendBytes, sendFile } from './send.js';
import type { Shown } from './shown.js';

/** The preview as requests see it. */
export interface Stage {
  readonly root: string;
  /** The name that it listens on. */
  readonly host: string;
  /** Absent while the settings have never been right. */
  readonly shown: Shown | undefined;
  readonly version: string;
  /** What the injected script has to know, as JSON. */
  readonly state: (near: readonly string[]) => string;
  readonly join: (response: ServerResponse, url: string, version: string) => void;
  readonly failed: (error: unknown) => void;
}

/** The program's own files for browsers. */
const ownFolder = path.join(
  path.dirname(createRequire(import.meta.url).resolve('dongha-site/package.json')),
  'preview',
);

type Answer = (request: IncomingMessage, response: ServerResponse, stage: Stage) => void | Promise<void>;

const OWN_FILES = ['preview.js', 'preview.css', 'index.html'] as const;

export const answer = async (
  request: IncomingMessage,
  response: ServerResponse,
  stage: Stage,
): Promise<void> => {
  try {
    if (!isAllowedHost(request.headers.host, stage.host))
      sendText(response, 403, 'Tên máy này không được phép · This host name is not allowed');
    else if (request.method !== 'GET' && request.method !== 'HEAD')
      sendText(response, 405, 'Chỉ xem được · Only GET and HEAD', { Allow: 'GET, HEAD' });
    else if ((request.url ?? '').startsWith(OWN)) answerOwn(request, response, stage);
    else await answerPage(request, response, stage);
  } catch (error) {
    stage.failed(error);
    if (response.headersSent) response.destroy();
    else sendShell(request, response, stage, 500);
  }
};

const answerOwn: Answer = (request, response, stage) => {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const asked = url.searchParams.get('path') ?? '/';
  const name = url.pathname.slice(OWN.length) || 'index.html';
  const own = OWN_FILES.find((file) => file === name);
  if (name === 'events') stage.join(response, asked, url.searchParams.get('version') ?? '');
  else if (name === 'state')
    sendBytes(request, response, Buffer.from(stage.state(nearOf(stage, asked))), { name: 'state.json' });
  else if (own) {
    const bytes = readFileSync(path.join(ownFolder, own));
    const page = own === 'index.html' ? injectScript(bytes, stage.version) : bytes;
    sendBytes(request, response, page, { name: own });
  } else sendText(response, 404, 'Không có · Not found');
};

function nearOf({ shown }: Stage, url: string): string[] {
  if (!shown) return [];
  const { basePath } = shown.loaded.site.settings;
  const asked = pathOfUrl(url, basePath) ?? pathOfUrl(`${basePath}${url}`, basePath);
  if (asked === undefined || shown.find(asked)) return [];
  return nearAddresses(asked, shown.loaded.outputs).map((address) => `${basePath}${address}`);
}

const answerPage: Answer = (request, response, stage) => {
  const { shown } = stage;
  if (!shown) return sendShell(request, response, stage, 503);
  const { basePath } = shown.loaded.site.settings;
  const asked = pathOfUrl(request.url ?? '/', basePath);
  if (asked === undefined) {
    if (basePath && /^\/(?:\?|$)/.test(request.url ?? '/')) return redirect(response, `${basePath}/`);
    return sendMissing(request, response, stage);
  }
  const output = shown.find(asked);
  if (output) return sendOutput(request, response, stage, output);
  const folder = `${asked}/index.html`;
  if (shown.find(folder)) return redirect(response, encodeURI(urlOfPath(folder, basePath)));
  sendMissing(request, response, stage);
};

async function sendOutput(
  request: IncomingMessage,
  response: ServerResponse,
  stage: Stage,
  output: Output,
  status = 200,
): Promise<void> {
  const bytes = await stage.shown?.draw(output);
  if (bytes) {
    const isPage = output.recipe.type === 'template';
    const page = isPage ? injectScript(bytes, stage.version) : bytes;
    sendBytes(request, response, page, { status, name: output.path });
  } else if (output.recipe.type === 'copy') {
    const { disk } = output.recipe.source;
    const file = insideContent(stage.root, disk);
    if (!file || !sendFile(request, response, file, { name: output.path }))
      await sendMissing(request, response, stage);
  }
}

/** The real path of a file, unless a link has come into its place that leads out of `content/`. */
function insideContent(root: string, disk: string): string | undefined {
  try {
    const file = realpathSync(path.join(root, disk));
    const inside = path.relative(path.join(realpathSync(root), 'content'), file);
    return inside.startsWith('..') || path.isAbsolute(inside) ? undefined : file;
  } catch {
    return undefined;
  }
}

const sendMissing: Answer = (request, response, stage) => {
  const page = stage.shown?.find('404.html');
  if (page?.recipe.type === 'template') sendOutput(request, response, stage, page, 404);
  else sendShell(request, response, stage, 404);
};

/** A page with nothing but the script, which says what there is to say. */
function sendShell(request: IncomingMessage, response: ServerResponse, stage: Stage, status: number): void {
  const bytes = readFileSync(path.join(ownFolder, 'index.html'));
  sendBytes(request, response, injectScript(bytes, stage.version), { status, name: 'index.html' });
}

function redirect(response: ServerResponse, to: string): void {
  response.writeHead(302, { ...COMMON, Location: to }).end();
}

function sendText(
  response: ServerResponse,
  status: number,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  response
    .writeHead(status, { ...COMMON, ...headers, 'Content-Type': 'text/plain;charset=utf-8' })
    .end(`${text}\n`);
}
