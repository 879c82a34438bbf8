import { byCodeUnit } from '../core/order.js';
import { type FieldPath, type Problem, problem } from '../core/problem.js';
import { nameKey, slug } from '../core/text.js';

/** A spelling of a name: where it stands first, and how many write it so. */
export interface NameUse {
  readonly name: string;
  readonly file: string;
  readonly field: FieldPath;
  readonly count: number;
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

/** Spelt as in `listed`, else as most write it; each other spelling is warned of, where it stands first. */
export function settleNames(
  uses: readonly NameUse[],
  listed: readonly KnownName[] = [],
): { names: Names; problems: Problem[] } {
  // Of two that are one name the first counts; the second is told as a mistake of the settings.
  const known = new Map([...listed].reverse().map((item) => [nameKey(item.name), item]));
  const spellings = new Map<string, NameUse[]>();
  for (const use of uses)
    spellings.set(nameKey(use.name), [...(spellings.get(nameKey(use.name)) ?? []), use]);
  const chosen = new Map(listed.map(({ name }) => [nameKey(name), known.get(nameKey(name))?.name ?? name]));
  for (const [key, written] of spellings) if (!chosen.has(key)) chosen.set(key, usualSpelling(written));
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

/** The one that is used most; of two used alike, the one with more marks (`Thời sự`, not `Thoi su`), then not all capitals. */
function usualSpelling(uses: readonly NameUse[]): string {
  const marks = ({ name }: NameUse) => name.normalize('NFD').length;
  const isCapitals = ({ name }: NameUse) => Number(name === name.toUpperCase());
  const [best] = [...uses].sort(
    (a, b) =>
      b.count - a.count || marks(b) - marks(a) || isCapitals(a) - isCapitals(b) || byCodeUnit(a.name, b.name),
  );
  return best?.name ?? '';
}

function otherSpellings(uses: readonly NameUse[], chosen: ReadonlyMap<string, string>): Problem[] {
  return uses.flatMap(({ name, file, field }) => {
    const used = chosen.get(nameKey(name)) ?? name;
    return used === name ? [] : [problem('entry/two-spellings', { name, used }, { file, field })];
  });
}
