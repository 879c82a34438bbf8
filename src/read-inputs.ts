/** What a site is made from beside `content/`: its settings, its templates, its list of redirects. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { type Config, loadConfig } from './config.js';
import { REDIRECTS_FILE } from './model/redirects.js';
import { loadTemplates, type TemplateFiles } from './render/load-templates.js';

export interface Inputs {
  readonly config: Config;
  readonly templates: TemplateFiles;
  /** The bytes of `redirects.csv`. */
  readonly redirects: Uint8Array | undefined;
}

/** Reads them; what is the same as `before` is the same value. */
export function readInputs(root: string, baseUrl: string | undefined, before?: Inputs): Inputs {
  const config = loadConfig(root, baseUrl ? { baseUrl } : {});
  const read: Inputs = {
    config,
    templates: loadTemplates(root, config.themeFolder),
    redirects: readIfThere(path.join(root, REDIRECTS_FILE)),
  };
  if (!before) return read;
  return {
    config: kept(read.config, before.config),
    templates: kept(read.templates, before.templates),
    redirects: kept(read.redirects, before.redirects),
  };
}

function kept<T>(now: T, before: T): T {
  return isDeepStrictEqual(now, before) ? before : now;
}

function readIfThere(file: string): Uint8Array | undefined {
  return existsSync(file) ? readFileSync(file) : undefined;
}
