/** Between the addresses of requests and the paths of files in the output. */

/** The path in the output that a request's URL means, or undefined for one that no site has. */
export function pathOfUrl(url: string, basePath: string): string | undefined {
  const raw = /^[^?#]*/.exec(url)?.[0] ?? '';
  const plain = decode(raw);
  if (plain === undefined || !plain.startsWith('/') || /[\\\0]/.test(plain)) return undefined;
  if (plain !== basePath && !plain.startsWith(`${basePath}/`)) return undefined;
  const path = plain.slice(basePath.length + 1);
  // The output is found by its name, so nothing else can be reached; names with a dot are the program's own.
  if (path.split('/').some((part, i, all) => part.startsWith('.') || (part === '' && i < all.length - 1)))
    return undefined;
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}

/** The address at which a file of the output is found. */
export function urlOfPath(path: string, basePath: string): string {
  return `${basePath}/${path.replace(/(^|\/)index\.html$/, '$1')}`;
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text).normalize('NFC');
  } catch {
    return undefined;
  }
}
