import { hash } from '../core/hash.js';
import type { SharedView } from '../core/views.js';
import type { Drawing } from '../core/types.js';
import type { TemplateFiles } from './load-templates.js';

/** What a page's bytes depend on, as one key: its templates, its view, the shared view, its body. */
export type DrawingKey = (template: string, drawing: Drawing) => string;

export function drawingKeys(files: TemplateFiles, shared: SharedView, version: string): DrawingKey {
  const common = hash(version, JSON.stringify(shared));
  const closures = new Map<string, string>();
  return (template, { view, body }) => {
    let closure = closures.get(template);
    if (closure === undefined) {
      closure = hash(...closureOf(files, template));
      closures.set(template, closure);
    }
    return hash(
      common,
      closure,
      JSON.stringify(view),
      body ? `${body.hash}\n${JSON.stringify(body.slots)}` : '',
    );
  };
}

/** The texts of a template and of all partials that it may call, directly or not. */
function closureOf(files: TemplateFiles, template: string): string[] {
  const texts: string[] = [files.pages.get(template)?.text ?? ''];
  const seen = new Set<string>();
  for (let i = 0; i < texts.length; i++) {
    for (const name of partialsIn(texts[i] ?? '')) {
      if (seen.has(name)) continue;
      seen.add(name);
      texts.push(files.partials.get(name)?.text ?? '');
    }
  }
  return texts;
}

/** Names behind `{{>` and `{{#>`; one in a comment too, which costs nothing. */
function partialsIn(text: string): string[] {
  return [...text.matchAll(/\{\{~?#?>\s*([^\s}]+)/g)].map((match) => match[1] ?? '');
}
