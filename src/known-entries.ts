/** The entries of a site that stays open: each is read once for as long as its file holds the same. */
import { groupBy } from './core/order.js';
import type { Problem } from './core/problem.js';
import type { Parsed, SourceFile } from './core/types.js';
import type { Edit } from './model/replace-texts.js';
import { type Bodies, type ReadEntries, type Reading, readEntries } from './read-entries.js';

export interface KnownEntries {
  /** Reads what is not known yet, and tells which files hold something else than before, came or went. */
  refresh(entries: readonly SourceFile[], reading: Reading): Promise<readonly Edit[]>;
  /** What is known of all of them, in their order. */
  all(): ReadEntries;
  readonly problems: readonly Problem[];
  readonly bodies: Bodies;
  /** Everything is to be read again. */
  forget(): void;
}

type Body = Bodies extends ReadonlyMap<string, infer B> ? B : never;

/** What was read of one file; a last good body stands beside the problems of now. */
interface Known {
  readonly hash: string;
  readonly parsed: Parsed | undefined;
  readonly body: Body | undefined;
  readonly problems: readonly Problem[];
}

/** With `keepsGood` an entry that has got errors of its own stays as it was when it had none. */
export function knownEntries(keepsGood: boolean): KnownEntries {
  let listed: readonly SourceFile[] = [];
  const known = new Map<string, Known>();
  let bodies = new Map<string, Body>();

  function note(file: string, read: Known): Edit | undefined {
    const before = known.get(file);
    if (before && before.hash === read.hash) return undefined;
    const { parsed, body } = read.parsed || !keepsGood || !before ? read : before;
    known.set(file, { ...read, parsed, body });
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
      const resultOf = eachOf(read);
      const reread = unread.flatMap(
        ({ file }, i) => note(file, { hash: read.hashes[i] ?? '', ...resultOf(file) }) ?? [],
      );
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
      const items = listed.map(({ file }) => ({ file, ...known.get(file) }));
      // Whoever still shows what was before goes on with the bodies of that.
      bodies = new Map();
      for (const { parsed, body } of items) if (parsed && body) bodies.set(parsed.body.hash, body);
      return {
        parsed: items.flatMap(({ file, parsed }) => (parsed ? { file, parsed } : [])),
        broken: items.flatMap(({ file, parsed }) => (parsed ? [] : file)),
        problems: items.flatMap(({ problems = [] }) => problems),
        hashes: items.map(({ hash = '' }) => hash),
        bodies,
      };
    },
  };
}

/** What was read of each file, from what was read of all. */
function eachOf({ parsed, bodies, problems }: ReadEntries): (file: string) => Omit<Known, 'hash'> {
  const parsedOf = new Map(parsed.map((item) => [item.file, item.parsed]));
  const problemsOf = groupBy(problems, ({ file = '' }) => file);
  return (file) => {
    const own = parsedOf.get(file);
    return { parsed: own, body: own && bodies.get(own.body.hash), problems: problemsOf.get(file) ?? [] };
  };
}

function hasSameNames(before: readonly SourceFile[], after: readonly SourceFile[]): boolean {
  return before.length === after.length && before.every(({ file }, i) => after[i]?.file === file);
}

function newAmong(before: readonly SourceFile[], after: readonly SourceFile[]): SourceFile[] {
  const there = new Set(before);
  return after.filter((source) => !there.has(source));
}

function missingFrom(before: readonly SourceFile[], after: readonly SourceFile[]): string[] {
  const there = new Set(after.map(({ file }) => file));
  return before.flatMap(({ file }) => (there.has(file) ? [] : file));
}
