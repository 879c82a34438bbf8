import { appendFileSync } from 'node:fs';
import type { Lang } from '../core/message.js';
import type { Format } from './formats.js';
import { githubAnnotations, githubSummary } from './github.js';
import { jsonReport } from './json.js';
import type { Outcome } from './outcome.js';
import { prettyProblems, prettySummary } from './pretty.js';
import type { Sources } from './sources.js';

export interface Reporting {
  readonly format: Format;
  readonly lang: Lang;
  readonly sources: Sources;
  readonly colour: boolean;
  /** The file that a CI host shows as the run's summary, if it names one. */
  readonly summaryFile?: string | undefined;
}

/** Tells the outcome: diagnostics on standard error, data on standard output. */
export function report(outcome: Outcome, { format, lang, sources, colour, summaryFile }: Reporting): void {
  switch (format) {
    case 'json':
      process.stdout.write(jsonReport(outcome, lang));
      return;
    case 'github':
      process.stdout.write(githubAnnotations(outcome.problems, lang));
      if (summaryFile) appendFileSync(summaryFile, githubSummary(outcome));
      process.stderr.write(prettySummary(outcome, lang, false));
      return;
    case 'pretty': {
      const problems = prettyProblems(outcome.problems, lang, sources, colour);
      if (problems) process.stderr.write(`${problems}\n`);
      process.stderr.write(prettySummary(outcome, lang, colour));
    }
  }
}
