/** Small pieces of Markdown for the generated reference. */

/** Text as it stands, where Markdown would take some of its characters for marks. */
export function plain(text: string): string {
  return text.replace(/[\\`*_~[\]<>]/g, '\\$&');
}

export function code(text: string): string {
  return text === '' ? '' : `\`${text}\``;
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replace(/\|/g, '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

export function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trim()}\n\`\`\``;
}

/** The parts of a document with an empty line between, under the note that nobody should edit it. */
export function page(parts: readonly string[]): string {
  const note = '<!-- Made by `npm run docs` from the tables in src/; a change made here is lost. -->';
  return `${[note, ...parts].join('\n\n')}\n`;
}
