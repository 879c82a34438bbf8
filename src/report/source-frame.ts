import type { Place } from '../core/problem.js';

/** The line that a problem is on, with a caret under it. Long lines are cut round the place. */
export function sourceFrame(line: string, place: Place): string[] {
  const WIDTH = 96;
  const from = place.column - 1 > WIDTH - 24 ? place.column - 1 - 40 : 0;
  const text = line.slice(from, from + WIDTH).replace(/\t/g, ' ');
  const before = `${from > 0 ? '…' : ''}${text.slice(0, place.column - 1 - from)}`;
  const marked = text.slice(place.column - 1 - from, place.column - 1 - from + place.length);
  const number = String(place.line);
  return [
    `  ${number} │ ${from > 0 ? '…' : ''}${text}${from + WIDTH < line.length ? '…' : ''}`,
    `  ${' '.repeat(number.length)} │ ${' '.repeat(columns(before))}${'^'.repeat(Math.max(1, columns(marked)))}`,
  ];
}

/** Width on a terminal: a combining mark takes no column of its own. */
function columns(text: string): number {
  return [...text.replace(/\p{M}/gu, '')].length;
}
