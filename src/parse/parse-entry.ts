import { canonicalKey, fieldLabel } from '../core/field-names.js';
import { hashBytes } from '../core/hash.js';
import { isError, type Problem, problem } from '../core/problem.js';
import type { Reading } from '../core/schema.js';
import type { Body, BodyInfo, Kind, Parsed, ParseResult } from '../core/types.js';
import { withPlace } from '../core/with-place.js';
import type { Raw, RawMap } from '../core/yaml.js';
import { checkFields } from './check-fields.js';
import { decode } from './decode.js';
import { splitFrontMatter } from './front-matter.js';
import { renderMarkdown } from './markdown/render-markdown.js';
import { exampleOf, kindType, NUMBER_EXAMPLE, schemas } from './schemas.js';

/** What parsing depends on beside the file's bytes; part of the cache key. */
export interface ParseSettings {
  readonly kind: Kind;
  readonly zone: string;
  /** The hash of the bytes, if it is known already. */
  readonly hash?: string;
}

export interface ParsedFile extends ParseResult {
  /** To be stored under `parsed.body.hash`. */
  readonly body?: Body;
}

/** Reads one entry. A pure function of the bytes and the settings: it knows no path, no clock, no other file. */
export function parseEntry(bytes: Uint8Array, settings: ParseSettings): ParsedFile {
  const decoded = decode(bytes);
  if ('problem' in decoded) return { problems: [decoded.problem] };
  const split = splitFrontMatter(decoded.text, exampleOf(settings.kind));
  if (split.problems.some((p) => p.code === 'front-matter/none')) return { problems: split.problems };
  const {
    body,
    info: rest,
    problems: bodyProblems,
  } = renderMarkdown(split.body, split.bodyLine, decoded.isUsual);
  const info: BodyInfo = { hash: settings.hash ?? hashBytes(bytes), ...rest };
  const fields = split.data ? readFields(split.data, split.yaml, settings, info) : { problems: [] };
  // A value that YAML lost is told of once, not as a missing field too.
  const lost = new Set(split.problems.filter(isError).map((p) => p.place?.line));
  const told = fields.problems.filter(
    (p) => p.code !== 'front-matter/missing-field' || !lost.has(p.place?.line),
  );
  const problems = [...split.problems, ...told, ...bodyProblems];
  if (!fields.parsed || problems.some(isError)) return { problems };
  return { parsed: fields.parsed, body, problems };
}

function readFields(
  data: RawMap,
  yaml: string,
  settings: ParseSettings,
  body: BodyInfo,
): { parsed?: Parsed; problems: Problem[] } {
  const reading: Reading = { area: 'front-matter', zone: settings.zone, problems: [] };
  const { kind, rest } = takeKind(data, settings.kind, reading);
  const fields = schemas[kind].read(rest, [], reading);
  // Lists show the first words of an article that has no summary; nobody else asks for them.
  const isListed = kind === 'article' && fields && !('summary' in fields);
  const parsed = fields && ({ kind, fields, body: isListed ? body : { ...body, excerpt: '' } } as Parsed);
  const isUnread = (name: string) =>
    reading.problems.some((p) => isError(p) && canonicalKey(String(p.field?.[0])) === name);
  if (parsed?.kind === 'document' && !parsed.fields.number && !parsed.fields.comment) {
    const params = { field: fieldLabel('number'), line: NUMBER_EXAMPLE, empty: 0 };
    if (!isUnread('number') && !isUnread('comment'))
      reading.problems.push(problem('front-matter/missing-field', params));
  }
  if (parsed) reading.problems.push(...checkFields(parsed));
  return { ...(parsed && { parsed }), problems: reading.problems.map((p) => withPlace(p, yaml, 1)) };
}

/** `kind:` overrides the folder. */
function takeKind(data: RawMap, byFolder: Kind, reading: Reading): { kind: Kind; rest: RawMap } {
  const key = Object.keys(data).find((k) => canonicalKey(k) === 'kind');
  if (key === undefined) return { kind: byFolder, rest: data };
  const { [key]: written, ...rest } = data as Record<string, Raw>;
  return { kind: (written && kindType.read(written, [key], reading)) || byFolder, rest };
}
