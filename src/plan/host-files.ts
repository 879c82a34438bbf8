/** What hosts need to be told: headers of safety, and how long browsers may keep what. docs/hosting.md tells how to use it. */
import { PICTURE_FOLDER } from '../core/picture-folder.js';
import type { Output } from '../core/types.js';
import type { PlannedAssets } from './assets.js';
import { contentPolicy } from './content-policy.js';
import { hrefOf, type Plan } from './context.js';

/** The name holds a hash of the content: what it names never changes. */
const FOR_EVER = 'public, max-age=31536000, immutable';
/** Ask each time; the host answers that nothing has changed. */
const ASK = 'no-cache';
/** Ten minutes: readers of feeds ask often. */
const SHORT = 'public, max-age=600';
const HASHED = String.raw`\.[A-Za-z0-9_-]{10}\.(?:css|js|[0-9]+\.(?:webp|jpg|png))$`;
const FEEDS = String.raw`\.(?:xml|json)$`;

export function hostOutputs({ site }: Plan, assets: PlannedAssets): Output[] {
  const href = (address: string) => hrefOf(site, address);
  const headers: readonly Header[] = [
    ['Content-Security-Policy', contentPolicy(site).join('; ')],
    ['X-Content-Type-Options', 'nosniff'],
    ['Referrer-Policy', 'strict-origin-when-cross-origin'],
  ];
  const hashed = [...assets.stylesheets, ...assets.scripts].map(href);
  const file = (path: string, text: () => string): Output => ({
    path,
    origin: 'hosting',
    recipe: { type: 'text', text },
  });
  return [
    file('.nojekyll', () => ''),
    file('_headers', () => headersFile(headers, href('/'), [...hashed, `${href(PICTURE_FOLDER)}*`])),
    file('.dongha-site/headers.nginx.conf', () => nginx(headers, href)),
    file('.dongha-site/headers.apache.conf', () => apache(headers, href)),
  ];
}

type Header = readonly [name: string, value: string];
type Href = (address: string) => string;

/** Where two of its rules fit, hosts join their values by a comma: so no file gets two of one header, and pages the host's own. */
function headersFile(headers: readonly Header[], root: string, forEver: readonly string[]): string {
  const rule = (path: string, lines: readonly Header[]) =>
    `${path}\n${lines.map(([name, value]) => `  ${name}: ${value}\n`).join('')}`;
  return [
    rule(`${root}*`, headers),
    ...forEver.map((path) => rule(path, [['Cache-Control', FOR_EVER]])),
  ].join('');
}

/** For `include` within `server { … }`; another \`add_header\` in a \`location\` would put these out of force there. */
function nginx(headers: readonly Header[], href: Href): string {
  return `set $dongha_cache "${ASK}";
if ($uri ~ "${FEEDS}") { set $dongha_cache "${SHORT}"; }
if ($uri ~ "${HASHED}") { set $dongha_cache "${FOR_EVER}"; }
add_header Cache-Control $dongha_cache;
${headers.map(([name, value]) => `add_header ${name} "${value}" always;\n`).join('')}error_page 404 ${href('/404.html')};
location ^~ ${href('/.dongha-site/')} { return 404; }
`;
}

/** For `Include` within `<VirtualHost>`, or as the site's `.htaccess`. */
function apache(headers: readonly Header[], href: Href): string {
  const kept = (names: string, value: string) =>
    `<FilesMatch "${names}">\nHeader set Cache-Control "${value}"\n</FilesMatch>\n`;
  return `<IfModule mod_headers.c>
${headers.map(([name, value]) => `Header always set ${name} "${value}"\n`).join('')}Header set Cache-Control "${ASK}"
${kept(FEEDS, SHORT)}${kept(HASHED, FOR_EVER)}</IfModule>
ErrorDocument 404 ${href('/404.html')}
RedirectMatch 404 "/\\.dongha-site(?:/|$)"
`;
}
