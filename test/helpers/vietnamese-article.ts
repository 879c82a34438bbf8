import type { Random } from './random.js';

const WORDS =
  'các cấp ủy tổ chức đảng đã quán triệt sâu sắc triển khai thực hiện nghiêm túc Kết luận của Bộ Chính trị về học tập và làm theo tư tưởng đạo đức phong cách Hồ Chí Minh trên địa bàn thành phố Đông Hà nhân dân phường xã Uỷ ban cải cách hành chính giữ gìn đường phố sạch đẹp ngày hội đọc sách thư viện chợ phiên lũ lụt mưa bão nông nghiệp'.split(
    ' ',
  );
const MARKED = [
  '**{}**',
  '*{}*',
  '~~{}~~',
  '“{}”',
  '`{}`',
  '[{}](bai-khac.md)',
  '[{}](https://example.vn/a?b=1)',
  '***{}***',
  '__{}__',
  '({})',
];
const FACTS = [
  'số 01-KL/TW, ngày 18/5/2021',
  'số 214 – KH/TU',
  '42/2022/NĐ-CP',
  '10:19, Thứ Tư, 22-5-2024',
  '97,55%',
  '7.448.251,5 đồng',
  'nhiệm kỳ 2020 - 2025',
  'https://example.vn/tin',
  'toasoan@example.vn',
];

/** An article as editors write them, with most of what Markdown has. */
export function vietnameseArticle(r: Random): string {
  const footnotes: string[] = [];
  const blocks = Array.from({ length: 3 + r.int(12) }, () => block(r, footnotes));
  return `${[...blocks, ...footnotes].join('\n\n')}\n`;
}

function words(r: Random, count: number): string {
  return Array.from({ length: count }, () => r.pick(WORDS)).join(' ');
}

function sentence(r: Random, footnotes: string[]): string {
  const parts = Array.from({ length: 2 + r.int(5) }, () => {
    const some = words(r, 2 + r.int(6));
    if (r.chance(0.25)) return r.pick(MARKED).replace('{}', some);
    return r.chance(0.15) ? `${some} ${r.pick(FACTS)}` : some;
  });
  let mark = '';
  if (r.chance(0.04)) {
    const label = footnotes.length + 1;
    footnotes.push(`[^${label}]: ${words(r, 8)}.`);
    mark = `[^${label}]`;
  }
  return `${parts.join(r.pick([', ', ' ', '; ']))}${mark}${r.pick(['.', '.', '!', '?', ':'])}`;
}

function paragraph(r: Random, footnotes: string[]): string {
  return Array.from({ length: 1 + r.int(5) }, () => sentence(r, footnotes)).join(
    r.pick([' ', ' ', '\n', '  \n']),
  );
}

function block(r: Random, footnotes: string[]): string {
  const lines = (line: (i: number) => string) =>
    Array.from({ length: 2 + r.int(4) }, (_, i) => line(i)).join('\n');
  switch (r.int(10)) {
    case 0:
      return `${'#'.repeat(2 + r.int(3))} ${words(r, 3 + r.int(6))}`;
    case 1:
      return lines(() => `- ${sentence(r, footnotes)}`);
    case 2:
      return lines(
        (i) => `${i + 1}. ${sentence(r, footnotes)}${r.chance(0.3) ? `\n   - ${words(r, 4)}` : ''}`,
      );
    case 3:
      return lines(() => `> ${sentence(r, footnotes)}`);
    case 4:
      return `| ${words(r, 2)} | ${words(r, 2)} |\n|---|:-:|\n${lines(() => `| ${words(r, 3)} | ${r.pick(['97,55%', '12', '**1.234**', '—'])} |`)}`;
    case 5:
      return `![${words(r, 4)}](hinh-anh/a.jpg "${words(r, 5)}")`;
    default:
      return paragraph(r, footnotes);
  }
}
