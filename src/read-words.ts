/** The words of the theme in the site's language: the program's, and over them a shared folder's and the site's own. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { line } from './core/field-types.js';
import type { Problem } from './core/problem.js';
import { type FieldsFor, maybe, type Reading, record } from './core/schema.js';
import { WORD_NAMES, type Words } from './core/words.js';
import { readYamlMap } from './read-yaml-map.js';
import { programFolder } from './render/load-templates.js';

const wordsSchema = record<Partial<Words>>(
  Object.fromEntries(WORD_NAMES.map((name) => [name, maybe(line, name)])) as FieldsFor<Partial<Words>>,
);

export function readWords(
  root: string,
  lang: string,
  themeFolder?: string,
): { words: Words; problems: Problem[] } {
  const problems: Problem[] = [];
  const layers = [programFolder(), ...(themeFolder ? [themeFolder] : []), path.join(root, 'templates')];
  const words = layers.map((folder) => {
    const absolute = path.join(folder, 'words', `${lang}.yaml`);
    if (!existsSync(absolute)) return {};
    const { raw, problems: faults } = readYamlMap(absolute);
    const to: Reading = { area: 'settings', zone: 'UTC', problems: [] };
    const own = raw && wordsSchema.read(raw, [], to);
    const file = path.relative(root, absolute).split(path.sep).join('/');
    problems.push(...[...faults, ...to.problems].map((p) => ({ ...p, file })));
    return own ?? {};
  });
  return { words: Object.assign({}, ...words) as Words, problems };
}
