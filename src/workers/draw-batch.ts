/** Draws a batch of pages into files. */
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import { packReader } from '../cache/pack.js';
import type { SharedView } from '../core/views.js';
import { type Drawer, drawPage, type Items, type PageJob } from '../draw-page.js';
import { compileTemplates } from '../render/handlebars.js';
import { renderer } from '../render/render.js';
import { type Stopwatch, stopwatch, type Timing } from '../render/timings.js';

export interface DrawJob extends PageJob {
  /** Absolute path of the file to write. */
  readonly target: string;
}

export interface DrawBatch {
  readonly setup: SharedSetup;
  /** `Items` as JSON. */
  readonly items: string;
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
export async function drawBatch({ setup, items: json, jobs }: DrawBatch): Promise<DrawOutput> {
  const current = drawer?.id === setup.id ? drawer : makeDrawer(setup);
  drawer = current;
  const items: Items = JSON.parse(json);
  const folders = new Set<string>();
  const sizes: number[] = [];
  for (const job of jobs) {
    const drawn = drawPage(current, job, items);
    const page = drawn instanceof Promise ? await drawn : drawn;
    const folder = path.dirname(job.target);
    if (!folders.has(folder)) makeFolder(folder);
    folders.add(folder);
    sizes.push(writePage(job.target, page));
  }
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
      throw Object.assign(new Error(`ENOSPC: disk full, write '${target}'`), { code: 'ENOSPC' });
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
