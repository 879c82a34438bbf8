import { complete } from '../src/config.js';
import { canonicalKey, vietnameseName } from '../src/core/field-names.js';
import type { Type } from '../src/core/schema.js';
import { STATUS_NAMES } from '../src/core/status.js';
import { KINDS, type Kind, type SiteConfig } from '../src/core/types.js';
import { exampleOf, kindType, schemas } from '../src/parse/schemas.js';
import { settingsSchema } from '../src/settings-schema.js';
import { code, fenced, page, table } from './markdown.js';
import { EXAMPLES, FORMS } from './value-forms.js';

/** As much of a type as the reference tells: a group has fields, a list has items. */
interface TypeDoc extends Type<unknown> {
  readonly fields?: Readonly<Record<string, FieldDoc>>;
  readonly of?: TypeDoc;
}
interface FieldDoc {
  readonly type: TypeDoc;
  readonly required: boolean;
  readonly example: string;
  readonly doc: string;
}

/** One field of a kind of entry or of `site.yaml`, with its path from the top: `files[].label`. */
export interface DocumentedField extends FieldDoc {
  readonly name: string;
  readonly path: string;
}

export function fieldsOf(subject: Kind | 'site'): DocumentedField[] {
  const schema: TypeDoc = subject === 'site' ? settingsSchema : schemas[subject];
  return fieldsUnder(schema, '').map((field) => ({ ...field, example: exampleLine(field, subject) }));
}

function fieldsUnder(type: TypeDoc, above: string): DocumentedField[] {
  return Object.entries(type.fields ?? {}).flatMap(([name, field]) => {
    const path = `${above}${name}`;
    const items = field.type.of ? fieldsUnder(field.type.of, `${path}[].`) : [];
    return [{ ...field, name, path }, ...fieldsUnder(field.type, `${path}.`), ...items];
  });
}

/** A line that may be written as it stands; empty for a group, whose fields have lines of their own. */
function exampleLine({ name, path, type, example }: DocumentedField, subject: Kind | 'site'): string {
  if (example || type.fields) return example;
  const item = type.doc.replace(/^\[(.*)\]$/, '$1');
  const form = item === 'text' ? undefined : FORMS[item]?.examples[0];
  const least = /^(\d+)–\d+$/.exec(item)?.[1];
  const choice = isChoice(item) ? item.split(' | ')[0] : undefined;
  const given = EXAMPLES[`${subject}.${path}`] ?? EXAMPLES[name];
  const byDefault = subject === 'site' ? plainDefault(path) : undefined;
  const value = given ?? byDefault ?? form ?? choice ?? least;
  return value ? `${name}: ${value}` : '';
}

/** `vi | en`: one of a few words, which need no explanation. */
export function isChoice(doc: string): boolean {
  return /^[\w-]+(?: \| [\w-]+)+$/.test(doc);
}

/** The Vietnamese names of a field; what it means may be such a name too (`trích yếu`). */
function vietnameseNames(name: string, doc: string): string {
  const own = vietnameseName(name);
  const also = doc !== own && canonicalKey(doc) === canonicalKey(name) && doc !== name ? [doc] : [];
  return [...(own ? [own] : []), ...also].map(code).join(', ');
}

function shownType({ type }: DocumentedField): string {
  return code(type.doc);
}

function kindSection(kind: Kind, heading: string, folder: string): string[] {
  const rows = fieldsOf(kind).map((field) => [
    code(field.path),
    vietnameseNames(field.name, field.doc),
    field.required ? 'yes' : '',
    shownType(field),
    field.doc,
    code(field.example),
  ]);
  return [
    `## ${heading}`,
    `${folder} The least that it needs:`,
    fenced('yaml', `---\n${exampleOf(kind)}\n---`),
    table(['Field', 'Vietnamese name', 'Required', 'What may be written', 'Meaning', 'Example'], rows),
  ];
}

const NAME = 'organisation.name';

function defaultOf(path: string, config: SiteConfig = {}): unknown {
  if (path.includes('[]')) return undefined;
  return path
    .split('.')
    .reduce<unknown>((group, key) => (group as Readonly<Record<string, unknown>>)?.[key], complete(config));
}

function plainDefault(path: string): string | undefined {
  const value = defaultOf(path);
  return value === undefined || typeof value === 'object' ? undefined : String(value);
}

/** The default of a key; one that follows the organisation's name says so. */
function shownDefault(path: string): string {
  if (Array.isArray(defaultOf(path))) return code('[]');
  const own = code(plainDefault(path) ?? '');
  return defaultOf(path, { organisation: { name: NAME } }) === NAME && path !== NAME
    ? `${code(NAME)}, else ${own}`
    : own;
}

function settingsSection(): string[] {
  const rows = fieldsOf('site').map((field) => [
    code(field.path),
    vietnameseName(field.name) ? code(vietnameseName(field.name) ?? '') : '',
    field.required ? 'yes' : '',
    shownType(field),
    shownDefault(field.path),
    field.doc,
    code(field.example),
  ]);
  return [
    '## `site.yaml`',
    'Every key is optional, and so is the file. “Required” tells what a group needs once it is written. A key without a default prints nothing, or leaves the thing out. Of `extends`, the site’s own keys win; within a group, key by key.',
    table(
      ['Key', 'Vietnamese name', 'Required', 'What may be written', 'Default', 'Meaning', 'Example'],
      rows,
    ),
  ];
}

function formsSection(): string[] {
  const rows = Object.entries(FORMS).map(([doc, { meaning, examples }]) => [
    code(doc),
    meaning,
    examples.map(code).join('<br>'),
  ]);
  const states = Object.entries(STATUS_NAMES).map(([status, name]) => [code(status), name]);
  return [
    '## What may be written',
    'A value is read as text and turned into what the field wants: `0233.852` stays as it is, and `10:19` is a time, not a number.',
    table(['Form', 'Meaning', 'Examples'], rows),
    '`1–100` is a whole number in that range; `a | b` is one of these words, or its Vietnamese name; `[…]` is a list, one item a line behind `- `, or within brackets; `{…}` is a group of fields, each on a line of its own and indented by two spaces. A field of a group or list that names a file or a number may be written as one line: `files: ke-hoach.pdf`, `image: anh.jpg`, `related: 01-KL/TW`.',
    'The states of a document, by word or by name:',
    table(['Word', 'Name'], states),
  ];
}

const FOLDERS: Readonly<Record<Kind, readonly [heading: string, where: string]>> = {
  article: ['Article (tin, bài)', 'Any folder under `content/` but those of the other kinds.'],
  document: ['Document (văn bản)', 'In `content/van-ban/`.'],
  poll: ['Poll (thăm dò ý kiến)', 'In `content/tham-do/`.'],
  page: ['Page (trang)', 'In `content/trang/`; folders under it are part of the address.'],
};

/** docs/fields.md */
export function fieldsReference(): string {
  return page([
    '# Fields',
    'What may be written between the two `---` at the top of an entry, and in `site.yaml`. A field goes by its English or its Vietnamese name, in capitals or not, with or without marks: `tiêu đề`, `Tieu de` and `title` are one. A name that is not listed here is reported and left out.',
    `The folder decides the kind of an entry; the line \`kind:\` (${code(kindType.doc)}) decides otherwise.`,
    ...KINDS.flatMap((kind) => kindSection(kind, ...FOLDERS[kind])),
    ...settingsSection(),
    ...formsSection(),
  ]);
}
