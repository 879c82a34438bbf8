/** The one place that knows Handlebars. */
import Handlebars from 'handlebars';
import { helpers, KNOWN_HELPERS } from './helpers.js';
import type { DrawTemplate, TemplateTexts } from './render.js';
import { type DrawPartial, drawnOnce, type Parsed, pageFields } from './same-partials.js';
import type { Stopwatch } from './timings.js';

export type Ast = hbs.AST.Program;

/** Parses a template, or tells where its syntax is wrong (line from 1, column from 0, as Handlebars counts). */
export function parseTemplate(
  text: string,
): { ast: Ast } | { message: string; line: number; column: number } {
  try {
    return { ast: Handlebars.parse(text) };
  } catch (error) {
    const {
      message = '',
      lineNumber,
      column,
    } = error as { message?: string; lineNumber?: number; column?: number };
    const line = lineNumber ?? Number(/line (\d+)/.exec(message)?.[1] ?? 1);
    return { message: message.split('\n').at(-1) ?? message, line, column: column ?? 0 };
  }
}

type Draw = (view: object) => string;

/** Each is parsed when it is first asked for: most pages call few of them. */
function parsedPartials(texts: TemplateTexts['partials']): Parsed {
  const known = new Map<string, Ast>();
  return {
    get(name) {
      const text = texts.get(name);
      if (text === undefined) return undefined;
      const ast = known.get(name) ?? Handlebars.parse(text);
      known.set(name, ast);
      return ast;
    },
  };
}

/** Makes all templates ready to be drawn; each is compiled when it is first called. They must have been checked: a missing partial would fail only while drawing. */
export function compileTemplates(files: TemplateTexts, watch?: Stopwatch): DrawTemplate {
  const environment = Handlebars.create();
  const timed: Stopwatch['timed'] = (label, work) => (watch ? watch.timed(label, work) : work);
  for (const [name, helper] of Object.entries(helpers))
    environment.registerHelper(name, timed(`helper ${name}`, helper as (...args: unknown[]) => unknown));
  const options = {
    knownHelpers: Object.fromEntries(KNOWN_HELPERS.map((name) => [name, true])),
    knownHelpersOnly: true,
    preventIndent: true,
  } as CompileOptions;
  const partials = parsedPartials(files.partials);
  const drawPartial = (name: string): DrawPartial => {
    const draw = timed(`partial ${name}`, environment.compile(partials.get(name), options));
    const fields = pageFields(name, partials);
    return fields ? drawnOnce(draw, fields) : draw;
  };
  for (const name of files.partials.keys()) {
    let draw: DrawPartial | undefined;
    environment.registerPartial(name, (view: unknown, call?: object) => {
      draw ??= drawPartial(name);
      return draw(view, call);
    });
  }
  const pages = new Map<string, Draw>();
  return (name, view) => {
    let draw = pages.get(name);
    if (!draw) {
      draw = timed(`template ${name}`, environment.compile(files.pages.get(name) ?? '', options));
      pages.set(name, draw);
    }
    return draw(view);
  };
}
