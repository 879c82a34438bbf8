/** A page before it is drawn: its key, and what its template prints of its view. */
import { hash } from '../core/hash.js';
import type { Drawing, TemplateRecipe } from '../core/types.js';
import type { SharedView } from '../core/views.js';
import type { PrintedBy } from './check-templates.js';
import type { TemplateFiles } from './load-templates.js';
import { narrow, type Printed } from './printed.js';

export interface Descriptions {
  /** Of all that a page's bytes depend on: templates, views, body. The same key means the same bytes. */
  key(template: string, drawing: Drawing): string;
  /** Of all that its key depends on, if its recipe says so; the same basis means the same key. */
  basis(recipe: TemplateRecipe): string | undefined;
  /** What is printed of the page's own view. */
  written(template: string, drawing: Drawing): WrittenView;
}

/** A view in JSON, but for its lists: their items stand on many pages, so each is one value that others can point at. */
export interface WrittenView {
  readonly json: string;
  readonly lists: readonly (readonly [name: string, items: readonly WrittenItem[]])[];
}

export interface WrittenItem {
  readonly json: string;
  readonly hash: string;
}

interface Template {
  /** Of its texts, and of what is printed of the view that all pages share. */
  readonly common: string;
  readonly printer: Printer;
  readonly printsBody: boolean;
}

export function describing(
  files: TemplateFiles,
  printedBy: PrintedBy,
  shared: SharedView,
  version: string,
): Descriptions {
  const known = new Map<string, Template>();
  const itemsOf = itemWriters();
  const templateOf = (name: string): Template => {
    let template = known.get(name);
    if (!template) {
      const printed = printedBy[name] ?? true;
      const common = hash(version, JSON.stringify(narrow(shared, printed)), ...closureOf(files, name));
      const printsBody = printed === true || 'body' in printed;
      template = { common, printer: printerOf(printed, itemsOf), printsBody };
      known.set(name, template);
    }
    return template;
  };
  return {
    key(name, { view, body }) {
      const { common, printer, printsBody } = templateOf(name);
      const text = printer.text(view);
      return body && printsBody ? hash(common, text, body.hash, ...body.slots) : hash(common, text);
    },
    basis: ({ template, basis }) => basis && hash(`${templateOf(template).common}\n${basis()}`),
    written: (name, { view }) => templateOf(name).printer.written(view),
  };
}

interface Printer {
  /** The same for two views exactly when what is printed of them is. */
  text(view: object): string;
  written(view: object): WrittenView;
}

type ItemWriter = (item: unknown) => WrittenItem;

/**
 * The items of lists are shared between pages (an article's stands on a dozen), so what is printed of each is
 * written once for all templates that print the same of it, and stands in the text of a view by its hash.
 */
function itemWriters(): (printed: Printed) => ItemWriter {
  const writers = new Map<string, ItemWriter>();
  const writer = (printed: Printed): ItemWriter => {
    const known = new Map<unknown, WrittenItem>();
    return (item) => {
      let written = known.get(item);
      if (!written) {
        const json = JSON.stringify(narrow(item, printed));
        written = { json, hash: hash(json) };
        known.set(item, written);
      }
      return written;
    };
  };
  return (printed) => {
    const key = JSON.stringify(printed);
    const known = writers.get(key) ?? writer(printed);
    writers.set(key, known);
    return known;
  };
}

function printerOf(printed: Printed, itemsOf: (printed: Printed) => ItemWriter): Printer {
  const fieldOf = (name: string, of: Printed) => ({ name, of, item: itemsOf(of) });
  const named = printed === true ? [] : Object.entries(printed).map(([name, of]) => fieldOf(name, of));
  const fieldsOf = (view: object) =>
    printed === true ? Object.keys(view).map((name) => fieldOf(name, true)) : named;
  const made = (view: object, name: string): unknown => {
    const planned = (view as Readonly<Record<string, unknown>>)[name];
    return typeof planned === 'function' ? planned() : planned;
  };
  return {
    text(view) {
      let text = '';
      for (const { name, of, item } of fieldsOf(view)) {
        const value = made(view, name);
        if (value === undefined) continue;
        text += `${name}\n`;
        if (Array.isArray(value)) for (const one of value) text += item(one).hash;
        else text += JSON.stringify(narrow(value, of));
        text += '\n';
      }
      return text;
    },
    written(view) {
      const members: string[] = [];
      const lists: [string, WrittenItem[]][] = [];
      for (const { name, of, item } of fieldsOf(view)) {
        const value = made(view, name);
        if (value === undefined) continue;
        if (Array.isArray(value)) lists.push([name, value.map(item)]);
        else members.push(`${JSON.stringify(name)}:${JSON.stringify(narrow(value, of))}`);
      }
      return { json: `{${members.join()}}`, lists };
    },
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

/** Names behind `{{>` and `{{#>`, in all the ways in which Handlebars lets them be written; one in a comment too, which costs nothing. */
function partialsIn(text: string): string[] {
  const calls = text.matchAll(/\{\{~?#?>\s*(?:"([^"]+)"|'([^']+)'|\[([^\]]+)\]|([^\s}~]+))/g);
  return [...calls].map(([, ...names]) => names.find((name) => name !== undefined) ?? '');
}
