import type { Place, Problem } from './problem.js';
import { locate } from './yaml-places.js';

/**
 * Fills in the place of a problem that knows its field only. `above` lines of the file stand before `yaml`;
 * what is wrong with the whole, or with a field that is not written, is told on the file's first line.
 */
export function withPlace(p: Problem, yaml: string, above: number): Problem {
  if (p.place) return p;
  const { field = [], atKey, ...rest } = p;
  const at = field.length > 0 ? locate(yaml, field, atKey) : undefined;
  const place: Place = at
    ? { ...at, line: at.line + above }
    : { line: 1, column: 1, length: Math.max(1, above * 3) };
  if (!p.code.endsWith('/repeated-field')) return { ...rest, place };
  const first = locate(yaml, [...field.slice(0, -1), String(p.params.field)], true);
  return { ...rest, place, params: { ...p.params, line: (first?.line ?? 0) + above } };
}
