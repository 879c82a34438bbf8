import {
  adverbials,
  givens,
  manners,
  middles,
  objects,
  outsideNumbers,
  places,
  results,
  subjects,
  surnames,
  verbs,
} from './vocabulary.js';

export interface Random {
  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number;
  pick<T>(items: readonly T[]): T;
}

/** Mulberry32: small, fast, and the same on every machine, so a seed names a corpus. */
function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((((mixed ^ (mixed >>> 14)) >>> 0) * limit) / 0x100000000) | 0;
  };
  return { below, pick: <T>(items: readonly T[]): T => items[below(items.length)] as T };
}

/** A stream of its own for each entry, so that entry 7 is the same in a small and in a large corpus. */
export function randomFor(seed: number, entry: number): Random {
  return createRandom(Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(entry + 1, 0xc2b2ae35));
}

/** ASCII file name out of Vietnamese, cut between words. */
export function fileSlug(text: string, limit: number): string {
  const folded = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (folded.length <= limit) return folded;
  const cut = folded.slice(0, limit + 1);
  return cut.slice(0, cut.lastIndexOf('-'));
}

export const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function personName(random: Random): string {
  return `${random.pick(surnames)} ${random.pick(middles)} ${random.pick(givens)}`;
}

function emphasised(random: Random): string {
  const phrase = random.pick(objects);
  const kind = random.below(12);
  if (kind === 0) return `**${phrase}**`;
  if (kind === 1) return `*${phrase}*`;
  if (kind === 2) return `“${phrase}”`;
  if (kind === 3 && random.below(2) === 0) {
    return `[${phrase}](https://tin.example/bai-viet/${random.below(90000)}/)`;
  }
  return phrase;
}

export function sentence(random: Random): string {
  const { pick } = random;
  switch (random.below(6)) {
    case 0:
      return `${capitalise(pick(adverbials))}, ${pick(subjects)} ${pick(verbs)} ${emphasised(random)} ${pick(places)}, ${pick(results)}.`;
    case 1:
      return `${capitalise(pick(subjects))} đã ${pick(verbs)} ${emphasised(random)}, ${pick(verbs)} ${pick(objects)} ${pick(manners)}.`;
    case 2:
      return `Đồng chí ${personName(random)} đề nghị ${pick(subjects)} ${pick(verbs)} ${emphasised(random)} ${pick(manners)}; ${pick(verbs)} ${pick(objects)}.`;
    case 3:
      return `${capitalise(pick(places))}, ${pick(subjects)} và ${pick(subjects)} cùng ${pick(verbs)} ${emphasised(random)}, đạt ${60 + random.below(40)},${random.below(100)}% kế hoạch.`;
    case 4:
      return `Thực hiện văn bản số ${pick(outsideNumbers)}, ${pick(subjects)} ${pick(verbs)} ${emphasised(random)} ${pick(places)}.`;
    default:
      return `${capitalise(pick(adverbials))}, việc ${pick(verbs)} ${pick(objects)} được tiến hành ${pick(manners)}, ${pick(results)}.`;
  }
}

function sentences(random: Random, count: number): string {
  let text = sentence(random);
  for (let made = 1; made < count; made += 1) text += ` ${sentence(random)}`;
  return text;
}

export function headline(random: Random): string {
  const { pick } = random;
  switch (random.below(5)) {
    case 0:
      return `${capitalise(pick(subjects))} ${pick(verbs)} ${pick(objects)}`;
    case 1:
      return `${capitalise(pick(verbs))} ${pick(objects)} ${pick(places)}`;
    case 2:
      return `Đông Hà: ${capitalise(pick(verbs))} ${pick(objects)} ${pick(manners)}`;
    case 3:
      return `Kết quả nổi bật ${pick(adverbials)} về “${pick(objects)}”`;
    default:
      return `Hội nghị ${pick(verbs)} ${pick(objects)} năm ${2015 + random.below(10)}`;
  }
}

function list(random: Random): string {
  const ordered = random.below(3) === 0;
  const items: string[] = [];
  for (let row = 1, rows = 3 + random.below(4); row <= rows; row += 1) {
    items.push(`${ordered ? `${row}.` : '-'} ${sentences(random, 1 + random.below(2))}`);
  }
  return items.join('\n');
}

function table(random: Random): string {
  const rows = ['| STT | Đơn vị | Nội dung | Kết quả |', '| ---: | :--- | --- | ---: |'];
  for (let row = 1, last = 4 + random.below(5); row <= last; row += 1) {
    const percent = `${70 + random.below(30)},${10 + random.below(90)}%`;
    rows.push(`| ${row} | ${random.pick(subjects)} | ${random.pick(objects)} | ${percent} |`);
  }
  return rows.join('\n');
}

/** One block of a section; about half are plain paragraphs. */
function block(random: Random): string {
  const kind = random.below(10);
  if (kind === 0) return list(random);
  if (kind === 1) return `> ${sentences(random, 2)}`;
  if (kind === 2) {
    const link = `https://tin.example/van-ban/${random.below(9000)}`;
    return `${sentences(random, 2)} Xem thêm tại ${link} của cổng thông tin.`;
  }
  return sentences(random, 2 + random.below(5));
}

/** Markdown of about `bytes` bytes of UTF-8. `citation` is a sentence that cites a document. */
export function articleBody(random: Random, bytes: number, citation: string): string {
  const blocks = [sentences(random, 3), `${citation} ${sentences(random, 2)}`];
  let size = Buffer.byteLength(blocks.join('\n\n'));
  let tableDue = random.below(3) === 0;
  for (let count = 0; size < bytes; count += 1) {
    const heading = count % 4 === 0;
    const text = heading
      ? `${count % 8 === 0 ? '##' : '###'} ${capitalise(random.pick(verbs))} ${random.pick(objects)}`
      : block(random);
    blocks.push(text);
    size += Buffer.byteLength(text) + 2;
    if (tableDue && count === 6) {
      blocks.push(table(random));
      size += Buffer.byteLength(blocks.at(-1) ?? '');
      tableDue = false;
    }
  }
  return `${blocks.join('\n\n')}\n`;
}
