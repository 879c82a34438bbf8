/**
 * Reads every template before anything is drawn, against the shape of the view that it gets: a missing partial,
 * helper or field is told with its place, not found on the page that happens to need it; and what of the view a
 * template prints is known from then on.
 */

import { type Problem, problem } from '../core/problem.js';
import { nearest } from '../core/text.js';
import { type TemplateName, views } from '../core/views.js';
import { type Ast, parseTemplate } from './handlebars.js';
import { BUILT_IN, KNOWN_HELPERS } from './helpers.js';
import type { TemplateFiles, TemplateSource } from './load-templates.js';
import { noUse, type Printed, toPrinted } from './printed.js';
import { itemOf, resolvePath, type Scope, type Seen, SOME, withFields } from './template-scope.js';

/** What each template prints of its view. */
export type PrintedBy = Readonly<Record<string, Printed>>;

interface Checking {
  readonly files: TemplateFiles;
  readonly parsed: Map<string, Ast | undefined>;
  readonly problems: Map<string, Problem>;
  /** Partials that are being walked, so that one that calls itself does not go round for ever. */
  readonly open: string[];
}

export function checkTemplates(files: TemplateFiles): { problems: Problem[]; printed: PrintedBy } {
  const c: Checking = { files, parsed: new Map(), problems: new Map(), open: [] };
  const printed: Record<string, Printed> = {};
  for (const [name, shape] of Object.entries(views)) {
    const source = files.pages.get(name);
    const view: Seen = { shape, use: noUse() };
    if (source) walkSource(source, { stack: [view], root: view, params: new Map() }, c);
    printed[name] = toPrinted(view.use);
  }
  for (const source of files.pages.values()) {
    if (source.custom && !(source.name in views)) warnUnused(source, c);
  }
  for (const source of files.partials.values()) if (source.custom) parse(source, c);
  return { problems: [...c.problems.values()], printed };
}

function warnUnused(source: TemplateSource, c: Checking): void {
  const params = {
    name: source.name,
    nearest: nearest(source.name, Object.keys(views) as TemplateName[]) ?? '',
  };
  c.problems.set(
    source.file,
    problem('template/unused', params, { file: source.file, place: { line: 1, column: 1, length: 1 } }),
  );
}

function parse(source: TemplateSource, c: Checking): Ast | undefined {
  if (c.parsed.has(source.file)) return c.parsed.get(source.file);
  const result = parseTemplate(source.text);
  const ast = 'ast' in result ? result.ast : undefined;
  c.parsed.set(source.file, ast);
  if (!('ast' in result)) {
    const place = { line: result.line, column: result.column + 1, length: 1 };
    const p = problem('template/syntax', { detail: result.message }, { file: source.file, place });
    c.problems.set(`${source.file}:syntax`, p);
  }
  return ast;
}

function walkSource(source: TemplateSource, scope: Scope, c: Checking): void {
  const ast = parse(source, c);
  if (!ast) return;
  const walker = walkerOf(source, c);
  c.open.push(source.file);
  walker.program(ast, scope);
  c.open.pop();
}

