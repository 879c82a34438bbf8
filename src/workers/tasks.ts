/** The work that threads share: parsing files and drawing pages, in batches. The same code runs without threads. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type BodyRef, type PackReader, type PackWriter, packReader, packWriter } from '../cache/pack.js';
import { hashBytes } from '../core/hash.js';
import type { Kind } from '../core/types.js';
import type { SharedView, TemplateName } from '../core/views.js';
import { parseEntry } from '../parse/parse-entry.js';
import { fillBody, type Renderer, renderer } from '../render/render.js';
import { type Stopwatch, stopwatch, type Timing } from '../render/timings.js';

export interface ParseJob {
  readonly disk: string;
  readonly kind: Kind;
}

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
  readonly body?: BodyRef | undefined;
}

let writer: { readonly run: string; readonly pack: PackWriter } | undefined;

export function parseBatch({ root, zone, packs, run, jobs }: ParseBatch): ParseOutput[] {
  if (packs !== undefined && writer?.run !== run) {
    writer?.pack.close();
    writer = { run, pack: packWriter(packs) };
  }
  const outputs = jobs.map(({ disk, kind }): ParseOutput => {
    const bytes = readSource(path.join(root, disk));
    if (!bytes) return { hash: null, record: '' };
    const { body, ...result } = parseEntry(bytes, { kind, zone });
    const ref = body && packs !== undefined ? writer?.pack.put(body) : undefined;
    return { hash: hashBytes(bytes), record: JSON.stringify(result), body: ref };
  });
  writer?.pack.flush();
  return outputs;
}

function readSource(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** A body to be set into a page; should the pack be damaged, it is parsed again from its source. */
export interface BodyJob {
  readonly ref: BodyRef;
  readonly slots: readonly string[];
  readonly source: ParseJob;
}

export interface DrawJob {
  readonly template: TemplateName;
  /** The page's own view as JSON. */
  readonly view: string;
  readonly body?: BodyJob | undefined;
  /** Absolute path of the file to write. */
  readonly target: string;
}

export interface DrawBatch {
  /** What all pages of a build share, as JSON: the same text every time, so that it is read once. */
  readonly setup: string;
  readonly jobs: readonly DrawJob[];
}

export interface DrawSetup {
  readonly root: string;
  readonly zone: string;
  readonly packs: string;
  readonly shared: SharedView;
  readonly profile: boolean;
  readonly templates: { readonly pages: [string, string][]; readonly partials: [string, string][] };
}

interface Drawer {
  readonly setup: string;
  readonly draw: Renderer;
  readonly bodies: PackReader;
  readonly settings: Pick<DrawSetup, 'root' | 'zone'>;
  readonly watch: Stopwatch | undefined;
}

export interface DrawOutput {
  /** bytes, in the order of the jobs */
  readonly sizes: readonly number[];
  readonly timings: readonly Timing[];
}

let drawer: Drawer | undefined;

/** Draws pages into files. */
export function drawBatch({ setup, jobs }: DrawBatch): DrawOutput {
  const current = drawer?.setup === setup ? drawer : makeDrawer(setup);
  drawer = current;
  const folders = new Set<string>();
  const sizes = jobs.map(({ template, view, body, target }) => {
    const filled = body ? fillBody(bodyOf(body, current), body.slots) : NO_BODY;
    const bytes = current.draw(template, JSON.parse(view), filled);
    const folder = path.dirname(target);
    if (!folders.has(folder)) {
      mkdirSync(folder, { recursive: true });
      folders.add(folder);
    }
    writeFileSync(target, bytes);
    return bytes.length;
  });
  return { sizes, timings: current.watch?.take() ?? [] };
}

const NO_BODY = new Uint8Array();

function makeDrawer(setup: string): Drawer {
  drawer?.bodies.close();
  const { root, zone, packs, shared, templates, profile } = JSON.parse(setup) as DrawSetup;
  const watch = profile ? stopwatch() : undefined;
  const draw = renderer(
    { pages: new Map(templates.pages), partials: new Map(templates.partials) },
    shared,
    watch,
  );
  return { setup, draw, bodies: packReader(packs), settings: { root, zone }, watch };
}

function bodyOf({ ref, source }: BodyJob, { bodies, settings }: Drawer): Uint8Array {
  const found = bodies.read(ref);
  if (found) return found;
  const bytes = readFileSync(path.join(settings.root, source.disk));
  return parseEntry(bytes, { kind: source.kind, zone: settings.zone }).body ?? NO_BODY;
}
