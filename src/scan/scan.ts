import { realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { byCodeUnit } from '../core/order.js';
import { type Problem, problem } from '../core/problem.js';
import type { Scan, SourceFile } from '../core/types.js';
import { type Dirty, type Listed, listing } from './listing.js';

/** What editors' programs and systems leave lying about, and whatever begins with a dot. */
const IGNORED = /^\.|^~\$|^desktop\.ini$|^thumbs\.db$|~$|\.tmp$/i;

const ENTRY = /\.md$/i;

/** Lists the files of a site again; the same value as before when none is another, and for each file that is not. */
export type Scanner = (dirty?: Dirty) => Scan;

/**
 * Lists the files of a site, and reads none but those that are known to have been written. In the order of paths. `isOnce`
 * promises that it will not be asked again: then entries are not asked for their times.
 */
export function scanner(root: string, isOnce = false): Scanner {
  const content = listing(root, 'content', {
    isIgnored: (name) => IGNORED.test(name),
    isPlain: (name) => isOnce && ENTRY.test(name),
  });
  let known: Scan | undefined;
  return (dirty) => {
    const { names, contents } = content.update(dirty);
    if (!known || names) known = sorted(root, content.all(), content.exists());
    else if (contents.length > 0) known = contents.reduce(withNew, known);
    return known;
  };
}

/** The same files but one, which holds something else. */
function withNew(known: Scan, { source }: Listed): Scan {
  const of = groupOf(source);
  const at = indexOf(known[of], source.file);
  return known[of][at]?.disk === source.disk ? { ...known, [of]: known[of].with(at, source) } : known;
}

/** Where a file stands in a list that is in order, or would stand. */
function indexOf(files: readonly SourceFile[], file: string): number {
  let [low, high] = [0, files.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((files[middle]?.file ?? '') < file) low = middle + 1;
    else high = middle;
  }
  return low;
}

function sorted(root: string, all: readonly Listed[], exists: boolean): Scan {
  const problems: Problem[] = [];
  if (!exists) problems.push(problem('file/no-content', {}));
  const listed: SourceFile[] = [];
  // Of two names that are one, the first counts: also where both are spelt alike once they are in NFC.
  const inOrder = [...all].sort(
    ({ source: a }, { source: b }) => byCodeUnit(a.file, b.file) || byCodeUnit(a.disk, b.disk),
  );
  for (const { source, isLink } of inOrder) {
    if (isLink) followLink(root, source, listed, problems);
    else listed.push(source);
  }
  const files = withoutTwins(listed, problems);
  const of = (group: Group) => files.filter((source) => groupOf(source) === group);
  const beside = of('files');
  for (const { file } of beside) problems.push(...otherEnding(file));
  return { entries: of('entries'), files: beside, publicFiles: of('publicFiles'), problems };
}

type Group = 'entries' | 'files' | 'publicFiles';

function groupOf({ file }: SourceFile): Group {
  if (file.startsWith('content/public/')) return 'publicFiles';
  return ENTRY.test(file) ? 'entries' : 'files';
}

/** A link to a file of the site is that file; nothing outside the root is read. */
function followLink(root: string, source: SourceFile, files: SourceFile[], problems: Problem[]): void {
  try {
    const target = realpathSync(path.join(root, source.disk));
    const inside = path.relative(path.join(realpathSync(root), 'content'), target);
    const stat = statSync(target);
    if (!inside.startsWith('..') && !path.isAbsolute(inside) && stat.isFile()) {
      files.push({ ...source, size: stat.size });
      return;
    }
  } catch {
    // A link that leads nowhere leads out as well.
  }
  problems.push(problem('file/outside', {}, { file: source.file, place: { line: 1, column: 1, length: 1 } }));
}

/** Takes out names that Windows and macOS take for one with another: of another case, or another normal form. */
function withoutTwins(files: readonly SourceFile[], problems: Problem[]): SourceFile[] {
  const seen = new Map<string, SourceFile>();
  return files.filter((source) => {
    const key = source.file.toLowerCase();
    const other = seen.get(key);
    if (!other) {
      seen.set(key, source);
      return true;
    }
    const where = { file: source.file, place: { line: 1, column: 1, length: 1 }, related: [other.file] };
    problems.push(problem('file/same-name', { other: other.file }, where));
    return false;
  });
}

/** An article under an ending that other programs give it. */
function otherEnding(file: string): Problem[] {
  const name = path.posix.basename(file);
  const right = name.replace(/\.(?:md\.txt|markdown|md\s+)$/i, '.md');
  if (right === name) return [];
  return [problem('file/other-name', { name, right }, { file, place: { line: 1, column: 1, length: 1 } })];
}
