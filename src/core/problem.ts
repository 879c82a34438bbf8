import type { Lang, Message, Severity } from './message.js';
import { bodyMessages } from './messages/body.js';
import { entryMessages } from './messages/entry.js';
import { fieldMessages } from './messages/field.js';
import { fileMessages } from './messages/file.js';
import { siteMessages } from './messages/site.js';
import { yamlMessages } from './messages/yaml.js';

/**
 * THE table of diagnostics: codes are permanent, and each is documented in docs/diagnostics.md,
 * which is made from this table. Mistakes in a value are told alike for entries and for settings.
 */
export const messages = {
  ...under('front-matter', { ...fieldMessages, ...yamlMessages }),
  ...under('settings', { ...fieldMessages, ...yamlMessages }),
  ...fileMessages,
  ...entryMessages,
  ...bodyMessages,
  ...siteMessages,
};

export type Code = keyof typeof messages;
type ParamsOf<C extends Code> = (typeof messages)[C] extends Message<infer P> ? P : never;

/** 1-based; column and length in UTF-16 units, a byte order mark not counted. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

/** Keys and indices from the root of the front matter or of `site.yaml`: `['image', 'src']`. */
export type FieldPath = readonly (string | number)[];

export interface Where {
  readonly file?: string | undefined;
  readonly place?: Place | undefined;
  /** Where the place is not known yet, the field that it is the place of: the report looks it up. */
  readonly field?: FieldPath | undefined;
  /** Point at the field's name instead of its value. */
  readonly atKey?: boolean | undefined;
  /** Other files that take part. */
  readonly related?: readonly string[] | undefined;
}

/** A user's mistake: a value, collected and never thrown. Its text is made when it is told. */
export interface Problem extends Where {
  readonly code: Code;
  readonly params: Readonly<Record<string, string | number>>;
}

export function problem<C extends Code>(code: C, params: ParamsOf<C>, where: Where = {}): Problem {
  return { ...where, code, params };
}

export function severityOf(p: Problem): Severity {
  return messages[p.code].severity;
}

export function isError(p: Problem): boolean {
  return severityOf(p) === 'error';
}

export function wording(p: Problem, lang: Lang): { message: string; hint?: string | undefined } {
  const [message, hint] = (messages[p.code] as Message).say(p.params)[lang];
  return { message, hint };
}

type Prefixed<A extends string, T> = { [K in keyof T & string as `${A}/${K}`]: T[K] };

function under<A extends string, T extends object>(area: A, table: T): Prefixed<A, T> {
  return Object.fromEntries(Object.entries(table).map(([k, v]) => [`${area}/${k}`, v])) as Prefixed<A, T>;
}
