/** What the fields of one entry say together: rules within a single file, so their findings are cached with it. */
import { isKnownCode, parseDocumentNumber } from '../core/document-number.js';
import { fieldLabel } from '../core/field-names.js';
import { type Problem, problem } from '../core/problem.js';
import type { ArticleFields, DocumentFields, Parsed, Picture, PollFields } from '../core/types.js';

export function checkFields(parsed: Parsed): Problem[] {
  switch (parsed.kind) {
    case 'article':
      return checkArticle(parsed.fields);
    case 'document':
      return checkDocument(parsed.fields);
    case 'poll':
      return checkPoll(parsed.fields);
    case 'page':
      return [];
  }
}

function checkArticle(fields: ArticleFields): Problem[] {
  const pictures: [Picture, (string | number)[]][] = (fields.gallery ?? []).map((p, i) => [
    p,
    ['gallery', i],
  ]);
  if (fields.image) pictures.push([fields.image, ['image']]);
  const silent = pictures.filter(([picture]) => !picture.alt && !picture.caption);
  return [
    ...silent.map(([picture, field]) =>
      problem('image/no-description', { before: describing(picture, field), after: '' }, { field }),
    ),
    ...playable('video', fields.video, VIDEO, 'MP4 (H.264)'),
    ...playable('audio', fields.audio, AUDIO, 'MP3'),
    ...order('timestamp', fields.timestamp.at, 'unpublish', fields.unpublish?.at),
  ];
}

/** What browsers of the last ten years play without a helper. */
const VIDEO = /\.(?:mp4|m4v|webm)$/i;
const AUDIO = /\.(?:mp3|m4a|aac|wav|ogg|oga|opus|flac)$/i;

function playable(name: string, file: string | undefined, known: RegExp, right: string): Problem[] {
  if (file === undefined || known.test(file)) return [];
  return [problem('file/not-playable', { path: file, right }, { field: [name] })];
}

/** A picture's lines up to its description, for the hint. */
function describing({ src }: Picture, field: readonly (string | number)[]): string {
  return field.length > 1 ? `\n- src: ${src}\n  alt: ` : `\n${field[0]}:\n  src: ${src}\n  alt: `;
}

function checkDocument(fields: DocumentFields): Problem[] {
  const problems = order('effective', fields.effective, 'expires', fields.expires);
  const number = fields.number === undefined ? undefined : parseDocumentNumber(fields.number);
  if (number?.code && !isKnownCode(number.code)) {
    problems.push(
      problem('document/unknown-code', { value: number.text, code: number.code }, { field: ['number'] }),
    );
  }
  const { opens, closes } = fields.comment ?? {};
  return [...problems, ...order('opens', opens?.at, 'closes', closes?.at, ['comment', 'closes'])];
}

function checkPoll(fields: PollFields): Problem[] {
  const problems = order('opens', fields.opens.at, 'closes', fields.closes?.at);
  const seen = new Set<string>();
  for (const [i, option] of fields.options.entries()) {
    // With their marks and signs: “Chùa” is not “Chưa”, nor “< 5 năm” “> 5 năm”.
    const key = option.toLowerCase();
    if (seen.has(key)) problems.push(problem('poll/same-options', { option }, { field: ['options', i] }));
    seen.add(key);
  }
  const options = fields.options.length;
  const choices = fields.choices ?? 1;
  if (choices > options)
    problems.push(problem('poll/too-many-choices', { choices, options }, { field: ['choices'] }));
  if (fields.results) problems.push(...checkResults(fields.results, options, choices));
  return problems;
}

function checkResults(
  results: NonNullable<PollFields['results']>,
  options: number,
  choices: number,
): Problem[] {
  const { participants, votes } = results;
  if (votes.length !== options) {
    return [
      problem('poll/votes-do-not-fit', { votes: votes.length, options }, { field: ['results', 'votes'] }),
    ];
  }
  const sum = votes.reduce((a, b) => a + b, 0);
  if (sum <= participants * choices && Math.max(...votes) <= participants) return [];
  const params = { sum, participants, choices, most: Math.max(...votes) };
  return [problem('poll/impossible-results', params, { field: ['results', 'votes'] })];
}

function order<T extends string | number>(
  begin: string,
  from: T | undefined,
  end: string,
  to: T | undefined,
  field: readonly string[] = [end],
): Problem[] {
  if (from === undefined || to === undefined || to >= from) return [];
  const params = { begin: fieldLabel(begin), end: fieldLabel(end) };
  return [problem('entry/ends-before-it-begins', params, { field })];
}
