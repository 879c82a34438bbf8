import { hash } from '../core/hash.js';
import type { Drawing } from '../core/types.js';
import type { SharedView } from '../core/views.js';
import type { TemplateFiles } from './load-templates.js';

/** What a page's bytes depend on, as one key: its templates, its view, the shared view, its body. */
export type DrawingKey = (template: string, drawing: Drawing) => string;

export function drawingKeys(files: TemplateFiles, shared: SharedView, version: string): DrawingKey {
  const common = hash(version, JSON.stringify(shared));
  const closures = new Map<string, string>();
  const print = fingerprints();
  return (template, { view, body }) => {
    let closure = closures.get(template);
    if (closure === undefined) {
      closure = hash(common, ...closureOf(files, template));
      closures.set(template, closure);
    }
    return body ? hash(closure, print(view), body.hash, ...body.slots) : hash(closure, print(view));
  };
}

/**
 * A text that is the same for two views exactly when they are. The items of a view's lists are shared between
 * pages (an article's line stands on a dozen), so each stands there by its hash, which is made once.
 */
function fingerprints(): (view: object) => string {
  const known = new WeakMap<object, string>();
  const item = (value: unknown): string => {
    if (typeof value !== 'object' || value === null) return JSON.stringify(value);
    let print = known.get(value);
    if (print === undefined) {
      print = hash(JSON.stringify(value));
      known.set(value, print);
    }
    return print;
  };
  return (view) => {
    let text = '';
    for (const [name, value] of Object.entries(view)) {
      if (value === undefined) continue;
      text += `${name}\n`;
      text += Array.isArray(value) ? `[${value.map(item).join()}]` : JSON.stringify(value);
      text += '\n';
    }
    return text;
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
