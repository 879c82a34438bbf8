import type { Shape } from '../core/shape.js';
import { noUse, type Use, useOf } from './printed.js';

/** A value as a template meets it: its shape, where it is noted what of it is printed, fields that a call adds to it. */
export interface Seen {
  readonly shape: Shape;
  readonly use: Use;
  readonly added?: ReadonlyMap<string, Seen>;
}

/**
 * What names mean at a point of a template, innermost first; `block` is what `{{> @partial-block}}` prints, in the context
 * in which it stands.
 */
export interface Scope {
  readonly stack: readonly Seen[];
  readonly root: Seen;
  readonly params: ReadonlyMap<string, Seen>;
  readonly block?: ((context: Seen) => void) | undefined;
}

/** A value whose shape does not matter: a literal, an index, what a helper gives. */
export const SOME: Seen = { shape: { is: 'text', doc: '', optional: false }, use: noUse() };

/** The first part of a path that is not there, and what is there in its place. */
interface Unknown {
  readonly unknown: string;
  readonly known: readonly string[];
}

/** What a path such as `../category.href` or `@root.site` leads to at a point of a template. */
export function resolvePath(path: hbs.AST.PathExpression, scope: Scope): Seen | Unknown {
  const [first = '', ...rest] = path.parts as string[];
  if (path.data) return first === 'root' ? follow(rest, scope.root) : SOME;
  const named = path.depth === 0 ? scope.params.get(first) : undefined;
  if (named) return follow(rest, named);
  const start = scope.stack[path.depth];
  return start ? follow(path.parts as string[], start) : SOME;
}

function follow(parts: readonly string[], start: Seen): Seen | Unknown {
  let seen = start;
  for (const part of parts) {
    const { shape, use, added } = seen;
    if (seen === SOME || (shape.is === 'list' && part === 'length')) return SOME;
    const fields = shape.is === 'group' ? shape.fields : {};
    const own = fields[part];
    const next = added?.get(part) ?? (own && { shape: own, use: useOf(use, part) });
    if (!next) return { unknown: part, known: [...Object.keys(fields), ...(added?.keys() ?? [])] };
    seen = next;
  }
  return seen;
}

/** A context with the fields that a partial is called with. */
export function withFields(seen: Seen, added: ReadonlyMap<string, Seen>): Seen {
  if (added.size === 0 || seen.shape.is !== 'group') return seen;
  return { ...seen, added: new Map([...(seen.added ?? []), ...added]) };
}

/** The items of a list; of anything else that is gone through, all counts. */
export function itemOf(seen: Seen): Seen {
  if (seen === SOME) return SOME;
  const { shape, use } = seen;
  if (shape.is === 'list') return { shape: shape.of, use };
  use.whole = true;
  return seen;
}
