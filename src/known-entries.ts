/** The entries of a site that stays open: each is read once for as long as its file holds the same. */
import type { Problem } from './core/problem.js';
import type { Parsed, SourceFile } from './core/types.js';
import type { Edit } from './model/replace-texts.js';
import { type ReadEntry, type Reading, readEntries, type StoredBody } from './read-entries.js';

/** Bodies by their hashes. */
export type Bodies = ReadonlyMap<string, StoredBody>;

/** Entries in the order of their files. */
export interface Entries {
  readonly parsed: readonly { readonly file: string; readonly parsed: Parsed }[];
  /** Files with errors of their own. */
  readonly broken: readonly string[];
  readonly bodies: Bodies;
  readonly problems: readonly Problem[];
  /** The hash of each file's content; empty for one that could not be read. */
  readonly hashes: readonly string[];
}

export interface KnownEntries {
  /** Reads what is not known yet, and tells which files hold something else than before, came or went. */
  refresh(entries: readonly SourceFile[], reading: Reading): Promise<readonly Edit[]>;
  /** What is known of all of them, in their order. */
  all(): Entries;
  readonly problems: readonly Problem[];
  readonly bodies: Bodies;
  /** Everything is to be read again. */
  forget(): void;
}

/** With `keepsGood` an entry that has got errors of its own stays as it was when it had none. */
export function knownEntries(keepsGood: boolean): KnownEntries {
  let listed: readonly SourceFile[] = [];
  /** A last good text stands beside the problems of now. */
  const known = new Map<string, ReadEntry>();
  let bodies = new Map<string, StoredBody>();

  function note(file: string, read: ReadEntry): Edit | undefined {
    const before = known.get(file);
    if (before && before.hash === read.hash) return undefined;
    const { parsed, body } = read.parsed || !keepsGood || !before ? read : before;
    known.set(file, parsed === read.parsed ? read : { ...read, parsed, body });
    if (parsed && body) bodies.set(parsed.body.hash, body);
    return { file, before: before?.parsed, after: parsed };
  }

  return {
    async refresh(entries, reading) {
      const isSameList = hasSameNames(listed, entries);
      const unread = isSameList
        ? entries.filter((source, i) => source !== listed[i])
        : newAmong(listed, entries);
      const gone = isSameList ? [] : missingFrom(listed, entries);
      for (const file of gone) known.delete(file);
      listed = entries;
      if (unread.length === 0) return gone.map((file) => ({ file }));
      const read = await readEntries(unread, reading);
      const reread = unread.flatMap(({ file }, i) => note(file, read[i] as ReadEntry) ?? []);
      return [...reread, ...gone.map((file) => ({ file }))];
    },
    get problems() {
      const all: Problem[] = [];
      for (const { problems } of known.values()) if (problems.length > 0) all.push(...problems);
      return all;
    },
    get bodies() {
      return bodies;
    },
    forget() {
      listed = [];
      known.clear();
    },
    all() {
      const items: { file: string; parsed: Parsed }[] = [];
      const broken: string[] = [];
      const problems: Problem[] = [];
      const hashes: string[] = [];
      // Whoever still shows what was before goes on with the bodies of that.
      bodies = new Map();
      for (const { file } of listed) {
        const entry = known.get(file);
        const { parsed, body } = entry ?? {};
        if (parsed) items.push({ file, parsed });
        else broken.push(file);
        if (parsed && body) bodies.set(parsed.body.hash, body);
        problems.push(...(entry?.problems ?? []));
        hashes.push(entry?.hash ?? '');
      }
      return { parsed: items, broken, problems, hashes, bodies };
    },
  };
}

function hasSameNames(before: readonly SourceFile[], after: readonly SourceFile[]): boolean {
  return (
    before.length === after.length &&
    before.every((source, i) => source === after[i] || source.file === after[i]?.file)
  );
}

function newAmong(before: readonly SourceFile[], after: readonly SourceFile[]): SourceFile[] {
  const there = new Set(before);
  return after.filter((source) => !there.has(source));
}

function missingFrom(before: readonly SourceFile[], after: readonly SourceFile[]): string[] {
  const there = new Set(after.map(({ file }) => file));
  return before.flatMap(({ file }) => (there.has(file) ? [] : file));
}
