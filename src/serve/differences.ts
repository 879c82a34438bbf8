import { isDeepStrictEqual } from 'node:util';
import type { Entry, Site } from '../core/types.js';
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
function movedTo({ loaded: before }: Shown, { loaded: after }: Shown, url: string): string | undefined {
  const path = pathOfUrl(url, before.site.settings.basePath);
  const address = path === undefined ? undefined : urlOfPath(path, '');
  const old = entriesOf(before.site).find((entry) => entry.address === address);
  if (!old) return undefined;
  const entries = entriesOf(after.site);
  // A renamed file is a new one with the same content.
  const found =
    entries.find(({ file }) => file === old.file) ??
    entries.find((entry) => entry.address === address) ??
    entries.find(({ body }) => body.hash === old.body.hash);
  if (!found || found.address === address) return undefined;
  return `${after.site.settings.basePath}${found.address}`;
}

function entriesOf(site: Site): readonly Entry[] {
  return [...site.articles, ...site.documents, ...site.polls, ...site.pages];
}
