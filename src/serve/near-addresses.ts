import { nearest } from '../core/text.js';
import type { Output } from '../core/types.js';

const MANY = 5;

/** Addresses that may be meant where there is none: of pages with that name elsewhere, under the same folder, spelt alike. */
export function nearAddresses(path: string, outputs: readonly Output[]): string[] {
  const addresses = outputs.flatMap(({ path: file }) =>
    file === 'index.html' || file.endsWith('/index.html') ? `/${file.slice(0, -'index.html'.length)}` : [],
  );
  const wanted = `/${path.replace(/(?:^|\/)index\.html$/, '').replace(/\.html?$/, '')}/`.replace(/\/+/g, '/');
  const parts = wanted.split('/').filter(Boolean);
  const name = parts.at(-1) ?? '';
  const found = new Set<string>(addresses.filter((address) => name !== '' && address.endsWith(`/${name}/`)));
  const close = nearest(wanted, addresses);
  if (close) found.add(close);
  for (let depth = parts.length - 1; depth > 0 && found.size < MANY; depth--) {
    const above = `/${parts.slice(0, depth).join('/')}/`;
    if (addresses.includes(above)) found.add(above);
  }
  return [...found].slice(0, MANY);
}
