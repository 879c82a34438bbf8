const LINK = /<[a-z][^>]*?\s(?:href|src)="([^"]*)"/g;
const SRCSET = /\ssrcset="([^"]*)"/g;
const REFRESH = /http-equiv="refresh" content="0; url=([^"]*)"/g;

/**
 * The links of all pages that lead nowhere: `page → link`. One that starts with `/` must start with the base path,
 * lead to a file of the output, and where it has an anchor, to an id in it. `served` are addresses of other services.
 */
export function deadLinks(
  dist: ReadonlyMap<string, Buffer>,
  basePath: string,
  served: readonly string[] = [],
): string[] {
  const ids = new Map<string, Set<string>>();
  for (const [file, bytes] of dist) {
    if (file.endsWith('.html'))
      ids.set(file, new Set([...String(bytes).matchAll(/\sid="([^"]*)"/g)].map((match) => match[1] ?? '')));
  }
  const dead: string[] = [];
  for (const page of ids.keys()) {
    const html = String(dist.get(page));
    const written = [...html.matchAll(LINK), ...html.matchAll(REFRESH)].map(([, link = '']) => link);
    for (const [, list = ''] of html.matchAll(SRCSET))
      written.push(...list.split(', ').map((item) => item.replace(/ \d+w$/, '')));
    for (const each of written) {
      const link = each.replace(/&amp;|&#x26;/g, '&');
      if (/^(?:https?|mailto|tel):/.test(link) || served.some((address) => link.startsWith(address)))
        continue;
      if (!leadsSomewhere(link, page, basePath, dist, ids)) dead.push(`${page} → ${link}`);
    }
  }
  return [...new Set(dead)];
}

function leadsSomewhere(
  link: string,
  page: string,
  basePath: string,
  dist: ReadonlyMap<string, Buffer>,
  ids: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  const [address = '', anchor] = link.split('#');
  if (address !== '' && !address.startsWith(`${basePath}/`)) return false;
  const path = decodeURI(address.slice(basePath.length + 1));
  const file = address === '' ? page : path === '' || path.endsWith('/') ? `${path}index.html` : path;
  return dist.has(file) && (anchor === undefined || anchor === '' || ids.get(file)?.has(anchor) === true);
}
