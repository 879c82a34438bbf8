/** What one page of HTML says, however it is laid out: enough to compare two tools' pages. */
export interface PageFacts {
  readonly title: string;
  readonly time: string;
  /** Sorted, each once; addresses of the same site as decoded paths. */
  readonly links: readonly string[];
  /** Characters of text, with every run of white space as one. */
  readonly textLength: number;
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  hellip: '…',
  ndash: '–',
  mdash: '—',
};

function decodeEntities(html: string): string {
  return html.replace(/&(?:#x([\da-f]+)|#(\d+)|([a-z]+));/gi, (whole, hex, decimal, name) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    return named[name] ?? whole;
  });
}

function textOf(html: string): string {
  const bare = html.replace(/<(script|style|head)\b.*?<\/\1>/gs, ' ').replace(/<[^>]*>/g, ' ');
  return decodeEntities(bare).replace(/\s+/g, ' ').trim();
}

const host = 'https://bench.invalid';

/** The same address for `../x/`, `/x/` and `/x/index.html`. */
function normaliseLink(href: string, page: string): string {
  const url = new URL(href, host + page);
  if (url.origin !== host) return url.href;
  const path = decodeURIComponent(url.pathname).replace(/\/index\.html$/, '/');
  return path + url.search + decodeURIComponent(url.hash);
}

export function linksOf(html: string, page: string): Set<string> {
  const links = new Set<string>();
  for (const [, double, single, bare] of html.matchAll(
    /<a\b[^>]*?\shref=(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/g,
  )) {
    links.add(normaliseLink(decodeEntities(double ?? single ?? bare ?? ''), page));
  }
  return links;
}

export function readFacts(html: string, page: string): PageFacts {
  return {
    title: textOf(/<h1\b[^>]*>(.*?)<\/h1>/s.exec(html)?.[1] ?? ''),
    time: textOf(/<time\b[^>]*>(.*?)<\/time>/s.exec(html)?.[1] ?? ''),
    links: [...linksOf(html, page)].sort(),
    textLength: textOf(html).length,
  };
}
