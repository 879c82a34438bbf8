/**
 * Schemas for what people write: entries' front matter and `site.yaml`. A type reads a raw YAML value,
 * reports what is wrong with it, and yields nothing for a wrong value, so that one mistake gives one message.
 */
import { canonicalKey, fieldLabel, vietnameseName } from './field-names.js';
import type { fieldMessages } from './messages/field.js';
import { type Code, type FieldPath, type Problem, problem } from './problem.js';
import { nearest } from './text.js';
import { asValue, isRawMap, type Raw } from './yaml.js';

type FieldMistake = keyof typeof fieldMessages;
type Told<C extends string> = Parameters<typeof problem<C & Code>>[1];

/** What a type needs to know beside the value, and where it reports. */
export interface Reading {
  readonly area: 'front-matter' | 'settings';
  readonly zone: string;
  readonly problems: Problem[];
}

export interface Type<T> {
  /** In the reference: what may be written here. */
  readonly doc: string;
  /** The type of what it holds: of a list's items, of the form that is not plain text. */
  readonly of?: Type<unknown>;
  read(raw: Raw, at: FieldPath, to: Reading): T | undefined;
}

interface Field<T> {
  readonly type: Type<T>;
  readonly required: boolean;
  /** A whole line that would be right, for the hint of a missing field. */
  readonly example: string;
  readonly doc: string;
}

export type FieldsFor<T> = { readonly [K in keyof T]-?: Field<NonNullable<T[K]>> };

export function required<T>(type: Type<T>, doc: string, example: string): Field<T> {
  return { type, required: true, example, doc };
}

export function maybe<T>(type: Type<T>, doc: string): Field<T> {
  return { type, required: false, example: '', doc };
}

/** Reports a mistake in a value, under the area that is being read. */
export function tell<M extends FieldMistake>(
  to: Reading,
  at: FieldPath,
  mistake: M,
  params: Told<`front-matter/${M}`>,
): undefined {
  to.problems.push(
    problem(`${to.area}/${mistake}` as 'front-matter/bad-time', params as never, { field: at }),
  );
  return undefined;
}

/** The name of the field that a path leads to, as its author wrote it. */
export function nameAt(at: FieldPath): string {
  return String(at.findLast((step) => typeof step === 'string') ?? '');
}

export interface RecordType<T> extends Type<T> {
  readonly fields: FieldsFor<T>;
}

/** A map of known fields, each spelt in English or Vietnamese. Unknown ones are warned of and dropped. */
export function record<T extends object>(fields: FieldsFor<T>, mainField?: keyof T & string): RecordType<T> {
  const names = Object.keys(fields) as (keyof T & string)[];
  const byKey = new Map(names.map((name) => [canonicalKey(name), name]));
  const all = names.flatMap((name) => [name, vietnameseName(name) ?? []].flat());
  return {
    doc: `{${names.join(', ')}}`,
    fields,
    read(raw, at, to) {
      if (typeof raw === 'string' && mainField) return this.read({ [mainField]: raw }, at, to);
      if (!isRawMap(raw)) {
        const field = nameAt(at);
        const isItem = typeof at.at(-1) === 'number';
        const line = isItem
          ? `- ${exampleItem(this, typeof raw === 'string' ? asValue(raw) : '…')}`
          : `${names[0]}: …`;
        return tell(to, at, 'not-a-group', { field, keys: names.join(', '), line: `${field}:\n  ${line}` });
      }
      const value: Partial<Record<keyof T, unknown>> = {};
      const written = new Map<keyof T, string>();
      const unknown: string[] = [];
      const before = to.problems.length;
      for (const [key, item] of Object.entries(raw)) {
        const name = byKey.get(canonicalKey(key));
        if (!name) {
          unknown.push(key);
        } else if (written.has(name)) {
          repeatedField(key, written.get(name) ?? key, at, to);
        } else {
          written.set(name, key);
          if (item !== null && item !== '' && item !== '~')
            value[name] = fields[name].type.read(item, [...at, key], to);
        }
      }
      const lacking = names.filter((name) => fields[name].required && value[name] === undefined);
      const found = unknownFields(
        unknown,
        raw,
        lacking.filter((name) => !written.has(name)),
        all,
        at,
        to,
      );
      for (const name of lacking) {
        const key = written.get(name);
        const told = key !== undefined && to.problems.slice(before).some((p) => p.field?.[at.length] === key);
        if (told || found.has(name)) continue;
        tell(to, key ? [...at, key] : at, 'missing-field', {
          field: fieldLabel(name),
          line: fields[name].example,
          empty: key ? 1 : 0,
        });
      }
      return lacking.length === 0 ? (value as T) : undefined;
    },
  };
}

