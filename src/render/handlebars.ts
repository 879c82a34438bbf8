/** The one place that knows Handlebars. */
import Handlebars from 'handlebars';
import { helpers, KNOWN_HELPERS } from './helpers.js';
import type { DrawTemplate, TemplateTexts } from './render.js';
import { drawnOnce, pageFields } from './same-partials.js';
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

/** Compiles all templates. They must have been checked: a missing partial would fail only while drawing. */
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
  const partials = new Map([...files.partials].map(([name, text]) => [name, Handlebars.parse(text)]));
  for (const [name, ast] of partials) {
    const draw = timed(`partial ${name}`, environment.compile(ast, options));
    const fields = pageFields(name, partials);
    environment.registerPartial(name, fields ? drawnOnce(draw, fields) : draw);
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
