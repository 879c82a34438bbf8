/**
 * What a template prints of the view that it gets, itself or through its partials. The rest need not be made,
 * and cannot change the page: a page's key and what is sent to the thread that draws it hold only this.
 */

/** `true` is all of a value; else these fields of it, or of each of its items. Without any, only whether it is there counts. */
export type Printed = true | { readonly [field: string]: Printed };

/** A planned view, or a part of one, with no more than what is printed of it. */
export function narrow(planned: unknown, printed: Printed): unknown {
  const value = typeof planned === 'function' ? planned() : planned;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => narrow(item, printed));
  const kept: Record<string, unknown> = {};
  for (const field in printed === true ? value : printed) {
    const inner = narrow(value[field], printed === true ? true : (printed[field] as Printed));
    if (inner !== undefined) kept[field] = inner;
  }
  return kept;
}

/** The same while templates are being read. */
export interface Use {
  whole: boolean;
  readonly fields: Map<string, Use>;
}

export function noUse(): Use {
  return { whole: false, fields: new Map() };
}

/** The use of a field, which is noted by asking for it. */
export function useOf({ fields }: Use, field: string): Use {
  const use = fields.get(field) ?? noUse();
  fields.set(field, use);
  return use;
}

export function toPrinted({ whole, fields }: Use): Printed {
  return whole || Object.fromEntries([...fields].map(([field, use]) => [field, toPrinted(use)]));
}