/**
 * Tells unknown keys. One that is nearly the name of a required field which is lacking is that field misspelt,
 * and then the field is not told as missing too; the names so found are returned.
 */
function unknownFields(
  keys: readonly string[],
  raw: { readonly [key: string]: Raw },
  lacking: readonly string[],
  known: readonly string[],
  at: FieldPath,
  to: Reading,
): Set<string> {
  const found = new Set<string>();
  for (const key of keys) {
    const wanted = lacking.flatMap((name) => [name, vietnameseName(name) ?? []].flat());
    const right = nearest(key, wanted);
    const value = raw[key];
    if (right) {
      found.add(lacking.find((name) => name === right || vietnameseName(name) === right) ?? right);
      const line = `${right}: ${typeof value === 'string' ? asValue(value) : '…'}`;
      tell(to, [...at, key], 'misspelt-field', { field: key, right, line });
    } else {
      tell(to, [...at, key], 'unknown-field', { field: key, nearest: nearest(key, known) ?? '' });
    }
    pointAtKey(to);
  }
  return found;
}

function repeatedField(key: string, first: string, at: FieldPath, to: Reading): void {
  // The line of the first one is filled in by whoever adds the places: `line` 0 asks for it.
  tell(to, [...at, key], 'repeated-field', { field: first, line: 0 });
  pointAtKey(to);
}

function pointAtKey(to: Reading): void {
  const last = to.problems.pop();
  if (last) to.problems.push({ ...last, atKey: true });
}

/** A list; where `one` is set, a single value stands for a list of one. */
export function listOf<T>(
  item: Type<T>,
  options: { min?: number; one?: boolean; split?: RegExp } = {},
): Type<readonly T[]> {
  const { min = 0, one = false, split } = options;
  return {
    doc: `[${item.doc}]`,
    of: item,
    read(raw, at, to) {
      const parts = typeof raw === 'string' && split ? raw.split(split).filter((part) => part.trim()) : raw;
      const isList = Array.isArray(parts);
      if (!isList && !one) {
        const written =
          typeof raw === 'string' ? raw.split(/[,;]/).map((part) => asValue(part.trim())) : ['…'];
        const items = written.filter((part) => part !== '').map((part) => `  - ${exampleItem(item, part)}`);
        return tell(to, at, 'not-a-list', {
          field: nameAt(at),
          line: [`${nameAt(at)}:`, ...items].join('\n'),
        });
      }
      const items: readonly Raw[] = isList ? parts : [parts as Raw];
      const values = items.map((value, i) => item.read(value, Array.isArray(raw) ? [...at, i] : at, to));
      if (items.length < min) return tell(to, at, 'too-few', { field: nameAt(at), min });
      return values.every((value) => value !== undefined) ? (values as T[]) : undefined;
    },
  };
}

/** One item of a list as it should be written, `text` in it where its author wrote some. */
function exampleItem(item: Type<unknown>, text: string): string {
  if (!('fields' in item)) return text;
  const entries = Object.entries((item as RecordType<Record<string, unknown>>).fields);
  const [first, ...rest] = entries.filter(([, field]) => field.required);
  return [`${first?.[0]}: ${text}`, ...rest.map(([, field]) => `    ${field.example}`)].join('\n');
}

/** The first type for text, the second for anything else: `image: a.jpg` or `image: {src: a.jpg}`. */
export function textOr<T, U>(text: Type<T>, other: Type<U>): Type<T | U> {
  return {
    doc: `${text.doc} | ${other.doc}`,
    of: other,
    read: (raw, at, to) => (typeof raw === 'string' ? text.read(raw, at, to) : other.read(raw, at, to)),
  };
}
