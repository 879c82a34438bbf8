/** Sends bytes or a file: type, ETag, ranges, HEAD. */
import { closeSync, createReadStream, fstatSync, openSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { lookup } from 'mrmime';
import { hashBytes } from '../core/hash.js';

export interface Sending {
  readonly status?: number;
  /** Its ending says what it holds. */
  readonly name: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What every answer carries: a preview is never kept, and no other site may use it. */
export const COMMON: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-cache',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

export function sendBytes(
  request: IncomingMessage,
  response: ServerResponse,
  bytes: Uint8Array,
  sending: Sending,
): void {
  const etag = `"${hashBytes(bytes)}"`;
  const part = begin(request, response, bytes.byteLength, etag, sending);
  if (!part || request.method === 'HEAD') response.end();
  else response.end(bytes.subarray(part.from, part.to));
}

/** Sends a file as a stream: a video may be larger than memory. False when it cannot be read. */
export function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: string,
  sending: Sending,
): boolean {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, 'r');
    const { size, mtimeMs, ino } = fstatSync(descriptor);
    const etag = `"${[size, mtimeMs, ino].map((n) => n.toString(36)).join('-')}"`;
    const part = begin(request, response, size, etag, sending);
    if (!part || request.method === 'HEAD' || part.from === part.to) {
      closeSync(descriptor);
      response.end();
      return true;
    }
    const stream = createReadStream('', { fd: descriptor, start: part.from, end: part.to - 1 });
    stream.on('error', () => response.destroy());
    response.on('close', () => stream.destroy());
    stream.pipe(response);
    return true;
  } catch {
    if (descriptor !== undefined) closeSync(descriptor);
    return false;
  }
}

interface Part {
  readonly from: number;
  readonly to: number;
}

/** Writes the head of an answer; undefined when no body follows it. */
function begin(
  request: IncomingMessage,
  response: ServerResponse,
  size: number,
  etag: string,
  { status = 200, name, headers }: Sending,
): Part | undefined {
  const all = { ...COMMON, ...headers, ETag: etag, 'Content-Type': typeOf(name), 'Accept-Ranges': 'bytes' };
  if (status === 200 && isKnown(request.headers['if-none-match'], etag)) {
    response.writeHead(304, all);
    return undefined;
  }
  const range = status === 200 ? rangeOf(request, etag, size) : undefined;
  if (range === 'outside') {
    response.writeHead(416, { ...all, 'Content-Range': `bytes */${size}`, 'Content-Length': 0 });
    return undefined;
  }
  const part = range ?? { from: 0, to: size };
  const length = { 'Content-Length': part.to - part.from };
  if (range)
    response.writeHead(206, {
      ...all,
      ...length,
      'Content-Range': `bytes ${part.from}-${part.to - 1}/${size}`,
    });
  else response.writeHead(status, { ...all, ...length });
  return part;
}

function isKnown(header: string | undefined, etag: string): boolean {
  return (header ?? '')
    .split(',')
    .some((tag) => tag.trim().replace(/^W\//, '') === etag || tag.trim() === '*');
}

/** The one range that is asked for; several at once, and what is no range, mean the whole (RFC 9110, 14.2). */
function rangeOf({ headers }: IncomingMessage, etag: string, size: number): Part | 'outside' | undefined {
  if (headers['if-range'] !== undefined && headers['if-range'] !== etag) return undefined;
  const match = /^bytes=(\d*)-(\d*)$/.exec(headers.range ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return undefined;
  const [first, last] = [match[1] ?? '', match[2] ?? ''];
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === '' || last === '' ? size : Math.min(size, Number(last) + 1);
  if (first !== '' && last !== '' && Number(last) < from) return undefined;
  return from >= size ? 'outside' : { from, to };
}

function typeOf(name: string): string {
  const type = lookup(path.extname(name).slice(1)) ?? 'application/octet-stream';
  return /^text\/|[/+](?:json|xml)$|javascript/.test(type) ? `${type};charset=utf-8` : type;
}
