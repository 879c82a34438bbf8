/**
 * Partials that are the same on many pages (masthead, footer, new documents) are drawn once for all of them. What a
 * partial depends on is read from its tree: `site` and `words`, which all pages share, and a few fields of `page`.
 */
import type { Ast } from './handlebars.js';

/** The partials of the templates, parsed. */
export type Parsed = Pick<ReadonlyMap<string, Ast>, 'get'>;

/** Too many variants are not worth keeping: such a partial names something that each page has of its own. */
const MOST_VARIANTS = 64;

/** The fields of `page` that a partial depends on, called from the top of a page; none when it needs anything else. */
export function pageFields(name: string, partials: Parsed): readonly string[] | undefined {
  const fields = new Set<string>();
  const seen = new Set<string>();
  const ast = partials.get(name);
  const same = ast !== undefined && program(ast, 0);
  return same ? [...fields] : undefined;

  /** `depth` contexts lie between here and the page's view. Each of these says whether all was understood. */
  function program(node: hbs.AST.Program | undefined, depth: number): boolean {
    return (node?.body ?? []).every((statement) => walk(statement, depth));
  }

  function walk(node: hbs.AST.Statement, depth: number): boolean {
    switch (node.type) {
      case 'MustacheStatement':
        return call(node as hbs.AST.MustacheStatement, depth);
      case 'BlockStatement': {
        const block = node as hbs.AST.BlockStatement;
        const steps = ['each', 'with'].includes((block.path as hbs.AST.PathExpression).original);
        return (
          block.params.every((param) => expression(param, depth)) &&
          program(block.program, depth + (steps ? 1 : 0)) &&
          program(block.inverse, depth)
        );
      }
      case 'PartialStatement':
        return partial(node as hbs.AST.PartialStatement, depth);
      default:
        return node.type === 'ContentStatement' || node.type === 'CommentStatement';
    }
  }

  function partial({ name: called, params, hash }: hbs.AST.PartialStatement, depth: number): boolean {
    const known = partials.get((called as hbs.AST.PathExpression).original);
    if (!known || hash) return false;
    const inner = depth + (params.length > 0 ? 1 : 0);
    const visit = `${(called as hbs.AST.PathExpression).original} ${inner}`;
    if (!params.every((param) => expression(param, depth))) return false;
    if (seen.has(visit)) return true;
    seen.add(visit);
    return program(known, inner);
  }

  function call(node: hbs.AST.MustacheStatement | hbs.AST.SubExpression, depth: number): boolean {
    const { path, params, hash } = node;
    if (params.length === 0 && !hash) return expression(path, depth);
    return (
      params.every((param) => expression(param, depth)) &&
      (hash?.pairs ?? []).every(({ value }) => expression(value, depth))
    );
  }

  function expression(node: hbs.AST.Node, depth: number): boolean {
    if (node.type === 'SubExpression') return call(node as hbs.AST.SubExpression, depth);
    if (node.type !== 'PathExpression') return true;
    const path = node as hbs.AST.PathExpression;
    const parts = path.parts as string[];
    // `@index` may be that of whoever calls, and `@partial-block` is.
    if (path.data && parts[0] !== 'root') return false;
    if (!path.data && path.depth !== depth) return path.depth < depth;
    const [group, field] = path.data ? parts.slice(1) : parts;
    if (group === 'page' && field !== undefined) fields.add(field);
    return group === 'site' || group === 'words' || (group === 'page' && field !== undefined);
  }
}

export type DrawPartial = (view: unknown, options?: object) => string;

/** Draws anew only for values of `fields` that have not been seen with what the pages share. */
export function drawnOnce(draw: DrawPartial, fields: readonly string[]): DrawPartial {
  const knownOf = new WeakMap<object, Map<string, string>>();
  return (view, options) => {
    const { page, site } = view as { page?: Readonly<Record<string, unknown>>; site?: object };
    if (!page || !site) return draw(view, options);
    const known = knownOf.get(site) ?? new Map<string, string>();
    knownOf.set(site, known);
    const values = fields.map((field) => page[field]);
    if (known.size >= MOST_VARIANTS || values.some((value) => typeof value === 'object'))
      return draw(view, options);
    const key = values.join('\0');
    let drawn = known.get(key);
    if (drawn === undefined) {
      drawn = draw(view, options);
      known.set(key, drawn);
    }
    return drawn;
  };
}
