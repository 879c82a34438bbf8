/** Where things stand in YAML: slow to find out, so only when something must be pointed at. */
import { createRequire } from 'node:module';
import type * as Yaml from 'yaml';
import type { Node, Scalar } from 'yaml';
import { canonicalKey } from './field-names.js';
import type { FieldPath, Place } from './problem.js';
import { withPlainSpaces } from './yaml.js';

const load = createRequire(import.meta.url);
/** Loading it takes longer than the rest of the start together, and most runs have nothing to point at. */
const library = (): typeof Yaml => load('yaml');

export interface YamlFault {
  /** The library's own word for it, such as `DUPLICATE_KEY`. */
  readonly code: string;
  readonly place: Place;
}

/** The first fault of a text that `readYaml` refused; places count from the text's own first line. */
export function explainYaml(text: string): YamlFault | undefined {
  const { LineCounter, parseDocument } = library();
  const lines = new LineCounter();
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: lines });
  const fault = document.errors[0] ?? document.warnings[0];
  if (!fault) return undefined;
  const { line, col } = lines.linePos(fault.pos[0]);
  return { code: fault.code, place: { line, column: col, length: Math.max(1, fault.pos[1] - fault.pos[0]) } };
}

/** Where the value (or the key) at `path` stands; of a missing one, its nearest ancestor that is there. */
export function locate(text: string, path: FieldPath, atKey = false): Place | undefined {
  const { LineCounter, parseDocument } = library();
  const lines = new LineCounter();
  const document = parseDocument(withPlainSpaces(text), { schema: 'failsafe', lineCounter: lines });
  let node: Node | null = document.contents;
  let found: Node | null = null;
  for (const [i, step] of path.entries()) {
    const next = child(node, step);
    if (!next) break;
    found = atKey && i === path.length - 1 ? next.key : (next.value ?? next.key);
    node = next.value;
  }
  if (!found?.range) return undefined;
  const [start, end] = found.range;
  const shown = text.slice(start, end).split(/\r?\n/, 1)[0] ?? '';
  const { line, col } = lines.linePos(start);
  return { line, column: col, length: Math.max(1, shown.trimEnd().length) };
}

function child(
  node: Node | null,
  step: string | number,
): { key: Node | null; value: Node | null } | undefined {
  const { isMap, isScalar, isSeq } = library();
  if (isMap(node)) {
    const keys = node.items.filter((item) => isScalar(item.key));
    const named = (same: (key: string) => boolean) =>
      keys.find((item) => same(String((item.key as Scalar).value)));
    const wanted = canonicalKey(String(step));
    const pair = named((key) => key === step) ?? named((key) => canonicalKey(key) === wanted);
    return pair && { key: pair.key as Node, value: pair.value as Node | null };
  }
  if (isSeq(node)) {
    const item = node.items[Number(step)] as Node | undefined;
    return item && { key: item, value: item };
  }
  return undefined;
}
