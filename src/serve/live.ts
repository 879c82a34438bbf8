/** The browsers that are open: each is told of changes over server-sent events. */
import type { ServerResponse } from 'node:http';
import { COMMON } from './send.js';

export type LiveEvent =
  /** Load the page again, or the one at `to`, where its entry is now. */
  | { readonly type: 'reload'; readonly version: string; readonly to?: string | undefined }
  /** Only styles differ: their addresses, in the order of the page. */
  | { readonly type: 'styles'; readonly version: string; readonly hrefs: readonly string[] }
  /** The pages are the same; what is wrong with the site is another. */
  | { readonly type: 'problems' };

export interface Live {
  /** Keeps an answer open; `url` is the address of the page that asks. */
  join(response: ServerResponse, url: string): void;
  tell(eventFor: (url: string) => LiveEvent): void;
  readonly count: number;
  close(): void;
}

/** ms; what stands between may cut a connection on which nothing is said for a minute */
const PULSE = 30_000;
/** ms after which a browser that lost its connection asks again */
const RETRY = 500;

export function live(): Live {
  const open = new Map<ServerResponse, string>();
  const pulse = setInterval(() => {
    for (const response of open.keys()) response.write(':\n\n');
  }, PULSE);
  pulse.unref();
  return {
    join(response, url) {
      response.writeHead(200, { ...COMMON, 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' });
      response.write(`retry: ${RETRY}\n\n`);
      open.set(response, url);
      response.on('close', () => open.delete(response));
    },
    tell(eventFor) {
      for (const [response, url] of open) response.write(eventText(eventFor(url)));
    },
    get count() {
      return open.size;
    },
    close() {
      clearInterval(pulse);
      for (const response of open.keys()) response.end();
      open.clear();
    },
  };
}

export function eventText({ type, ...data }: LiveEvent): string {
  return `event: ${type}\ndata: ${JSON.stringify(data)}\n\n`;
}
