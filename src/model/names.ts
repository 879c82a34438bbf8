import { byCodeUnit } from '../core/order.js';
import { type FieldPath, type Problem, problem } from '../core/problem.js';
import { nameKey, slug } from '../core/text.js';

/** A name as one entry writes it. */
export interface NameUse {
  readonly name: string;
  readonly file: string;
  readonly field: FieldPath;
}

export interface KnownName {
  readonly name: string;
  readonly slug?: string | undefined;
  readonly description?: string | undefined;
}

/** Settles one spelling and one slug for each name; `key` is what two spellings of it share. */
export interface Names {
  readonly keys: readonly string[];
  nameOf(key: string): string;
  slugOf(key: string): string;
  descriptionOf(key: string): string | undefined;
}

/** Spelt as in `listed`, else as the first in code order; a second spelling is warned of once a name. */
export function settleNames(
  uses: readonly NameUse[],
  listed: readonly KnownName[] = [],
): { names: Names; problems: Problem[] } {
  // Of two that are one name the first counts; the second is told as a mistake of the settings.
  const known = new Map([...listed].reverse().map((item) => [nameKey(item.name), item]));
  const spellings = new Map<string, Set<string>>();
  for (const { name } of uses) {
    const key = nameKey(name);
    spellings.set(key, (spellings.get(key) ?? new Set()).add(name));
  }
  const chosen = new Map(listed.map(({ name }) => [nameKey(name), known.get(nameKey(name))?.name ?? name]));
  for (const [key, names] of spellings)
    if (!chosen.has(key)) chosen.set(key, [...names].sort(byCodeUnit)[0] ?? '');
  const names: Names = {
    keys: [...chosen.keys()],
    nameOf: (key) => chosen.get(key) ?? key,
    slugOf: (key) => known.get(key)?.slug ?? (slug(chosen.get(key) ?? key) || 'khac'),
    descriptionOf: (key) => known.get(key)?.description,
  };
  const written = new Set(listed.map(({ name }) => name));
  return {
    names,
    problems: otherSpellings(
      uses.filter(({ name }) => !written.has(name)),
      chosen,
    ),
  };
}

function otherSpellings(uses: readonly NameUse[], chosen: ReadonlyMap<string, string>): Problem[] {
  const told = new Set<string>();
  const problems: Problem[] = [];
  for (const { name, file, field } of uses) {
    const key = nameKey(name);
    const used = chosen.get(key) ?? name;
    if (used === name || told.has(key)) continue;
    told.add(key);
    problems.push(problem('entry/two-spellings', { name, used }, { file, field }));
  }
  return problems;
}
