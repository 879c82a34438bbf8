/**
 * The index of the cache: a line for each value, with a checksum of its own, so that a damaged line costs that value
 * and no other. A few new lines are put behind the others; after many the index is replaced whole.
 */
import { readFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import type { PackRef } from './pack.js';

/** Where a value lies, and for an entry its body. */
export interface IndexLine {
  readonly record: PackRef;
  readonly body?: PackRef | undefined;
  /** Times the index was written since the value was last used. */
  readonly age: number;
}

export interface Index {
  readonly size: number;
  /** How many lines were put behind the others since the index was written whole. */
  readonly added: number;
  /** Whether it ends within a line, or cannot be read at all. */
  readonly isCut: boolean;
  keys(): Iterable<string>;
  /** A line is read when it is asked for; undefined when it is damaged. */
  line(key: string): IndexLine | undefined;
  has(key: string): boolean;
}

/** Reads an index of this format and `version`; any other, and none, is empty. */
export function readIndex(file: string, version: string): Index {
  const text = readText(file);
  const headEnd = text.indexOf('\n');
  const [written, whole] = text.slice(0, Math.max(0, headEnd)).split('\t');
  const lines = headEnd >= 0 && written === version ? text : '';
  /** Where the line of a key begins. */
  const starts = new Map<string, number>();
  let count = 0;
  let start = headEnd + 1;
  const line = (key: string): IndexLine | undefined => {
    const at = starts.get(key);
    return at === undefined ? undefined : readLine(lines.slice(at, lines.indexOf('\n', at)), key);
  };
  for (let end = lines.indexOf('\n', start); end >= 0; end = lines.indexOf('\n', start)) {
    const keyStart = lines.indexOf('\t', start) + 1;
    const key = lines.slice(keyStart, lines.indexOf('\t', keyStart));
    // Damage may have made this one's name of another.
    if (!line(key)) starts.set(key, start);
    count++;
    start = end + 1;
  }
  return {
    size: starts.size,
    added: lines === '' ? 0 : count - Number(whole),
    isCut: headEnd < 0 ? text !== '' : start < lines.length,
    keys: () => starts.keys(),
    has: (key) => starts.has(key),
    line,
  };
}

/** The index's first line: what its values depend on beside their keys, and how many lines were written with it. */
export function headLine(version: string, count: number): string {
  return `${version}\t${count}\n`;
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return '';
  }
}

/** `crc key age record body`, parted by tabs; the crc is of all that follows it. */
function readLine(line: string, key: string): IndexLine | undefined {
  const restStart = line.indexOf('\t') + 1;
  if (crc32(line.slice(restStart)) !== Number.parseInt(line.slice(0, restStart), 36)) return undefined;
  const [, own, age, ...places] = line.split('\t');
  const record = readPlace(places.slice(0, 4));
  return own === key && record ? { record, body: readPlace(places.slice(4)), age: Number(age) } : undefined;
}

function readPlace([pack, offset, length, crc]: readonly string[]): PackRef | undefined {
  return pack ? { pack, offset: Number(offset), length: Number(length), crc: Number(crc) } : undefined;
}

export function writeLine(key: string, { record, body, age }: IndexLine): string {
  const places = body ? [record, body] : [record];
  const fields = places.flatMap(({ pack, offset, length, crc }) => [pack, offset, length, crc]);
  const rest = [key, age, ...fields].join('\t');
  return `${crc32(rest).toString(36)}\t${rest}\n`;
}
