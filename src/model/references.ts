import path from 'node:path';
import { type Code, type FieldPath, type Problem, problem, type Where } from '../core/problem.js';
import { fold, nearest, nfc, slug } from '../core/text.js';
import type {
  Article,
  Day,
  Document,
  Entry,
  FileUse,
  ImageSlot,
  LinkSlot,
  PublishedFile,
  Resolved,
  SourceFile,
} from '../core/types.js';
import type { Addresses } from './addresses.js';
import { findDocument, type NumberIndex } from './documents.js';

/** What a path or address in someone's text leads to. */
type Target =
  | { readonly is: 'entry'; readonly entry: Entry }
  | { readonly is: 'page'; readonly address: string; readonly file?: string | undefined }
  | { readonly is: 'file'; readonly file: SourceFile }
  | { readonly is: 'withheld'; readonly name: string }
  | { readonly is: 'outside' }
  | { readonly is: 'missing' };

export interface References {
  /** Settles each slot of an entry's body; what is wrong is reported at its place. */
  resolveBody(entry: Entry): Resolved[];
  /** The address of a file that a field refers to. */
  useFile(entry: Entry, written: string, field: FieldPath, isImage: boolean): void;
  /** Publishes a file that the settings name; false when it is not there. */
  useShared(written: string): boolean;
  lookUp(folder: string, written: string): Target;
  suggest(written: string, folder: string): string;
  readonly files: ReadonlyMap<string, PublishedFile>;
  readonly citations: ReadonlyMap<string, readonly Article[]>;
  readonly problems: readonly Problem[];
}

export interface Known {
  /** Published entries by file. */
  readonly entries: ReadonlyMap<string, Entry>;
  /** Entries that exist but are not on the site now. */
  readonly withheld: ReadonlySet<string>;
  readonly files: ReadonlyMap<string, SourceFile>;
  readonly addresses: Addresses;
  readonly numbers: NumberIndex;
  /** Only look for mistakes: publish no file, note no citation. */
  readonly checkOnly?: boolean;
}

export function references(known: Known): References {
  const files = new Map<string, PublishedFile & { readonly uses: Set<FileUse> }>();
  const citations = new Map<string, Article[]>();
  const problems: Problem[] = [];
  const tell = <C extends Code>(code: C, params: Parameters<typeof problem<C>>[1], where: Where) =>
    problems.push(problem(code, params, where));

  function publish(source: SourceFile, usedAt: Where, use: FileUse): void {
    if (known.checkOnly || files.get(source.file)?.uses.add(use)) return;
    const address = fileAddress(source.file);
    const { file = '', field, place } = usedAt;
    if (known.addresses.add(address, { file, field, place, label: source.file }))
      files.set(source.file, { source, address, usedAt, uses: new Set([use]) });
  }

  /** Notes on the way that a file whose own address is written must stand there as it is. */
  function find(folder: string, written: string): Target {
    const target = lookUp(known, folder, written);
    if (target.is === 'page' && target.file) files.get(target.file)?.uses.add('linked');
    return target;
  }

  function useFile(entry: Entry, written: string, field: FieldPath, isImage: boolean): void {
    const target = find(path.posix.dirname(entry.file), written);
    const where = { file: entry.file, field };
    const near = () => suggest(known, written, path.posix.dirname(entry.file), known.files.keys());
    if (target.is === 'file') publish(target.file, where, isImage ? 'shown' : 'linked');
    else if (target.is === 'outside') tell('link/outside', { target: written }, where);
    else if (isImage && /^https?:/i.test(written)) tell('image/elsewhere', { url: written }, where);
    else if (isImage) tell('image/missing', { path: written, nearest: near() }, where);
    else tell('link/missing', { target: written, nearest: near() }, where);
  }

  function useShared(written: string): boolean {
    const target = find('content', written);
    if (target.is === 'file') publish(target.file, { file: 'site.yaml' }, 'linked');
    return target.is === 'file';
  }

  function resolveLink(entry: Entry, slot: LinkSlot): Resolved {
    const [written = '', anchor] = split(slot.url);
    const where = { file: entry.file, place: slot.place };
    const folder = path.posix.dirname(entry.file);
    const target: Target = written === '' ? { is: 'entry', entry } : find(folder, written);
    const link = (address: string): Resolved => ({
      type: 'link',
      href: `${address}${anchor ? `#${anchor}` : ''}`,
      title: slot.title,
    });
    switch (target.is) {
      case 'entry': {
        const { anchors } = target.entry.body;
        if (anchor && !anchors.includes(anchor) && !anchor.startsWith('user-content-')) {
          tell(
            'link/no-such-anchor',
            { anchor, target: target.entry.file, nearest: nearest(anchor, anchors) ?? '' },
            where,
          );
        }
        return link(written === '' ? '' : target.entry.address);
      }
      case 'page':
        return link(target.address);
      case 'file':
        publish(target.file, where, 'linked');
        return link(fileAddress(target.file.file));
      case 'withheld':
        if (!known.checkOnly) tell('entry/withheld-reference', { target: target.name }, where);
        return '';
      case 'outside':
        tell('link/outside', { target: slot.url }, where);
        return '';
      case 'missing':
        tell('link/missing', { target: slot.url, nearest: suggest(known, written, folder) }, where);
        return '';
    }
  }

  function resolveImage(entry: Entry, slot: ImageSlot): Resolved {
    const folder = path.posix.dirname(entry.file);
    const target = find(folder, slot.url);
    const where = { file: entry.file, place: slot.place };
    if (target.is === 'file') {
      publish(target.file, where, 'shown');
      return { type: 'image', file: target.file.file, alt: slot.alt };
    }
    if (target.is === 'outside') tell('link/outside', { target: slot.url }, where);
    else tell('image/missing', { path: slot.url, nearest: suggest(known, slot.url, folder) }, where);
    return '';
  }

  function resolveNumber(entry: Entry, text: string, number: string, day?: Day): Resolved {
    const found = findDocument(known.numbers, number, day);
    const document = found && (!day || found.fields.issued === day) ? found : undefined;
    if (!document || document.file === entry.file) return text;
    if (entry.kind === 'article' && !known.checkOnly) cite(document, entry);
    return { type: 'number', text, href: document.address };
  }

  function cite(document: Document, article: Article): void {
    const articles = citations.get(document.file) ?? [];
    if (articles.at(-1) !== article) articles.push(article);
    citations.set(document.file, articles);
  }

  function resolveBody(entry: Entry): Resolved[] {
    let isOpen = false;
    return entry.body.slots.map((slot): Resolved => {
      if (typeof slot === 'string') return resolveNumber(entry, slot, slot);
      if (slot.type === 'image') return resolveImage(entry, slot);
      if (slot.type === 'number') return resolveNumber(entry, slot.text, slot.number, slot.day);
      if (slot.type === 'link-end') return isOpen ? { type: 'link-end' } : '';
      const link = resolveLink(entry, slot);
      isOpen = typeof link !== 'string';
      return link;
    });
  }

  return {
    resolveBody,
    useFile,
    useShared,
    files,
    citations,
    problems,
    lookUp: find,
    suggest: (written, folder) => suggest(known, written, folder),
  };
}

