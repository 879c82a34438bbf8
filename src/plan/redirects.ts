import type { Output, Redirect, Site } from '../core/types.js';
import { hrefOf, type Plan, pathOf } from './context.js';
import { pageMeta } from './page-meta.js';

/** A page for each old address, and maps for hosts that can redirect properly. */
export function redirectOutputs({ site }: Plan): Output[] {
  const { redirects } = site;
  if (redirects.length === 0) return [];
  const pages = redirects.filter(({ from }) => isPage(from)).map((redirect) => page(site, redirect));
  const lines = (line: (from: string, to: string) => string) => () =>
    `${redirects.map(({ from, to }) => line(`${site.settings.basePath}${from}`, hrefOf(site, to))).join('\n')}\n`;
  const map = (path: string, text: () => string): Output => ({
    path,
    origin: 'redirects',
    recipe: { type: 'text', text },
  });
  return [
    ...pages,
    map(
      '_redirects',
      lines((from, to) => `${from} ${to} 301`),
    ),
    map(
      '.dongha-site/redirects.nginx.conf',
      lines((from, to) => `rewrite "^${escapeRegex(from.replace(/\/$/, ''))}/?$" "${to}" permanent;`),
    ),
    map(
      '.dongha-site/redirects.apache.conf',
      lines((from, to) => `RedirectMatch 301 "^${escapeRegex(from.replace(/\/$/, ''))}/?$" "${to}"`),
    ),
  ];
}

/** Whether a static host would serve a file at this address as a page. */
function isPage(address: string): boolean {
  const name = address.slice(address.lastIndexOf('/') + 1);
  return !name.includes('.') || /\.html?$/i.test(name);
}

function page(site: Site, { from, to }: Redirect): Output {
  const address = from.endsWith('/') || /\.html?$/i.test(from) ? from : `${from}/`;
  const target = hrefOf(site, to);
  const view = () => ({
    page: {
      ...pageMeta(site, site.settings.title, address, { noindex: true }),
      canonical: absolute(site, to),
    },
    target,
  });
  return {
    path: pathOf(address),
    origin: from,
    recipe: { type: 'template', template: 'redirect', draw: () => ({ view: view() }) },
  };
}

function absolute({ settings }: Site, to: string): string | undefined {
  if (!to.startsWith('/')) return to;
  return settings.baseUrl && `${settings.baseUrl.replace(/\/+$/, '')}${to}`;
}

function escapeRegex(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\"]/g, '\\$&');
}
