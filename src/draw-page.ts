/** Draws one page: threads do it for a build, a preview for the page that is asked for. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { PackReader, PackRef } from './cache/pack.js';
import type { BodyUse, Kind } from './core/types.js';
import type { TemplateName } from './core/views.js';
import type { parseEntry } from './parse/parse-entry.js';
import type { Renderer } from './render/render.js';

/** Where a body can be parsed from again. */
export interface BodySource {
  readonly disk: string;
  readonly kind: Kind;
}

/** A body to be set into a page; should the pack be damaged, it is parsed again from its source. */
export interface BodyJob {
  readonly ref: PackRef;
  readonly slots: readonly string[];
  readonly source: BodySource;
}

export interface PageJob {
  readonly template: TemplateName;
  /** The page's own view as JSON, without its lists. */
  readonly view: string;
  readonly lists: readonly ListJob[];
  readonly body?: BodyJob | undefined;
}

/** A list of a view: its items by their numbers in `Items`. */
export type ListJob = readonly [name: string, items: readonly number[]];

/** The items of all lists of a few pages: most stand on several of them. */
export type Items = readonly unknown[];

export interface Drawer {
  readonly root: string;
  readonly zone: string;
  readonly draw: Renderer;
  readonly bodies: PackReader;
  /** For bodies that are damaged; seldom needed, so it is loaded only then. */
  parse?: typeof parseEntry;
}

/** The page's bytes, good until the next page is drawn. */
export function drawPage(drawer: Drawer, job: PageJob, items: Items): Uint8Array | Promise<Uint8Array> {
  const { template, body } = job;
  const view = JSON.parse(job.view);
  for (const [name, numbers] of job.lists) view[name] = numbers.map((number) => items[number]);
  if (!body) return drawer.draw(template, view);
  const html = drawer.bodies.read(body.ref) ?? parseAgain(drawer, body.source);
  if (html) return drawer.draw(template, view, { html, slots: body.slots });
  return import('./parse/parse-entry.js').then((parser) => {
    drawer.parse = parser.parseEntry;
    return drawPage(drawer, job, items);
  });
}

/** Undefined while there is no parser. */
function parseAgain({ root, zone, parse }: Drawer, { disk, kind }: BodySource): Uint8Array | undefined {
  if (!parse) return undefined;
  return Buffer.from(parse(readFileSync(path.join(root, disk)), { kind, zone }).body ?? '');
}

/** Finds the body that a page uses. */
export function bodyJobOf(
  body: BodyUse | undefined,
  bodies: ReadonlyMap<string, { readonly ref: PackRef; readonly source: BodySource }>,
): BodyJob | undefined {
  const stored = body && bodies.get(body.hash);
  return stored && { ref: stored.ref, slots: body.slots, source: stored.source };
}