/** The walk over one template's tree. */
function walkerOf(source: TemplateSource, c: Checking) {
  const tell = (node: hbs.AST.Node, p: Problem) => {
    const { start } = node.loc;
    const place = { line: start.line, column: start.column + 1, length: Math.max(1, widthOf(node)) };
    c.problems.set(`${source.file}:${start.line}:${start.column}:${p.code}`, {
      ...p,
      file: source.file,
      place,
    });
  };

  function program(node: hbs.AST.Program | undefined, scope: Scope): void {
    for (const statement of node?.body ?? []) walk(statement, scope);
  }

  function walk(node: hbs.AST.Statement, scope: Scope): void {
    switch (node.type) {
      case 'MustacheStatement':
        mustache(node as hbs.AST.MustacheStatement, scope);
        break;
      case 'BlockStatement':
        block(node as hbs.AST.BlockStatement, scope);
        break;
      case 'PartialStatement':
        partial(node as hbs.AST.PartialStatement, scope, undefined);
        break;
      case 'PartialBlockStatement': {
        const { program: inner } = node as hbs.AST.PartialBlockStatement;
        partial(node as hbs.AST.PartialBlockStatement, scope, (context) => {
          const isOwn = context === scope.stack[0];
          program(inner, isOwn ? scope : { ...scope, stack: [context, ...scope.stack] });
        });
        break;
      }
      case 'Decorator':
      case 'DecoratorBlock':
        useAll(scope.stack);
    }
  }

  function mustache(node: hbs.AST.MustacheStatement, scope: Scope): void {
    const seen = call(node, scope);
    if (seen) useAll([seen]);
    if (!node.escaped && seen?.shape.is !== 'html')
      tell(node, problem('template/raw', { name: nameOf(node.path) }));
  }

  /** A field, or a helper with its arguments; yields what it prints. */
  function call(node: hbs.AST.MustacheStatement | hbs.AST.SubExpression, scope: Scope): Seen | undefined {
    const hasArguments = node.params.length > 0 || (node.hash?.pairs.length ?? 0) > 0;
    const name = nameOf(node.path);
    if (!hasArguments && !(node.type === 'SubExpression')) return expression(node.path, scope);
    if (!KNOWN_HELPERS.includes(name))
      tell(
        node.path,
        problem('template/no-such-helper', { name, nearest: nearest(name, KNOWN_HELPERS) ?? '' }),
      );
    const given = [...node.params, ...(node.hash?.pairs ?? []).map(({ value }) => value)];
    useAll(given.map((param) => expression(param, scope) ?? SOME));
    return SOME;
  }

  function block(node: hbs.AST.BlockStatement, scope: Scope): void {
    const name = nameOf(node.path);
    if (!(BUILT_IN as readonly string[]).includes(name)) {
      tell(node.path, problem('template/no-such-helper', { name, nearest: nearest(name, BUILT_IN) ?? '' }));
      return;
    }
    const [seen] = node.params.map((param) => expression(param, scope));
    program(node.program, inner(name, node, seen, scope));
    program(node.inverse, scope);
  }

  /** The scope within a block: each and with step into what they are given. */
  function inner(name: string, node: hbs.AST.BlockStatement, seen: Seen | undefined, scope: Scope): Scope {
    if (name !== 'each' && name !== 'with') return scope;
    const item = seen && (name === 'each' || seen.shape.is === 'list') ? itemOf(seen) : (seen ?? SOME);
    const params = new Map(scope.params);
    const [first, second] = node.program?.blockParams ?? [];
    if (first) params.set(first, item);
    if (second) params.set(second, SOME);
    return { ...scope, stack: [item, ...scope.stack], params };
  }

  function partial(
    node: hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement,
    scope: Scope,
    printed: ((context: Seen) => void) | undefined,
  ): void {
    const name = nameOf(node.name);
    const seen = node.params[0] ? expression(node.params[0], scope) : scope.stack[0];
    if (name === '@partial-block') {
      scope.block?.(seen ?? SOME);
      return;
    }
    const fields = new Map(
      (node.hash?.pairs ?? []).map((pair) => [pair.key, expression(pair.value, scope) ?? SOME]),
    );
    const target = c.files.partials.get(name);
    if (!target) {
      if (!printed)
        tell(
          node.name,
          problem('template/no-such-partial', {
            name,
            nearest: nearest(name, c.files.partials.keys()) ?? '',
          }),
        );
      printed?.(seen ?? SOME);
      return;
    }
    const context = withFields(seen ?? SOME, fields);
    if (c.open.includes(target.file)) {
      // However deep it goes from here, nothing that it may print is left out.
      useAll([context, ...(context.added?.values() ?? []), ...scope.stack]);
      return;
    }
    // A partial sees its own context only; `../` leads out of it to the caller's.
    walkSource(
      target,
      {
        stack: [context, ...scope.stack.slice(node.params[0] ? 0 : 1)],
        root: scope.root,
        params: new Map(),
        block: printed,
      },
      c,
    );
  }

  function expression(node: hbs.AST.Expression, scope: Scope): Seen | undefined {
    if (node.type === 'SubExpression') return call(node as hbs.AST.SubExpression, scope);
    if (node.type !== 'PathExpression') return SOME;
    const path = node as hbs.AST.PathExpression;
    const found = resolvePath(path, scope);
    if (!('unknown' in found)) return found;
    const { unknown, known } = found;
    const params = { name: path.original, nearest: nearest(unknown, known) ?? '', known: known.join(', ') };
    tell(path, problem('template/no-such-field', params));
    return undefined;
  }

  return { program };
}

/** Values that go somewhere as they are, where their fields cannot be followed. */
function useAll(values: Iterable<Seen>): void {
  for (const { shape, use } of values) if (shape.is === 'group' || shape.is === 'list') use.whole = true;
}

function nameOf(node: hbs.AST.Node): string {
  return 'original' in node ? String(node.original) : '';
}

function widthOf(node: hbs.AST.Node): number {
  const { start, end } = node.loc;
  return start.line === end.line ? end.column - start.column : 1;
}