/** `/tep/` and the path under `content/`, each part slugged, the extension kept. */
function fileAddress(file: string): string {
  const { dir, name, ext } = path.posix.parse(file.replace(/^content\//, ''));
  const parts = [...dir.split('/'), name].filter(Boolean).map((part) => slug(part) || 'tep');
  return `/tep/${parts.join('/')}${ext.toLowerCase()}`;
}

function split(url: string): [string, string | undefined] {
  const at = url.indexOf('#');
  return at < 0 ? [url, undefined] : [url.slice(0, at), decode(url.slice(at + 1))];
}

function decode(text: string): string {
  try {
    return nfc(decodeURIComponent(text));
  } catch {
    return nfc(text);
  }
}

/** Finds what `written` leads to from `folder` (a path from the root). A leading `/` is an address, or counts from `content/`. */
function lookUp(known: Known, folder: string, written: string): Target {
  const plain = decode(written.trim()).replace(/\\/g, '/');
  const isAddress = plain.startsWith('/');
  if (isAddress) {
    const owner = known.addresses.find(plain);
    if (owner?.withheld) return { is: 'withheld', name: plain };
    const entry = owner && known.entries.get(owner.file);
    if (owner && entry?.address === owner.address) return { is: 'entry', entry };
    if (owner) return { is: 'page', address: owner.address, file: owner.label };
  }
  const file = path.posix.normalize(isAddress ? `content${plain}` : path.posix.join(folder, plain));
  if (!file.startsWith('content/')) return { is: 'outside' };
  const entry = known.entries.get(file);
  if (entry) return { is: 'entry', entry };
  if (known.withheld.has(file)) return { is: 'withheld', name: file };
  const source = known.files.get(file);
  return source ? { is: 'file', file: source } : { is: 'missing' };
}

/** A name that may be meant: in the same folder, or the same file name elsewhere. Slow, so for mistakes only. */
function suggest(known: Known, written: string, folder: string, among?: Iterable<string>): string {
  const plain = decode(written).replace(/\\/g, '/');
  const wanted = path.posix.basename(plain);
  const names = [...(among ?? [...known.entries.keys(), ...known.files.keys()])];
  const beside = names
    .filter((name) => path.posix.dirname(name) === folder)
    .map((name) => path.posix.basename(name));
  const close = nearest(wanted, beside);
  if (close) return close;
  const same = names.find((name) => fold(path.posix.basename(name)) === fold(wanted));
  if (same) return path.posix.relative(folder, same);
  return plain.startsWith('/') && !among ? (nearest(plain, known.addresses.all()) ?? '') : '';
}
