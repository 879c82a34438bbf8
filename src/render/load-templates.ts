import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { byCodeUnit } from '../core/order.js';

/** A template as its author wrote it. `file` is what messages call it. */
export interface TemplateSource {
  readonly name: string;
  readonly file: string;
  readonly text: string;
  /** From the site's own or shared folder, not the program's. */
  readonly custom: boolean;
}

export interface TemplateFiles {
  readonly pages: ReadonlyMap<string, TemplateSource>;
  readonly partials: ReadonlyMap<string, TemplateSource>;
  readonly assets: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

/** The program's own theme: beside `src/` in the sources, beside `build/` when compiled. */
export function programFolder(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(folder, 'package.json'))) folder = path.dirname(folder);
  return path.join(folder, 'templates');
}

/** Reads the templates: a file is looked for in the site, then in the shared folder, then in the program. */
export function loadTemplates(root: string, themeFolder?: string): TemplateFiles {
  const own = path.join(root, 'templates');
  const layers = [programFolder(), ...(themeFolder ? [themeFolder] : []), own];
  const pages = new Map<string, TemplateSource>();
  const partials = new Map<string, TemplateSource>();
  const assets = new Map<string, Uint8Array>();
  for (const [depth, folder] of layers.entries()) {
    for (const file of filesUnder(folder)) {
      const absolute = path.join(folder, file);
      if (file.startsWith('assets/')) {
        assets.set(file.slice('assets/'.length), readFileSync(absolute));
      } else if (file.endsWith('.hbs')) {
        const isPartial = file.startsWith('partials/');
        const name = file.slice(isPartial ? 'partials/'.length : 0, -'.hbs'.length);
        const shown =
          folder === own || depth === 0 ? `templates/${file}` : path.join(themeFolder ?? '', file);
        const source = { name, file: shown, text: readFileSync(absolute, 'utf8'), custom: depth > 0 };
        (isPartial ? partials : pages).set(name, source);
      }
    }
  }
  return { pages, partials, assets: [...assets].map(([name, bytes]) => ({ name, bytes })) };
}

function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort(byCodeUnit);
}
