import { PICTURE_FOLDER } from '../core/picture-folder.js';
import { type FieldPath, type Place, type Problem, problem } from '../core/problem.js';
import { nfc } from '../core/text.js';

/** Who has an address: an entry or another file, or the program itself. */
export interface Owner {
  /** Empty for the program's own pages. */
  readonly file: string;
  readonly field?: FieldPath | undefined;
  readonly place?: Place | undefined;
  /** What messages call it, where its file's name would not tell. */
  readonly label?: string;
  /** Not on the site now: a link to it prints as text. */
  readonly withheld?: boolean;
}

export interface OwnedAddress extends Owner {
  readonly address: string;
}

/** THE table of addresses. Two are one when they differ in case or normal form only. */
export interface Addresses {
  find(address: string): OwnedAddress | undefined;
  /** Notes an address, or tells that it is taken. */
  add(address: string, owner: Owner, taken?: TakenCode): boolean;
  /** Notes an address if nobody has it. */
  reserve(address: string, owner?: Owner): void;
  all(): Iterable<string>;
  readonly problems: Problem[];
}
type TakenCode = 'entry/address-taken' | 'entry/alias-taken' | 'redirect/taken';

/** An address that is its own key: nearly all are slugs, and a test costs less than a change. */
const PLAIN = /^(?:\/[a-z0-9-]+)+\/$/;
/** What two spellings of an address share; `index.html` is what answers at its folder’s address. */
const key = (address: string): string =>
  PLAIN.test(address)
    ? address
    : nfc(address)
        .toLowerCase()
        .replace(/\/index\.html$/, '/')
        .replace(/([^/])$/, '$1/');
/** Not a page's, which may have others under it. */
const FILE = /(?<!\/|\/index\.html)$/i;
const PROGRAM: Owner = { file: '' };
/** A list's numbered page, and the address under which all of them stand. */
const PAGE_OF_LIST = /^(.*\/trang\/)(?:\d+\/|\d+\.html\/)/;

export function addressTable(): Addresses {
  const owners = new Map<string, OwnedAddress>();
  /** Addresses that others stand under; a file may not have one: `/tin` beside `/tin/2024/`. */
  const folders = new Set<string>();
  const problems: Problem[] = [];
  const holder = (address: string, k: string) => {
    const [, list = ''] = k.includes('/trang/') ? (PAGE_OF_LIST.exec(k) ?? []) : [];
    const isTaken =
      k.startsWith(PICTURE_FOLDER) ||
      (folders.has(k) && FILE.test(address)) ||
      owners.get(list)?.file === PROGRAM.file;
    return owners.get(k) ?? (isTaken ? { ...PROGRAM, address } : fileAbove(k));
  };
  /** The file in whose place a folder would have to be. */
  const fileAbove = (k: string) => {
    for (let at = k.lastIndexOf('/', k.length - 2); at > 0; at = k.lastIndexOf('/', at - 1)) {
      const folder = k.slice(0, at + 1);
      if (folders.has(folder)) break;
      const above = owners.get(folder);
      if (above && FILE.test(above.address)) return above;
    }
    return undefined;
  };
  const note = (address: string, k: string, owner: Owner) => {
    owners.set(k, { ...owner, address });
    // Where a folder is known, those above it are.
    for (let at = k.lastIndexOf('/', k.length - 2); at > 0; at = k.lastIndexOf('/', at - 1)) {
      const folder = k.slice(0, at + 1);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  };
  return {
    problems,
    all: () => [...owners.values()].map(({ address }) => address),
    find: (address) => owners.get(key(address)),
    reserve(address, owner = PROGRAM) {
      const k = key(address);
      if (!holder(address, k)) note(address, k, owner);
    },
    add(address, owner, taken = 'entry/address-taken') {
      const k = key(address);
      const other = holder(address, k);
      if (!other) {
        note(address, k, owner);
        return true;
      }
      const where = {
        file: owner.file || other.file,
        field: owner.field ?? [],
        place: owner.place,
        related: other.file ? [other.file] : [],
      };
      problems.push(problem(taken, { address, other: other.label ?? (other.file || 'dongha-site') }, where));
      return false;
    },
  };
}

/** Addresses that the program keeps for itself, now or later. */
export const RESERVED = [
  '/',
  '/cac-tin-khac/',
  '/van-ban-moi/',
  '/van-ban/',
  '/tham-do-y-kien/',
  '/luu-tru/',
  '/tu-khoa/',
  '/tim-kiem/',
  '/so-do-trang/',
  '/404.html',
  '/rss.xml',
  '/feed.json',
  '/sitemap.xml',
  '/news-sitemap.xml',
  '/polls.json',
  '/_redirects',
  '/_headers',
  '/van-ban/loai/',
  '/van-ban/nam/',
  '/van-ban/co-quan/',
  '/van-ban/linh-vuc/',
  '/van-ban/rss.xml',
  '/van-ban/trang/',
  '/tham-do-y-kien/trang/',
  '/cac-tin-khac/trang/',
  '/van-ban-moi/trang/',
  '/trang/',
  '/tep/',
  '/assets/',
  '/luu-tru/trang/',
  '/tu-khoa/trang/',
] as const;
