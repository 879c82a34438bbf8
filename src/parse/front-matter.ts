import matter from 'gray-matter';
import { type Place, type Problem, problem } from '../core/problem.js';
import { isRawMap, type Raw, type RawMap, readYaml } from '../core/yaml.js';
import { explainMistakes, silentMistakes } from './yaml-mistakes.js';

export interface Split {
  /** Absent when the YAML cannot be read. */
  readonly data?: RawMap;
  /** The YAML between the fences; its first line is line 2 of the file. */
  readonly yaml: string;
  readonly body: string;
  /** The line of the file on which the body begins. */
  readonly bodyLine: number;
  readonly problems: readonly Problem[];
}

/** gray-matter evaluates `---js` front matter unless its engine is replaced; the fences are checked before it anyway. */
const refuse = () => {
  throw new Error('only YAML front matter is read');
};
const options = {
  language: 'yaml',
  engines: { yaml: (text: string) => readYaml(text) as object, javascript: refuse, json: refuse },
};

/** Cuts a text into front matter and body. `example` is the front matter that this kind of entry needs at least. */
export function splitFrontMatter(text: string, example: string): Split {
  const fault = checkFences(text, example);
  if (fault) return { yaml: '', body: '', bodyLine: 1, problems: [fault] };
  const yaml = text.slice(text.indexOf('\n') + 1, closingFence(text));
  const rest = text.slice(closingFence(text));
  const afterFence = rest.indexOf('\n') < 0 ? '' : rest.slice(rest.indexOf('\n') + 1);
  const bodyLine = lineAt(text, text.length - afterFence.length);
  try {
    const file = matter(text, options);
    const data: Raw = isEmpty(file.data) ? {} : (file.data as Raw);
    if (!isRawMap(data)) {
      return {
        yaml,
        body: file.content,
        bodyLine,
        problems: [problem('front-matter/not-fields', {}, { place: whole(2, yaml) })],
      };
    }
    return { data, yaml, body: file.content, bodyLine, problems: silentMistakes(yaml, 'front-matter', 1) };
  } catch {
    return { yaml, body: afterFence, bodyLine, problems: explainMistakes(yaml, 'front-matter', 1) };
  }
}

function isEmpty(data: unknown): boolean {
  return data === null || data === undefined;
}

function whole(line: number, text: string): Place {
  return { line, column: 1, length: Math.max(1, text.split(/\r?\n/, 1)[0]?.length ?? 1) };
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let i = text.indexOf('\n'); i >= 0 && i < offset; i = text.indexOf('\n', i + 1)) line++;
  return line;
}

/** Offset of the closing `---`. */
function closingFence(text: string): number {
  const match = /\n---[ \t]*(?:\r?\n|$)/.exec(text.slice(3));
  return match ? match.index + 4 : -1;
}

function checkFences(text: string, example: string): Problem | undefined {
  const lines = text.split('\n', 40).map((line) => line.replace(/\r$/, ''));
  const first = lines[0] ?? '';
  if (!/^---[ \t]*$/.test(first)) return checkOpening(lines, first, example);
  const next = /\n(---[^\r\n]*)/.exec(text.slice(3));
  if (next && !/^---[ \t]*$/.test(next[1] ?? '')) {
    const line = lineAt(text, next.index + 4);
    return problem(
      'front-matter/bad-fence',
      { text: next[1] ?? '' },
      { place: { line, column: 1, length: next[1]?.length ?? 3 } },
    );
  }
  if (closingFence(text) >= 0) return undefined;
  const end = lines.findIndex((line, i) => i > 0 && !/^(?:\s|#|- |[^\s:]+[^:]*:(?:\s|$))/.test(line));
  const line = end < 0 ? lines.length : end + 1;
  return problem('front-matter/unclosed', { line }, { place: { line: 1, column: 1, length: 3 } });
}

function checkOpening(lines: readonly string[], first: string, example: string): Problem {
  if (/^(?:---|–––|———|—-)/.test(first)) {
    return problem(
      'front-matter/bad-fence',
      { text: first },
      { place: { line: 1, column: 1, length: first.length } },
    );
  }
  const later = lines.findIndex((line) => /^---[ \t]*$/.test(line));
  const looksLikeFields = later > 0 && /^[^\s:]+[^:]*:\s/.test(lines[later + 1] ?? '');
  if (looksLikeFields) {
    return problem(
      'front-matter/not-first',
      { line: later + 1 },
      { place: { line: later + 1, column: 1, length: 3 } },
    );
  }
  return problem(
    'front-matter/none',
    { example },
    { place: { line: 1, column: 1, length: Math.max(1, first.length) } },
  );
}
