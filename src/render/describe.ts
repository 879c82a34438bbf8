import { hash } from '../core/hash.js';
import type { Drawing } from '../core/types.js';
import type { SharedView } from '../core/views.js';
import type { PrintedBy } from './check-templates.js';
import type { TemplateFiles } from './load-templates.js';
import { narrow, type Printed } from './printed.js';

/** A page before it is drawn: the key of its bytes, and what its template prints of its view. */
export interface Described {
  /** Of all that the bytes depend on: templates, views, body. The same key means the same bytes. */
  readonly key: string;
  readonly json: () => string;
}

export type Describe = (template: string, drawing: Drawing) => Described;

export function describing(
  files: TemplateFiles,
  printedBy: PrintedBy,
  shared: SharedView,
  version: string,
): Describe {
  const known = new Map<
    string,
    { readonly common: string; readonly print: Printer; readonly body: boolean }
  >();
  const templateOf = (name: string) => {
    const printed = printedBy[name] ?? true;
    const common = hash(version, JSON.stringify(narrow(shared, printed)), ...closureOf(files, name));
    const template = { common, print: printer(printed), body: printed === true || 'body' in printed };
    known.set(name, template);
    return template;
  };
  return (name, { view, body }) => {
    const { common, print, body: printsBody } = known.get(name) ?? templateOf(name);
    const { text, json } = print(view);
    const key = body && printsBody ? hash(common, text, body.hash, ...body.slots) : hash(common, text);
    return { key, json };
  };
}

/** `text` is the same for two views exactly when what is printed of them is. */
type Printer = (view: object) => { readonly text: string; readonly json: () => string };

/**
 * The items of a view's lists are shared between pages (an article's line stands on a dozen), so what is printed of
 * each is written once, and stands in the text by its hash.
 */
function printer(printed: Printed): Printer {
  const written = new Map<unknown, { readonly json: string; readonly hash: string }>();
  const item = (value: unknown, of: Printed) => {
    let known = written.get(value);
    if (!known) {
      const json = JSON.stringify(narrow(value, of));
      known = { json, hash: hash(json) };
      written.set(value, known);
    }
    return known;
  };
  return (view) => {
    const fields: [name: string, value: string | ReturnType<typeof item>[]][] = [];
    let text = '';
    for (const name of printed === true ? Object.keys(view) : Object.keys(printed)) {
      const planned = (view as Readonly<Record<string, unknown>>)[name];
      const value = typeof planned === 'function' ? planned() : planned;
      if (value === undefined) continue;
      const of = printed === true ? true : (printed[name] as Printed);
      const isList = Array.isArray(value);
      const json = isList ? value.map((one) => item(one, of)) : JSON.stringify(narrow(value, of));
      fields.push([name, json]);
      text += `${name}\n${typeof json === 'string' ? json : json.map(({ hash }) => hash).join()}\n`;
    }
    const json = () => {
      const members = fields.map(([name, value]) => {
        const own = typeof value === 'string' ? value : `[${value.map(({ json }) => json).join()}]`;
        return `${JSON.stringify(name)}:${own}`;
      });
      return `{${members.join()}}`;
    };
    return { text, json };
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
