/**
 * Runtime shapes of what templates get. From one shape come the TypeScript type of the view,
 * the check that a template names no unknown field, and the reference in docs/templates.md.
 */

export type Shape = Leaf | ListShape | GroupShape;
export interface Leaf<T = unknown> {
  readonly is: 'text' | 'number' | 'flag' | 'html';
  readonly doc: string;
  readonly optional: boolean;
  /** Carries the type only; never set. */
  readonly type?: T;
}
export interface ListShape<S extends Shape = Shape> {
  readonly is: 'list';
  readonly doc: string;
  readonly optional: boolean;
  readonly of: S;
}
export interface GroupShape<F extends Fields = Fields> {
  readonly is: 'group';
  readonly doc: string;
  readonly optional: boolean;
  readonly fields: F;
}
export type Fields = { readonly [name: string]: Shape };

interface Optional {
  readonly optional: true;
}

/** The TypeScript type of the values of a shape. */
export type ViewOf<S> =
  S extends ListShape<infer I>
    ? readonly ViewOf<I>[]
    : S extends GroupShape<infer F>
      ? Group<F>
      : S extends Leaf<infer T>
        ? T
        : never;
type Group<F extends Fields> = {
  readonly [K in keyof F as F[K] extends Optional ? never : K]: ViewOf<F[K]>;
} & {
  readonly [K in keyof F as F[K] extends Optional ? K : never]?: ViewOf<F[K]> | undefined;
};

const leaf =
  <T>(is: Leaf['is']) =>
  (doc: string): Leaf<T> & { optional: false } => ({ is, doc, optional: false });

export const text = leaf<string>('text');
export const number = leaf<number>('number');
export const flag = leaf<boolean>('flag');
/** HTML made and cleaned by the program; the only thing that a template may print with three braces. */
export const html = leaf<string>('html');

export function list<S extends Shape>(of: S, doc: string): ListShape<S> & { optional: false } {
  return { is: 'list', doc, optional: false, of };
}

export function group<F extends Fields>(fields: F, doc = ''): GroupShape<F> & { optional: false } {
  return { is: 'group', doc, optional: false, fields };
}

type Optionally<S> = Omit<S, 'optional'> & Optional;

export function optional<S extends Shape>(shape: S, doc = shape.doc): Optionally<S> {
  const { optional: _, ...rest } = shape;
  return { ...rest, doc, optional: true } as unknown as Optionally<S>;
}
