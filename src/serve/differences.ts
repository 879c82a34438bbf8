import { isDeepStrictEqual } from 'node:util';
import type { Asset } from '../plan/assets.js';
import { pathOfUrl, urlOfPath } from './address-of.js';
import type { LiveEvent } from './live.js';
import type { Shown } from './shown.js';

/** What a browser has to do to get from one state to the next, given the address of its page. */
export function eventFor(
  before: Shown | undefined,
  after: Shown | undefined,
  version: string,
): (url: string) => LiveEvent {
  if (!after || isSame(before, after)) return () => ({ type: 'problems' });
  if (before && isSameButStyles(before, after)) {
    const hrefs = after.loaded.shared.site.stylesheets.map(({ href }) => href);
    return () => ({ type: 'styles', version, hrefs });
  }
  return (url) => ({ type: 'reload', version, to: before && movedTo(before, after, url) });
}

/** Whether both give the same files. */
export function isSame(before: Shown | undefined, { loaded }: Shown): boolean {
  return before?.loaded.site === loaded.site && isDeepStrictEqual(before.loaded.templates, loaded.templates);
}

function isSameButStyles({ loaded: before }: Shown, { loaded: after }: Shown): boolean {
  const others = ({ assets }: { readonly assets: readonly Asset[] }) =>
    assets.filter(({ name }) => !name.endsWith('.css'));
  const { assets: _, ...was } = before.templates;
  const { assets: __, ...is } = after.templates;
  return (
    before.site === after.site &&
    isDeepStrictEqual(was, is) &&
    isDeepStrictEqual(others(before.templates), others(after.templates)) &&
    before.shared.site.stylesheets.length === after.shared.site.stylesheets.length
  );
}

/** Where the entry is now that a page showed, if its address has changed. */
function movedTo(before: Shown, after: Shown, url: string): string | undefined {
  const { basePath } = before.loaded.site.settings;
  const path = pathOfUrl(url, basePath);
  const old = path === undefined ? undefined : before.find(path);
  const entry = old && before.entryOf(old);
  if (!old || !entry || isPageOfEntry(after, old.path)) return undefined;
  const { outputs } = after.loaded;
  const sameFile = outputs.find((output) => output.origin === entry.file && after.entryOf(output));
  // A renamed file is a new one with the same content.
  const found = sameFile ?? outputs.find((output) => after.entryOf(output)?.body.hash === entry.body.hash);
  return found && urlOfPath(found.path, after.loaded.site.settings.basePath);
}

function isPageOfEntry(shown: Shown, path: string): boolean {
  const output = shown.find(path);
  return output !== undefined && shown.entryOf(output) !== undefined;
}
