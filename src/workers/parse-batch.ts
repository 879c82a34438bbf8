/** Reads and parses a batch of files. */
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import path from 'node:path';
import { type Put, RECORD_ENCODING } from '../cache/cache.js';
import { type PackWriter, packWriter } from '../cache/pack.js';
import { hashBytes } from '../core/hash.js';
import type { BodySource } from '../draw-page.js';
import { parseEntry } from '../parse/parse-entry.js';

export type ParseJob = BodySource;

export interface ParseBatch {
  readonly root: string;
  readonly zone: string;
  /** Where bodies are put; without it they are not kept, for a run that draws nothing. */
  readonly packs?: string | undefined;
  /** Names the run: each run puts its bodies into packs of its own. */
  readonly run: string;
  readonly jobs: readonly ParseJob[];
}

export interface ParseOutput {
  /** The hash of the bytes that were read; null when the file could not be read. */
  readonly hash: string | null;
  /** `ParseResult` as JSON. */
  readonly record: string;
  /** Where it and the body were put. */
  readonly put?: Put | undefined;
}

interface Packs {
  readonly run: string;
  readonly records: PackWriter;
  readonly bodies: PackWriter;
}

let writers: Packs | undefined;

export function parseBatch({ root, zone, packs, run, jobs }: ParseBatch): ParseOutput[] {
  const to = packs === undefined ? undefined : writersFor(run, packs);
  const outputs = jobs.map(({ disk, kind }): ParseOutput => {
    const bytes = readSource(path.join(root, disk));
    if (!bytes) return { hash: null, record: '' };
    const hash = hashBytes(bytes);
    const { body, ...result } = parseEntry(bytes, { kind, zone, hash });
    const record = JSON.stringify(result);
    const put = to && {
      record: to.records.put(record, RECORD_ENCODING),
      body: body === undefined ? undefined : to.bodies.put(body),
    };
    return { hash, record, put };
  });
  to?.records.flush();
  to?.bodies.flush();
  return outputs;
}

/** Records are read one after the other, bodies here and there: each kind has packs of its own. */
function writersFor(run: string, folder: string): Packs {
  if (writers?.run === run) return writers;
  writers?.records.close();
  writers?.bodies.close();
  writers = { run, records: packWriter(folder), bodies: packWriter(folder) };
  return writers;
}

/** bytes; nearly every entry fits into one piece, which is used again for the next */
const piece = Buffer.allocUnsafe(1 << 20);

function readSource(file: string): Uint8Array | undefined {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, 'r');
    const size = readSync(descriptor, piece, 0, piece.length, null);
    return size < piece.length ? piece.subarray(0, size) : readFileSync(file);
  } catch {
    return undefined;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
