import { type IncomingHttpHeaders, request } from 'node:http';
import path from 'node:path';
import type { TestContext } from 'node:test';
import { type News, type Preview, type PreviewOptions, startPreview } from '../../src/serve/start-preview.js';
import { NOW } from './load.js';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  readonly text: string;
}

export interface Asking {
  readonly headers?: Readonly<Record<string, string>>;
  readonly method?: string;
}

export interface TestPreview extends Preview {
  /** What was told on the terminal, latest last. */
  readonly news: readonly News[];
  /** Asks for a path as it is written: nothing in it is put right first. */
  get(path: string, asking?: Asking): Promise<Answer>;
  /** A page without the script tag of the preview. */
  page(path: string): Promise<string>;
  state(path?: string): Promise<State>;
  events(path: string, version?: string): Promise<Events>;
}

export interface State {
  readonly errors: number;
  readonly warnings: number;
  readonly problems: readonly {
    code: string;
    place: string;
    message: string;
    frame: string[];
    hint: string;
  }[];
  readonly marks: readonly { file: string; reason: string; until: string; href: string; title: string }[];
  readonly near: readonly string[];
}

export interface Events {
  /** The next event that comes, or that came and was not taken yet. */
  next(): Promise<{ readonly type: string; readonly data: Record<string, unknown> }>;
  close(): void;
}

export type Options = Partial<Omit<PreviewOptions, 'site'>> & {
  readonly now?: (zone: string) => number;
  readonly drafts?: boolean;
};

const TAG = /<script src="\/__dongha\/preview\.js" data-version="([^"]+)" defer><\/script>/;

/** A preview of the site in `root`, without threads, on any free port; it ends with the test. */
export async function preview(t: TestContext, root: string, options: Options = {}): Promise<TestPreview> {
  const { now = () => NOW, drafts = false, ...rest } = options;
  const news: News[] = [];
  const started = await startPreview({
    site: { root, now, drafts, jobs: 1 },
    host: '127.0.0.1',
    port: 0,
    otherPorts: 0,
    watch: 'no',
    lang: () => 'vi',
    told: (item) => {
      news.splice(0, news.length - 1);
      news.push(item);
    },
    failed: (error) => t.diagnostic(String((error as Error).stack)),
    ...rest,
  });
  t.after(() => started.close());
  const get = (path: string, asking: Asking = {}) => ask(started.url, path, asking);
  return {
    ...started,
    news,
    get,
    page: async (path) => (await get(path)).text.replace(TAG, ''),
    state: async (path = '/') =>
      JSON.parse((await get(`/__dongha/state?path=${encodeURIComponent(path)}`)).text),
    events: async (path, version) => {
      const seen = version ?? versionIn((await get(path)).text);
      return listen(t, started.url, `/__dongha/events?path=${encodeURIComponent(path)}&version=${seen}`);
    },
  };
}

export function versionIn(page: string): string {
  return TAG.exec(page)?.[1] ?? '';
}

export function ask(base: string, path: string, { headers = {}, method = 'GET' }: Asking): Promise<Answer> {
  const { hostname, port } = new URL(base);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => {
        const bytes = Buffer.concat(chunks);
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          bytes,
          text: bytes.toString(),
        });
      });
    });
    asked.on('error', reject);
    asked.end();
  });
}

function listen(t: TestContext, base: string, path: string): Promise<Events> {
  const { hostname, port } = new URL(base);
  const came: { type: string; data: Record<string, unknown> }[] = [];
  const waiting: ((event: (typeof came)[number]) => void)[] = [];
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, agent: false }, (response) => {
      let text = '';
      response.on('data', (chunk) => {
        text += chunk;
        for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
          const match = /^event: (\w+)\ndata: (.*)$/.exec(text.slice(0, end));
          text = text.slice(end + 2);
          if (!match) continue;
          const event = { type: match[1] ?? '', data: JSON.parse(match[2] ?? '{}') };
          const taker = waiting.shift();
          if (taker) taker(event);
          else came.push(event);
        }
      });
      response.on('error', () => undefined);
      resolve({
        next: () =>
          new Promise((take) => {
            const event = came.shift();
            if (event) take(event);
            else waiting.push(take);
          }),
        close: () => asked.destroy(),
      });
    });
    t.after(() => asked.destroy());
    asked.on('error', reject);
    asked.end();
  });
}

/** Whether a preview gives a file of the output at all: names with a dot in front are for hosts. */
export function isServed(file: string): boolean {
  return !path.basename(file).startsWith('.');
}
