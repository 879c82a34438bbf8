/** The theme: its templates, checked, and its styles and scripts, made small. */
import type { Cache } from './cache/cache.js';
import { isError, type Problem } from './core/problem.js';
import { minifyAssets } from './minify-assets.js';
import type { Asset } from './plan/assets.js';
import { readTemplates } from './read-templates.js';
import type { PrintedBy } from './render/check-templates.js';
import type { TemplateFiles } from './render/load-templates.js';

export interface Theme {
  readonly problems: readonly Problem[];
  /** With `keepsGood` the last that had no errors. */
  readonly drawn: TemplateFiles;
  readonly printed: PrintedBy;
  /** Minified. */
  readonly assets: readonly Asset[];
}

/** Gives the same value for as long as the files are the same value. */
export type ReadTheme = (files: TemplateFiles, cache: Cache) => Promise<Theme>;

/** With `keepsGood`, templates that have got errors are drawn as they were when they had none. */
export function themeReader(keepsGood: boolean): ReadTheme {
  let last: { readonly files: TemplateFiles; readonly theme: Theme } | undefined;
  let good: TemplateFiles | undefined;

  return async (files, cache) => {
    if (last?.files === files) return last.theme;
    const { problems, printed } = await readTemplates(files, cache);
    const minified = await minifyAssets(files.assets, cache);
    const isBroken = problems.some(isError);
    const drawn = keepsGood && isBroken && good ? { ...good, assets: files.assets } : files;
    if (!isBroken || !good) good = files;
    const theme = {
      problems: [...problems, ...minified.problems],
      drawn,
      printed,
      assets: minified.assets,
    };
    last = { files, theme };
    return theme;
  };
}
