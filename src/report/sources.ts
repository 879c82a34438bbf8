import { lstatSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { byCodeUnit } from '../core/order.js';
import type { Problem } from '../core/problem.js';
import { withPlace } from '../core/with-place.js';

/** Reads files again to find places and to show lines: only for what is reported, so entries need not keep places. */
export interface Sources {
  line(file: string, line: number): string | undefined;
  place(problem: Problem): Problem;
}

/** `diskOf` gives the disk's own spelling of a file's path. */
export function sources(root: string, diskOf: (file: string) => string = (file) => file): Sources {
  const texts = new Map<string, string | undefined>();
  const read = (file: string): string | undefined => {
    if (!texts.has(file)) texts.set(file, readText(path.resolve(root, diskOf(file))));
    return texts.get(file);
  };
  return {
    line: (file, line) => read(file)?.split(/\r?\n/)[line - 1],
    place(problem) {
      if (problem.place || !problem.file) return problem;
      const text = read(problem.file) ?? '';
      const yaml = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*$/m.exec(text);
      if (yaml) return withPlace(problem, yaml[1] ?? '', 1);
      return problem.file.endsWith('.yaml')
        ? withPlace(problem, text, 0)
        : { ...problem, place: { line: 1, column: 1, length: 1 } };
    },
  };
}

function readText(file: string): string | undefined {
  try {
    // Nothing is shown of what a link leads to: it may lie outside the site.
    if (lstatSync(file).isSymbolicLink()) return undefined;
    const bytes = readFileSync(file);
    return bytes.includes(0) ? undefined : new TextDecoder('utf-8', { ignoreBOM: false }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** By file, line, column; what has no file comes first. */
export function inOrder(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) =>
      byCodeUnit(a.file ?? '', b.file ?? '') ||
      (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
      (a.place?.column ?? 0) - (b.place?.column ?? 0) ||
      byCodeUnit(a.code, b.code),
  );
}
