import { type Place, type Problem, problem } from '../core/problem.js';
import { isRawMap, type RawMap, readYaml, withPlainSpaces } from '../core/yaml.js';
import { bodyWithin } from './yaml-layout.js';
import { explainMistakes, gluedFields, silentMistakes } from './yaml-mistakes.js';

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

/** Cuts a text into front matter and body. `example` is the front matter that this kind of entry needs at least. */
export function splitFrontMatter(text: string, example: string): Split {
  const fences = findFences(text);
  const fault = isSound(text, fences) ? undefined : checkFences(text, fences, example);
  if (fault || !fences) return { yaml: '', body: '', bodyLine: 1, problems: fault ? [fault] : [] };
  const yaml = withPlainSpaces(text.slice(fences.from, fences.to));
  const body = text.slice(fences.end);
  const bodyLine = lineAt(text, fences.end);
  try {
    const data = hasFields(yaml) ? (readYaml(yaml) ?? {}) : {};
    if (!isRawMap(data)) {
      const glued = gluedFields(yaml, 'front-matter', 1);
      const problems =
        glued.length > 0 ? glued : [problem('front-matter/not-fields', {}, { place: whole(2, yaml) })];
      return { yaml, body, bodyLine, problems };
    }
    return { data, yaml, body, bodyLine, problems: silentMistakes(yaml, 'front-matter', 1) };
  } catch {
    const within = bodyWithin(yaml);
    if (within !== undefined) return { yaml, body: '', bodyLine, problems: [unclosed(within + 1)] };
    return { yaml, body, bodyLine, problems: explainMistakes(yaml, 'front-matter', 1) };
  }
}

/** Whether there is anything but comments. */
function hasFields(yaml: string): boolean {
  return yaml.replace(/^\s*#[^\n]+/gm, '').trim() !== '';
}

function whole(line: number, text: string): Place {
  return { line, column: 1, length: Math.max(1, text.split(/\r?\n/, 1)[0]?.length ?? 1) };
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let i = text.indexOf('\n'); i >= 0 && i < offset; i = text.indexOf('\n', i + 1)) line++;
  return line;
}

/** Where the YAML begins and ends, and where what is behind the closing fence begins. */
interface Fences {
  readonly from: number;
  readonly to: number;
  readonly end: number;
}

/** What stands behind the first three characters, which should be the opening fence. */
function findFences(text: string): Fences | undefined {
  const match = /\n---[ \t]*(?:\r?\n|$)/.exec(text.slice(3));
  if (!match) return undefined;
  const to = match.index + 4;
  return { from: text.indexOf('\n') + 1, to, end: to + match[0].length - 1 };
}

/** Whether both fences are as they should be and no line between them was meant as one: so it is in nearly every file. */
function isSound(text: string, fences: Fences | undefined): fences is Fences {
  if (!fences || !/^---[ \t]*\r?\n/.test(text)) return false;
  return (
    text.indexOf('\n---', 3) === fences.to - 1 && !ANY_NEAR_FENCE.test(text.slice(fences.from, fences.to))
  );
}

const FIELD_LIKE = /^(?:\s|#|- |[^\s:]+[^:]*:(?:\s|$))|^$/;
/** What was meant as a fence: indented, or of two hyphens, or of the dashes that Word makes of them. */
const NEAR_FENCE = /^\s*(?:[-–—_]{2,}|—)\s*$/;
const ANY_NEAR_FENCE = /^[^\S\n]*(?:[-–—_]{2,}|—)[^\S\n]*$/m;

function checkFences(text: string, fences: Fences | undefined, example: string): Problem | undefined {
  const lines = text.split('\n', 40).map((line) => line.replace(/\r$/, ''));
  const first = lines[0] ?? '';
  if (!/^---[ \t]*$/.test(first)) return checkOpening(lines, first, example);
  const next = /\n(---[^\r\n]*)/.exec(text.slice(3));
  if (next && !/^---[ \t]*$/.test(next[1] ?? ''))
    return badFence(next[1] ?? '', lineAt(text, next.index + 4));
  const end = lines.findIndex((line, i) => i > 0 && !FIELD_LIKE.test(line));
  const near = lines.findIndex((line, i) => i > 0 && NEAR_FENCE.test(line));
  if (near > 0 && (end < 0 || near <= end) && !/^---[ \t]*$/.test(lines[near] ?? ''))
    return badFence(lines[near] ?? '', near + 1);
  // A file that does not end in a line break ends in a field.
  const afterAll = lines.length + (lines.at(-1) === '' ? 0 : 1);
  return fences ? undefined : unclosed(end < 0 ? afterAll : end + 1);
}

/** `line` is where the body begins. */
function unclosed(line: number): Problem {
  return problem('front-matter/unclosed', { line }, { place: { line: 1, column: 1, length: 3 } });
}

function badFence(text: string, line: number): Problem {
  const place = { line, column: 1, length: Math.max(1, text.length) };
  return problem('front-matter/bad-fence', { text }, { place });
}

function checkOpening(lines: readonly string[], first: string, example: string): Problem {
  const isFieldNext = /^[^\s:]+[^:]*:\s/.test(lines[1] ?? '');
  if (/^(?:---|–––|———|—-)/.test(first) || (isFieldNext && NEAR_FENCE.test(first))) return badFence(first, 1);
  const later = lines.findIndex((line) => /^---[ \t]*$/.test(line));
  const looksLikeFields = later > 0 && /^[^\s:]+[^:]*:\s/.test(lines[later + 1] ?? '');
  if (looksLikeFields) {
    return problem(
      'front-matter/not-first',
      { line: later + 1 },
      { place: { line: later + 1, column: 1, length: 3 } },
    );
  }
  const end = lines.findIndex((line) => !/^\p{L}[^:]{0,30}:\s/u.test(line));
  const params =
    end >= 2 ? { example: lines.slice(0, end).join('\n'), unfenced: 1 } : { example, unfenced: 0 };
  const place = { line: 1, column: 1, length: Math.max(1, first.length) };
  return problem('front-matter/none', params, { place });
}
