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

/** `index.html` is what answers at its folder’s address. */
const key = (address: string): string =>
  nfc(address)
    .toLowerCase()
    .replace(/\/index\.html$/, '/');
/** The same address with or without the slash at its end. */
const twin = (k: string): string => (k.endsWith('/') ? k.slice(0, -1) : `${k}/`);
const PROGRAM: Owner = { file: '' };

export function addressTable(): Addresses {
  const owners = new Map<string, OwnedAddress>();
  /** Addresses that others stand under; a file may not have one: `/tin` beside `/tin/2024/`. */
  const folders = new Set<string>();
  const problems: Problem[] = [];
  const holder = (k: string) =>
    owners.get(k) ??
    owners.get(twin(k)) ??
    (folders.has(k) || k.startsWith(PICTURE_FOLDER) ? { ...PROGRAM, address: k } : undefined);
  const note = (address: string, owner: Owner) => {
    const k = key(address);
    owners.set(k, { ...owner, address });
    for (let at = k.indexOf('/', 1); at > 0; at = k.indexOf('/', at + 1)) folders.add(k.slice(0, at));
  };
  return {
    problems,
    all: () => owners.keys(),
    find: (address) => owners.get(key(address)) ?? owners.get(twin(key(address))),
    reserve(address, owner = PROGRAM) {
      if (!holder(key(address))) note(address, owner);
    },
    add(address, owner, taken = 'entry/address-taken') {
      const other = holder(key(address));
      if (!other) {
        note(address, owner);
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
