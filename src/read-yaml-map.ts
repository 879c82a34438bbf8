import { readFileSync } from 'node:fs';
import { type Problem, problem } from './core/problem.js';
import { isRawMap, type RawMap, readYaml, withPlainSpaces } from './core/yaml.js';
import { decode } from './parse/decode.js';
import { explainMistakes, silentMistakes } from './parse/yaml-mistakes.js';

export interface YamlMap {
  /** Absent when the file is no map of keys; the problems say why. */
  readonly raw?: RawMap;
  readonly problems: readonly Problem[];
}

/** Reads a file of settings: keys and values, as texts. */
export function readYamlMap(absolute: string): YamlMap {
  const decoded = decode(readFileSync(absolute));
  return 'problem' in decoded ? { problems: [decoded.problem] } : parse(withPlainSpaces(decoded.text));
}

function parse(text: string): YamlMap {
  try {
    const raw = readYaml(text);
    if (raw === null) return { raw: {}, problems: [] };
    if (isRawMap(raw)) return { raw, problems: silentMistakes(text, 'settings', 0) };
    return { problems: [problem('settings/not-fields', {}, { place: { line: 1, column: 1, length: 1 } })] };
  } catch {
    return { problems: explainMistakes(text, 'settings', 0) };
  }
}
