import { existsSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import fastGlob from 'fast-glob';
import { byCodeUnit } from '../core/order.js';
import { type Problem, problem } from '../core/problem.js';
import { nfc } from '../core/text.js';
import type { Scan, SourceFile } from '../core/types.js';

/** What editors' programs and systems leave lying about. */
const IGNORED = ['**/~$*', '**/desktop.ini', '**/Thumbs.db', '**/*~', '**/*.tmp'];

/** Lists the files of a site; reads none. The result is in the order of paths, whatever the disk's. */
export async function scan(root: string): Promise<Scan> {
  const problems: Problem[] = [];
  if (!existsSync(path.join(root, 'content'))) problems.push(problem('file/no-content', {}));
  const found = await fastGlob('content/**', {
    cwd: root,
    dot: false,
    ignore: IGNORED,
    followSymbolicLinks: false,
    onlyFiles: false,
    stats: true,
    caseSensitiveMatch: false,
  });
  const listed: SourceFile[] = [];
  for (const { path: disk, dirent, stats } of found) {
    const source = { file: nfc(disk), disk, size: stats?.size ?? 0 };
    if (dirent.isFile()) listed.push(source);
    else if (dirent.isSymbolicLink()) followLink(root, source, listed, problems);
  }
  listed.sort((a, b) => byCodeUnit(a.file, b.file));
  const files = withoutTwins(listed, problems);
  const isPublic = ({ file }: SourceFile) => file.startsWith('content/public/');
  const isEntry = ({ file }: SourceFile) => /\.md$/i.test(file);
  for (const { file } of files) problems.push(...doubleExtension(file));
  return {
    entries: files.filter((f) => isEntry(f) && !isPublic(f)),
    files: files.filter((f) => !isEntry(f) && !isPublic(f)),
    publicFiles: files.filter(isPublic),
    problems,
  };
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

function doubleExtension(file: string): Problem[] {
  if (!/\.md\.txt$/i.test(file)) return [];
  const name = path.posix.basename(file);
  return [
    problem(
      'file/double-extension',
      { name, right: name.slice(0, -4) },
      { file, place: { line: 1, column: 1, length: 1 } },
    ),
  ];
}
