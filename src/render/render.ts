import type { Body, Drawing } from '../core/types.js';
import type { SharedView, TemplateName } from '../core/views.js';
import { compileTemplates } from './handlebars.js';
import type { TemplateFiles } from './load-templates.js';

/** Draws one page. */
export type Renderer = (template: TemplateName, drawing: Drawing) => string;

/** `bodies` finds a body by its hash; `shared` is the view that every page has. */
export function renderer(files: TemplateFiles, shared: SharedView, bodies: (hash: string) => Body): Renderer {
  const draw = compileTemplates(files);
  return (template, { view, body }) => {
    const html = body ? fill(bodies(body.hash), body.slots) : '';
    return draw(template, { ...view, site: shared, body: html });
  };
}

/** A body's chunks with the slots between them. */
function fill({ chunks }: Body, slots: readonly string[]): string {
  let html = chunks[0] ?? '';
  for (const [i, slot] of slots.entries()) html += slot + (chunks[i + 1] ?? '');
  return html;
}
