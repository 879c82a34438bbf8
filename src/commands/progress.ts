import { formatNumber } from '../core/format-time.js';
import type { Lang } from '../core/message.js';
import type { Progress, Stage } from '../site.js';

const WORDS: Record<Lang, Record<Stage, string>> = {
  vi: { parse: 'Đọc', measure: 'Đọc ảnh', draw: 'Dựng trang', picture: 'Thu nhỏ ảnh', compress: 'Nén' },
  en: {
    parse: 'Reading',
    measure: 'Reading pictures',
    draw: 'Drawing',
    picture: 'Making pictures smaller',
    compress: 'Compressing',
  },
};
/** ms; a run that is over sooner shows nothing. */
const PATIENCE = 1000;
const INTERVAL = 100;

/** Shows stage, count and rate on one line of a terminal, which is wiped before anything else is printed. */
export function terminalProgress(lang: Lang, started: number): { progress: Progress; clear: () => void } {
  let shown = 0;
  let begun = { stage: '' as Stage | '', at: 0, done: 0 };
  const clear = () => {
    if (shown) process.stderr.write('\r\u001b[K');
    shown = 0;
  };
  const progress: Progress = (stage, done, total) => {
    const now = performance.now();
    if (begun.stage !== stage) begun = { stage, at: now, done };
    if (now - started < PATIENCE || now - shown < INTERVAL) return;
    shown = now;
    const rate = Math.round(((done - begun.done) / Math.max(1, now - begun.at)) * 1000);
    const count = total ? `${formatNumber(done)}/${formatNumber(total)}` : formatNumber(done);
    process.stderr.write(`\r\u001b[K${WORDS[lang][stage]} ${count} (${formatNumber(rate)}/s)`);
  };
  return { progress, clear };
}
