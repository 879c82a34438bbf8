import { realpathSync, statSync } from 'node:fs';
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
  const found = await fastGlob('content/**', {
    cwd: root,
    dot: false,
    ignore: IGNORED,
    followSymbolicLinks: false,
    onlyFiles: false,
    stats: true,
    caseSensitiveMatch: false,
  });
  const files: SourceFile[] = [];
  for (const { path: disk, dirent, stats } of found) {
    const source = { file: nfc(disk), disk, size: stats?.size ?? 0 };
    if (dirent.isFile()) files.push(source);
    else if (dirent.isSymbolicLink()) followLink(root, source, files, problems);
  }
  files.sort((a, b) => byCodeUnit(a.file, b.file));
  problems.push(...sameNames(files));
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

/** Names that Windows and macOS take for one: another case, or another normal form. */
function sameNames(files: readonly SourceFile[]): Problem[] {
  const seen = new Map<string, SourceFile>();
  const problems: Problem[] = [];
  for (const source of files) {
    const key = source.file.toLowerCase();
    const other = seen.get(key);
    if (other) {
      const where = { file: source.file, place: { line: 1, column: 1, length: 1 }, related: [other.file] };
      problems.push(problem('file/same-name', { other: other.file }, where));
    } else seen.set(key, source);
  }
  return problems;
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
