/** Where the preview's own files stand; no entry can have such an address, for slugs hold no `_`. */
export const OWN = '/__dongha/';

const HEAD_END = Buffer.from('</head>');

/** The page with one script tag more. A strict Content-Security-Policy allows it: it is a file of the same origin. */
export function injectScript(page: Buffer, version: string): Buffer {
  const tag = Buffer.from(`<script src="${OWN}preview.js" data-version="${version}" defer></script>`);
  const at = page.indexOf(HEAD_END);
  return at < 0 ? Buffer.concat([page, tag]) : Buffer.concat([page.subarray(0, at), tag, page.subarray(at)]);
}
