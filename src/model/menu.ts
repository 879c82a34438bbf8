import { type FieldPath, type Problem, problem } from '../core/problem.js';
import type { MenuItem, Named, ResolvedMenuItem, Settings } from '../core/types.js';
import type { References } from './references.js';

/** The menu with its targets settled; without one in `site.yaml`, the categories. A withheld target leaves its item out. */
export function resolveMenu(
  settings: Settings,
  categories: readonly Named[],
  references: References,
): { menu: ResolvedMenuItem[]; problems: Problem[] } {
  const problems: Problem[] = [];
  if (settings.menu.length === 0) {
    return {
      menu: categories.map(({ name, address }) => ({ label: name, href: address, children: [] })),
      problems,
    };
  }
  return { menu: resolve(settings.menu, ['menu'], references, problems), problems };
}

function resolve(
  items: readonly MenuItem[],
  at: FieldPath,
  references: References,
  problems: Problem[],
): ResolvedMenuItem[] {
  return items.flatMap((item, i) => {
    const children = resolve(item.children ?? [], [...at, i, 'children'], references, problems);
    const href = hrefOf(item.to, [...at, i, 'to'], references, problems);
    return href === undefined ? [] : [{ label: item.label, href, children }];
  });
}

function hrefOf(
  to: string,
  field: FieldPath,
  references: References,
  problems: Problem[],
): string | undefined {
  if (/^(?:https?|mailto|tel):/i.test(to)) return to;
  const where = { file: 'site.yaml', field };
  const [path = '', anchor] = to.replace(/^content\//, '').split('#');
  const target = references.lookUp('content', path);
  const behind = anchor ? `#${anchor}` : '';
  if (target.is === 'entry') return `${target.entry.address}${behind}`;
  if (target.is === 'page') return `${target.address}${behind}`;
  if (target.is === 'withheld') problems.push(problem('entry/withheld-reference', { target: to }, where));
  else
    problems.push(
      problem('settings/missing-target', { target: to, nearest: references.suggest(to, 'content') }, where),
    );
  return undefined;
}
