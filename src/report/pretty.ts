import pc from 'picocolors';
import { formatMoment, formatNumber, isoMoment } from '../core/format-time.js';
import type { Lang } from '../core/message.js';
import { type Problem, severityOf, wording } from '../core/problem.js';
import type { WithheldReason } from '../core/types.js';
import type { Outcome } from './outcome.js';
import { sourceFrame } from './source-frame.js';
import type { Sources } from './sources.js';

type Colours = ReturnType<typeof pc.createColors>;

const REASONS: Record<Lang, Record<WithheldReason, string>> = {
  vi: { draft: 'bản nháp', scheduled: 'chờ đến giờ đăng', unpublished: 'đã gỡ', error: 'có lỗi' },
  en: { draft: 'draft', scheduled: 'scheduled', unpublished: 'withdrawn', error: 'has errors' },
};

/** Problems for a person to read: place, code, message, the line with a caret, what to do. */
export function prettyProblems(
  problems: readonly Problem[],
  lang: Lang,
  sources: Sources,
  colour: boolean,
): string {
  const c = pc.createColors(colour);
  return problems.map((p) => `${prettyProblem(p, lang, sources, c)}\n`).join('\n');
}

function prettyProblem(p: Problem, lang: Lang, sources: Sources, c: Colours): string {
  const { message, hint } = wording(p, lang);
  const isError = severityOf(p) === 'error';
  const word = { vi: isError ? 'lỗi' : 'cảnh báo', en: severityOf(p) }[lang];
  const place = p.file ? `${p.file}${p.place ? `:${p.place.line}:${p.place.column}` : ''}` : '';
  const head = [place && c.bold(place), isError ? c.red(word) : c.yellow(word), c.dim(p.code)]
    .filter(Boolean)
    .join('  ');
  const line = p.file && p.place ? sources.line(p.file, p.place.line) : undefined;
  const frame = line !== undefined && line.trim() !== '' && p.place ? sourceFrame(line, p.place) : [];
  const hints = hint
    ? hint.split('\n').map((text, i) => (i === 0 ? `  ${c.cyan('→')} ${text}` : `    ${text}`))
    : [];
  return [head, `  ${message}`, ...frame.map((text) => c.dim(text)), ...hints].join('\n');
}

/** The closing lines: what was built, what is withheld and until when. */
export function prettySummary(outcome: Outcome, lang: Lang, colour: boolean): string {
  const c = pc.createColors(colour);
  const lines = [...countLines(outcome, lang), ...withheldLines(outcome, lang)];
  const { damaged } = outcome.cache;
  if (damaged > 0) {
    const words = {
      vi: `Bộ nhớ tạm .cache hỏng ${damaged} chỗ; những chỗ ấy được đọc lại từ nguồn.`,
      en: `The cache was damaged in ${damaged} places; these were read from the sources again.`,
    };
    lines.push(c.yellow(words[lang]));
  }
  const errors = outcome.problems.filter((p) => severityOf(p) === 'error').length;
  const warnings = outcome.problems.length - errors;
  const many = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`;
  const counts = {
    vi: `${errors} lỗi, ${warnings} cảnh báo.`,
    en: `${many(errors, 'error')}, ${many(warnings, 'warning')}.`,
  }[lang];
  lines.push(errors > 0 ? c.red(counts) : warnings > 0 ? c.yellow(counts) : counts);
  if (outcome.exit !== 0 && !outcome.changed) {
    lines.push(
      { vi: 'Chưa ghi gì; trang cũ vẫn nguyên.', en: 'Nothing was written; the old site is as it was.' }[
        lang
      ],
    );
  }
  return lines.map((line) => `${line}\n`).join('');
}

function counted(n: number, thing: string): string {
  return `${n} ${thing}${n === 1 ? '' : 's'}`;
}

function countLines({ site, changed, hasBaseUrl, ms }: Outcome, lang: Lang): string[] {
  const lines: string[] = [];
  const n = (value: number) => formatNumber(value);
  if (site) {
    const { articles, documents, polls, pages } = site;
    lines.push(
      {
        vi: `${n(articles)} tin, bài · ${n(documents)} văn bản · ${n(polls)} thăm dò · ${n(pages)} trang`,
        en: `${counted(articles, 'article')} · ${counted(documents, 'document')} · ${counted(polls, 'poll')} · ${counted(pages, 'page')}`,
      }[lang],
    );
  }
  if (!changed) return lines;
  const { added, updated, removed, unchanged } = changed;
  const seconds = (ms.total / 1000).toFixed(2);
  lines.push(
    {
      vi: `${n(added.length)} tệp mới, ${n(updated.length)} thay đổi, ${n(removed.length)} xóa, ${n(unchanged)} giữ nguyên, trong ${seconds.replace('.', ',')} giây.`,
      en: `${counted(added.length, 'file')} new, ${updated.length} changed, ${removed.length} removed, ${unchanged} unchanged, in ${seconds} s.`,
    }[lang],
  );
  if (!hasBaseUrl) {
    lines.push(
      {
        vi: 'site.yaml chưa có baseUrl nên các trang không có địa chỉ chính thức (canonical).',
        en: 'site.yaml has no baseUrl, so the pages carry no canonical address.',
      }[lang],
    );
  }
  return lines;
}

function withheldLines({ withheld, nextBuildAt, zone }: Outcome, lang: Lang): string[] {
  const moment = (at: number) => ({ at, dateOnly: false });
  const when = (at: number) => (lang === 'vi' ? formatMoment(moment(at), zone) : isoMoment(moment(at), zone));
  const lines = withheld.map(({ file, reason, until }) => {
    const from =
      until === null ? '' : { vi: `, đăng lúc ${when(until)}`, en: `, goes live ${when(until)}` }[lang];
    return `  ${file}: ${REASONS[lang][reason]}${from}`;
  });
  if (lines.length > 0) lines.unshift({ vi: 'Không đăng:', en: 'Not published:' }[lang]);
  if (nextBuildAt !== null) {
    lines.push(
      { vi: `Lần dựng tới cần vào: ${when(nextBuildAt)}`, en: `The next build is due: ${when(nextBuildAt)}` }[
        lang
      ],
    );
  }
  return lines;
}
