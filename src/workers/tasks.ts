/** The work that threads share: parsing files and drawing pages, in batches. The same code runs without threads. */
import { closeSync, mkdirSync, openSync, readFileSync, readSync, writeSync } from 'node:fs';
import path from 'node:path';
import { type Put, RECORD_ENCODING } from '../cache/cache.js';
import { type PackWriter, packReader, packWriter } from '../cache/pack.js';
import { hashBytes } from '../core/hash.js';
import type { SharedView } from '../core/views.js';
import { type BodySource, type Drawer, drawPage, type PageJob } from '../draw-page.js';
import { parseEntry } from '../parse/parse-entry.js';
import { compileTemplates } from '../render/handlebars.js';
import { renderer } from '../render/render.js';
import { type Stopwatch, stopwatch, type Timing } from '../render/timings.js';

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

export interface DrawJob extends PageJob {
  /** Absolute path of the file to write. */
  readonly target: string;
}

export interface DrawBatch {
  readonly setup: SharedSetup;
  readonly jobs: readonly DrawJob[];
}

/** What all pages of a build share: `DrawSetup` as JSON in memory that threads share, read once a build. */
export interface SharedSetup {
  readonly id: string;
  readonly json: SharedArrayBuffer;
}

export interface DrawSetup {
  readonly root: string;
  readonly zone: string;
  readonly packs: string;
  readonly shared: SharedView;
  readonly profile: boolean;
  readonly templates: { readonly pages: [string, string][]; readonly partials: [string, string][] };
}

interface BatchDrawer extends Drawer {
  readonly id: string;
  readonly watch: Stopwatch | undefined;
}

export interface DrawOutput {
  /** bytes, in the order of the jobs */
  readonly sizes: readonly number[];
  readonly timings: readonly Timing[];
}

let drawer: BatchDrawer | undefined;

/** Draws pages into files. */
export function drawBatch({ setup, jobs }: DrawBatch): DrawOutput {
  const current = drawer?.id === setup.id ? drawer : makeDrawer(setup);
  drawer = current;
  const folders = new Set<string>();
  const sizes = jobs.map(({ target, ...job }) => {
    const page = drawPage(current, job);
    const folder = path.dirname(target);
    if (!folders.has(folder)) makeFolder(folder);
    folders.add(folder);
    return writePage(target, page);
  });
  return { sizes, timings: current.watch?.take() ?? [] };
}

/** Most folders lack only themselves, and making these takes half the time of looking for all above. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') mkdirSync(folder, { recursive: true });
    else if (code !== 'EEXIST') throw error;
  }
}

function writePage(target: string, page: Uint8Array): number {
  const descriptor = openSync(target, 'w');
  try {
    if (writeSync(descriptor, page) < page.byteLength)
      throw Object.assign(new Error(`disk full: ${target}`), { code: 'ENOSPC' });
    return page.byteLength;
  } finally {
    closeSync(descriptor);
  }
}

function makeDrawer({ id, json }: SharedSetup): BatchDrawer {
  drawer?.bodies.close();
  const { root, zone, packs, shared, templates, profile } = JSON.parse(
    Buffer.from(json).toString(),
  ) as DrawSetup;
  const watch = profile ? stopwatch() : undefined;
  const texts = { pages: new Map(templates.pages), partials: new Map(templates.partials) };
  const draw = renderer(compileTemplates(texts, watch), shared);
  return { id, draw, bodies: packReader(packs), root, zone, watch };
}
