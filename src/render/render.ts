import type { SharedView, TemplateName } from '../core/views.js';
import { type PageBytes, pageBytes } from './page-bytes.js';

/** A body's HTML in UTF-8 with a byte 0 for each slot, and what comes there. */
export interface FilledBody {
  readonly html: Uint8Array;
  readonly slots: readonly string[];
}

/** Draws one page from its own view and its body. The bytes are good until it draws the next. */
export type Renderer = (template: TemplateName, view: object, body?: FilledBody) => Uint8Array;

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
  const page = pageBytes();
  return (template, view, body) => {
    const hasBody = body !== undefined && body.html.length > 0;
    const [first = '', ...rest] = draw(template, {
      ...view,
      ...shared,
      body: hasBody ? BODY_MARK : '',
    }).split(BODY_MARK);
    page.clear();
    page.addText(first);
    for (const text of rest) {
      if (body) addBody(page, body);
      page.addText(text);
    }
    return page.all();
  };
}

function addBody(page: PageBytes, { html, slots }: FilledBody): void {
  let start = 0;
  for (const slot of slots) {
    const end = html.indexOf(0, start);
    page.addBytes(html.subarray(start, end));
    page.addText(slot);
    start = end + 1;
  }
  page.addBytes(html.subarray(start));
}
