import { sumTimings, type Timing } from '../render/timings.js';
import type { Outcome } from './outcome.js';

/** Time for each stage, then for each template, partial and helper with what it calls, the slowest first. */
export function profileReport(ms: Outcome['ms'], timings: readonly Timing[]): string {
  const stages = Object.entries(ms).map(([stage, time]) => row(stage, '', time));
  const parts = sumTimings(timings).map(([label, count, time]) => row(label, `× ${count}`, time));
  return `${[...stages, ...(parts.length > 0 ? ['', ...parts] : [])].join('\n')}\n`;
}

function row(label: string, count: string, ms: number): string {
  return `${ms.toFixed(1).padStart(10)} ms  ${label.padEnd(28)} ${count}`.trimEnd();
}
