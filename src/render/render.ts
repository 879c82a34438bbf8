import type { SharedView, TemplateName } from '../core/views.js';

/** Draws one page from its own view and the pieces of its body's HTML, in UTF-8; the page comes in pieces too. */
export type Renderer = (template: TemplateName, view: object, body: readonly Uint8Array[]) => Uint8Array[];

/** A template by its name, and its whole view. */
export type DrawTemplate = (template: string, view: object) => string;

/** Texts of templates by name. */
export interface TemplateTexts {
  readonly pages: ReadonlyMap<string, string>;
  readonly partials: ReadonlyMap<string, string>;
}

/** No text of a view holds it: fields are read without control characters. */
const BODY_MARK = '\u0000';

/** `shared` is the view that every page has. The body is set into the drawn page as bytes. */
export function renderer(draw: DrawTemplate, shared: SharedView): Renderer {
  return (template, view, body) => {
    const page = draw(template, { ...view, ...shared, body: body.length > 0 ? BODY_MARK : '' });
    return page
      .split(BODY_MARK)
      .flatMap((text, i) => (i === 0 ? [Buffer.from(text)] : [...body, Buffer.from(text)]));
  };
}

/** A body's pieces, a slot for each byte 0 between them. */
export function fillBody(body: Uint8Array, slots: readonly string[]): Uint8Array[] {
  if (body.length === 0) return [];
  const pieces: Uint8Array[] = [];
  let start = 0;
  for (const slot of slots) {
    const end = body.indexOf(0, start);
    pieces.push(body.subarray(start, end), Buffer.from(slot));
    start = end + 1;
  }
  pieces.push(body.subarray(start));
  return pieces;
}
