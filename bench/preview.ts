import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Command } from './measure.js';
import { measure } from './measure.js';
import type { Site } from './scenarios.js';

/** What was measured of a preview; times in ms. */
export interface PreviewResult {
  /** From the start of the program with a warm cache to the last byte of the first page. */
  readonly firstPageMs: number;
  /** From the end of a save to the browser's event, for each edit in order. */
  readonly eventMs: readonly number[];
  /** From the end of the save to the last byte of the edited page. */
  readonly pageMs: readonly number[];
  readonly rssMb: { readonly before: number | null; readonly after: number | null };
}

const EDITS = 50;

/** Edits a text, a title or a time by turns, so that not only the easiest edit is measured. */
const KINDS: readonly ((text: string, n: number) => string)[] = [
  (text, n) => `${text}\nBổ sung lần ${n}: hội nghị đã kết thúc tốt đẹp.\n`,
  (text, n) => text.replace(/^title: "?/m, (begin) => `${begin}Sửa ${n} `),
];

function fetchText(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    get(url, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => resolve(text));
    }).on('error', reject);
  });
}

/** Opens the events of a page, as its script does; `next` resolves with the next reload. */
async function openEvents(base: string, page: string, version: string) {
  const [response] = (await once(
    get(`${base}__dongha/events?path=${encodeURIComponent(page)}&version=${version}`),
    'response',
  )) as [IncomingMessage];
  return {
    next: async () => {
      for (;;)
        if (String((await once(response, 'data'))[0]).includes('event: reload')) return performance.now();
    },
    close: () => response.destroy(),
  };
}

function rssMb({ pid }: ChildProcess): number | null {
  try {
    return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1]) / 1024;
  } catch {
    return null;
  }
}

/** Articles from all over the site. */
function someArticles({ dir }: Site): string[] {
  const root = join(dir, 'content', 'tin-tuc');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.md'),
  );
  const step = Math.max(1, Math.floor(files.length / EDITS));
  return Array.from({ length: EDITS }, (_, i) => join(root, files.sort()[(i * step) % files.length] ?? ''));
}

async function warm(command: Command): Promise<void> {
  const { exitCode, said } = await measure(command);
  if (exitCode !== 0) throw new Error(said);
}

export async function measurePreview(site: Site, say: (text: string) => void): Promise<PreviewResult> {
  const { command } = site.tool;
  say('building once, so that the cache is warm');
  await warm(command);
  const started = performance.now();
  const args = command.args.map((arg) => (arg === 'build' ? 'serve' : arg));
  const child = spawn(command.file, [...args, '--watch', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const [line] = await once(createInterface({ input: child.stdout }), 'line');
    const base = /http:\S+/.exec(String(line))?.[0] ?? '';
    const home = await fetchText(base);
    const firstPageMs = performance.now() - started;
    let version = /data-version="([^"]+)"/.exec(home)?.[1] ?? '';
    const [before, eventMs, pageMs]: [number | null, number[], number[]] = [rssMb(child), [], []];
    for (const [n, file] of someArticles(site).entries()) {
      const text = (KINDS[n % KINDS.length] as (typeof KINDS)[number])(readFileSync(file, 'utf8'), n);
      const events = await openEvents(base, '/', version);
      const told = events.next();
      writeFileSync(file, text);
      const saved = performance.now();
      eventMs.push((await told) - saved);
      version = /data-version="([^"]+)"/.exec(await fetchText(base))?.[1] ?? '';
      pageMs.push(performance.now() - saved);
      events.close();
    }
    return { firstPageMs, eventMs, pageMs, rssMb: { before, after: rssMb(child) } };
  } finally {
    child.kill('SIGKILL');
  }
}

const ms = (value: number): string => value.toFixed(0);

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export function previewReport({ firstPageMs, eventMs, pageMs, rssMb: memory }: PreviewResult): string {
  const line = (label: string, values: readonly number[]) =>
    `| ${[label, ...[0.5, 0.95, 1].map((share) => ms(percentile(values, share)))].join(' | ')} |`;
  return [
    `First page with a warm cache: ${ms(firstPageMs)} ms. Memory: ${ms(memory.before ?? Number.NaN)} MB, after ${eventMs.length} edits ${ms(memory.after ?? Number.NaN)} MB.`,
    '',
    `| ${eventMs.length} edits, ms from the end of the save | median | 95 % | slowest |`,
    '| --- | ---: | ---: | ---: |',
    line('to the reload event', eventMs),
    line('to the page drawn anew', pageMs),
  ].join('\n');
}
