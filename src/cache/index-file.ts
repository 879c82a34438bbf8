/**
 * The index of the cache: a line an entry, each with a checksum of its own, so that a damaged line costs that
 * entry and no other. A few new entries are put behind the others; after many it is replaced whole.
 */
import { readFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import type { BodyRef } from './pack.js';

/** An entry as it stands in the index's bytes: `bytes` is its record, JSON. */
export interface IndexLine {
  readonly record: Buffer;
  readonly body?: BodyRef | undefined;
  /** Times the index was written since the entry was last used. */
  readonly age: number;
}

export interface IndexContent {
  readonly lines: ReadonlyMap<string, IndexLine>;
  /** How many lines could not be read. */
  readonly damaged: number;
  /** How many lines were put behind the others since the index was written whole. */
  readonly added: number;
}

const NEWLINE = 10;
const TAB = 9;

/** Reads an index of this format and `version`; any other, and none, is empty. */
export function readIndex(file: string, version: string): IndexContent {
  const lines = new Map<string, IndexLine>();
  const bytes = readBytes(file);
  const headEnd = bytes.indexOf(NEWLINE);
  if (headEnd < 0) return { lines, damaged: bytes.length > 0 ? 1 : 0, added: 0 };
  const [written, whole] = bytes.toString('utf8', 0, headEnd).split('\t');
  if (written !== version) return { lines, damaged: 0, added: 0 };
  let [damaged, count] = [0, 0];
  for (let start = headEnd + 1; start < bytes.length; count++) {
    const newline = bytes.indexOf(NEWLINE, start);
    const end = newline < 0 ? bytes.length : newline;
    const line = newline < 0 ? undefined : readLine(bytes.subarray(start, end));
    if (line) lines.set(line.key, line);
    else damaged++;
    start = end + 1;
  }
  return { lines, damaged, added: count - Number(whole) };
}

/** The index's first line: what its values depend on beside their keys, and how many lines were written with it. */
export function headLine(version: string, count: number): string {
  return `${version}\t${count}\n`;
}

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}

/** `crc key age pack offset length crc record`, parted by tabs; the first crc is of all that follows it. */
function readLine(line: Buffer): (IndexLine & { key: string }) | undefined {
  const headEnd = line.indexOf(TAB);
  const rest = line.subarray(headEnd + 1);
  if (headEnd < 0 || crc32(rest) !== Number.parseInt(line.toString('latin1', 0, headEnd), 36))
    return undefined;
  const recordStart = nthTab(rest, 6) + 1;
  const [key = '', age, pack = '', offset, length, crc] = rest.toString('latin1', 0, recordStart).split('\t');
  const body = pack ? { pack, offset: Number(offset), length: Number(length), crc: Number(crc) } : undefined;
  return { key, age: Number(age), body, record: rest.subarray(recordStart) };
}

function nthTab(bytes: Buffer, n: number): number {
  let at = -1;
  for (let i = 0; i < n; i++) at = bytes.indexOf(TAB, at + 1);
  return at;
}

export function writeLine(key: string, { record, body, age }: IndexLine): Buffer {
  const place = body ? [body.pack, body.offset, body.length, body.crc] : ['', '', '', ''];
  const rest = Buffer.concat([Buffer.from(`${[key, age, ...place].join('\t')}\t`), record]);
  return Buffer.concat([Buffer.from(`${crc32(rest).toString(36)}\t`), rest, Buffer.of(NEWLINE)]);
}
