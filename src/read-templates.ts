import type { Cache } from './cache/cache.js';
import { hash } from './core/hash.js';
import type { Problem } from './core/problem.js';
import type { PrintedBy } from './render/check-templates.js';
import type { TemplateFiles } from './render/load-templates.js';

export interface ReadTemplates {
  readonly problems: readonly Problem[];
  readonly printed: PrintedBy;
}

/** What is wrong with the templates and what they print; asked anew only when one of them has changed. */
export async function readTemplates(templates: TemplateFiles, cache: Cache): Promise<ReadTemplates> {
  const sources = [...templates.pages.values(), ...templates.partials.values()];
  const key = `${hash(...sources.flatMap(({ file, text }) => [file, text]))}templates`;
  const known = cache.find(key);
  if (known) return JSON.parse(known.record);
  const { checkTemplates } = await import('./render/check-templates.js');
  const read = checkTemplates(templates);
  cache.put(key, JSON.stringify(read));
  return read;
}
