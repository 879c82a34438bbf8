import type { Shape } from '../core/shape.js';

/** What names mean at a point of a template, innermost first; `block` is what `{{> @partial-block}}` prints. */
export interface Scope {
  readonly stack: readonly Shape[];
  readonly root: Shape;
  readonly params: ReadonlyMap<string, Shape>;
  readonly block?: (() => void) | undefined;
}

/** A value whose shape does not matter: a literal, an index, what a helper gives. */
export const SOME: Shape = { is: 'text', doc: '', optional: false };

/** The first part of a path that is not there, and what is there in its place. */
interface Unknown {
  readonly unknown: string;
  readonly known: readonly string[];
}

/** What a path such as `../category.href` or `@root.site` leads to at a point of a template. */
export function resolvePath(path: hbs.AST.PathExpression, scope: Scope): Shape | Unknown {
  const [first = '', ...rest] = path.parts as string[];
  if (path.data) return first === 'root' ? follow(rest, scope.root) : SOME;
  const named = path.depth === 0 ? scope.params.get(first) : undefined;
  if (named) return follow(rest, named);
  const start = scope.stack[path.depth];
  return start ? follow(path.parts as string[], start) : SOME;
}

function follow(parts: readonly string[], start: Shape): Shape | Unknown {
  let shape = start;
  for (const part of parts) {
    if (shape === SOME || (shape.is === 'list' && part === 'length')) return SOME;
    const next: Shape | undefined = shape.is === 'group' ? shape.fields[part] : undefined;
    if (!next) return { unknown: part, known: shape.is === 'group' ? Object.keys(shape.fields) : [] };
    shape = next;
  }
  return shape;
}

/** A context with the fields that a partial is called with. */
export function withFields(shape: Shape, fields: ReadonlyMap<string, Shape>): Shape {
  if (fields.size === 0 || shape.is !== 'group') return shape;
  return { ...shape, fields: { ...shape.fields, ...Object.fromEntries(fields) } };
}
