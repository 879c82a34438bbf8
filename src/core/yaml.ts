/** YAML read fast and plainly: every scalar is a text, so that nothing is guessed. */
import { FAILSAFE_SCHEMA, load } from 'js-yaml';

/** What the FAILSAFE schema yields; null is an empty value. */
export type Raw = string | null | readonly Raw[] | RawMap;
export interface RawMap {
  readonly [key: string]: Raw;
}

export function isRawMap(raw: Raw): raw is RawMap {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}

const STRUCTURAL = /^[ \u00a0]+|(?<=^[^:\n]*:)\u00a0|(?<=^\s*-)\u00a0/gm;

/** With spaces for the no-break spaces of Word where YAML needs spaces: before a line, behind `name:` and `-`. As long as before. */
export function withPlainSpaces(text: string): string {
  if (!text.includes('\u00a0')) return text;
  return text.replace(STRUCTURAL, (found) => ' '.repeat(found.length));
}

/** Throws js-yaml's error; `explainYaml` (yaml-places.ts) then says what is wrong. */
export function readYaml(text: string): Raw {
  return (load(text, { schema: FAILSAFE_SCHEMA }) as Raw | undefined) ?? null;
}

/** A text in quotation marks that YAML reads as it stands. */
export function inQuotes(text: string): string {
  return text.includes('"') ? `'${text.replace(/'/g, "''")}'` : `"${text.replace(/\\/g, '\\\\')}"`;
}

/** A text as it may be written behind `name: `, in quotation marks only where it must be. */
export function asValue(text: string): string {
  return /^[\s&*!%@`>|'"[\]{}#,]|^[-?:](?:\s|$)|:(?:\s|$)|\s#|\n|\s$/.test(text) ? inQuotes(text) : text;
}
