import type { Lang } from '../core/message.js';
import { type Problem, severityOf, wording } from '../core/problem.js';
import { sourceFrame } from '../report/source-frame.js';
import { inOrder, sources } from '../report/sources.js';

/** A problem in words, as the overlay shows it. */
export interface Told {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  /** `content/tin/a.md:3:8` */
  readonly place: string;
  readonly message: string;
  readonly hint: string;
  readonly frame: readonly string[];
}

/** Problems with the places that they lack, in the order of the report. */
export function placed(root: string, problems: readonly Problem[]): Problem[] {
  return inOrder(problems.map(sources(root).place));
}

export function toTold(root: string, problems: readonly Problem[], lang: Lang): Told[] {
  const look = sources(root);
  return problems.map((p) => {
    const { message, hint = '' } = wording(p, lang);
    const line = p.file && p.place ? look.line(p.file, p.place.line) : undefined;
    return {
      code: p.code,
      severity: severityOf(p),
      place: p.file ? `${p.file}${p.place ? `:${p.place.line}:${p.place.column}` : ''}` : '',
      message,
      hint,
      frame: line?.trim() && p.place ? sourceFrame(line, p.place) : [],
    };
  });
}
