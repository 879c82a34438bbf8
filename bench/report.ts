import type { SameWork } from './check-same-work.js';
import type { DiskChanges, DiskSize } from './disk.js';
import { type Measurement, median } from './measure.js';

/** One line of the result: a tool in a scenario, over all runs. */
export interface Row {
  readonly tool: string;
  readonly scenario: string;
  readonly label: string;
  readonly runs: Measurement[];
  /** Of the last run. */
  changes?: DiskChanges;
}

export interface Result {
  readonly machine: Readonly<Record<string, string | number>>;
  readonly versions: Readonly<Record<string, string>>;
  readonly options: Readonly<Record<string, unknown>>;
  readonly input: DiskSize;
  readonly outputs: Readonly<Record<string, DiskSize>>;
  readonly rows: readonly Row[];
  readonly sameWork: SameWork;
}

type Field = 'wallMs' | 'cpuMs' | 'peakAnonMb' | 'peakRssMb';

/** Null when any run could not tell: a median of some runs would look like one of all. */
function medianOf(row: Row, field: Field): number | null {
  const values: number[] = [];
  for (const run of row.runs) {
    const value = run[field];
    if (value === null) return null;
    values.push(value);
  }
  return median(values);
}

/** What all ratios are to: Hugo's clean build, when Hugo was asked for. */
function hugoBase({ rows }: Result): number | null {
  const hugo = rows.find(({ tool, scenario }) => tool === 'hugo' && scenario === 'clean');
  return hugo ? medianOf(hugo, 'wallMs') : null;
}

const seconds = (ms: number | null): string => (ms === null ? '–' : (ms / 1000).toFixed(2));
const whole = (value: number | null): string => (value === null ? '–' : value.toFixed(0));

function spread(row: Row): string {
  const walls = row.runs.map(({ wallMs }) => wallMs);
  return `${seconds(Math.min(...walls))}–${seconds(Math.max(...walls))}`;
}

function changesText(changes: DiskChanges | undefined): string {
  return changes === undefined ? '' : `+${changes.added} ~${changes.updated} −${changes.removed}`;
}

function tableLine(row: Row, base: number | null): string {
  const wall = medianOf(row, 'wallMs');
  const ratio = base === null || wall === null ? '–' : (wall / base).toFixed(2);
  const cells = [
    row.tool,
    row.label,
    seconds(wall),
    spread(row),
    ratio,
    seconds(medianOf(row, 'cpuMs')),
    whole(medianOf(row, 'peakAnonMb')),
    whole(medianOf(row, 'peakRssMb')),
    changesText(row.changes),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** Everything, with the medians beside the runs they come from. */
export function jsonReport(result: Result): string {
  const base = hugoBase(result);
  const rows = result.rows.map((row) => {
    const wallMs = medianOf(row, 'wallMs');
    const medians = {
      wallMs,
      cpuMs: medianOf(row, 'cpuMs'),
      peakAnonMb: medianOf(row, 'peakAnonMb'),
      peakRssMb: medianOf(row, 'peakRssMb'),
      toHugoClean: base === null || wallMs === null ? null : wallMs / base,
    };
    return { ...row, medians };
  });
  return `${JSON.stringify({ ...result, rows }, null, 2)}\n`;
}

const megabytes = ({ files, bytes }: DiskSize): string => `${files} files, ${(bytes / 1e6).toFixed(0)} MB`;

export function markdownReport(result: Result): string {
  const base = hugoBase(result);
  const facts = { ...result.machine, ...result.versions };
  const { problems } = result.sameWork;
  return [
    Object.entries(facts)
      .map(([name, value]) => `${name} ${value}`)
      .join('; '),
    `options: ${JSON.stringify(result.options)}`,
    '',
    '| Tool | Scenario | Wall s | min–max | ÷ Hugo clean | CPU s | Anon MB | RSS MB | Files on disk |',
    '| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |',
    ...result.rows.map((row) => tableLine(row, base)),
    '',
    `Input: ${megabytes(result.input)}.`,
    ...Object.entries(result.outputs).map(([name, size]) => `Output of ${name}: ${megabytes(size)}.`),
    ...result.sameWork.counts.map(
      ({ name, articles, lists }) => `${name}: ${articles} article pages, ${lists} list pages.`,
    ),
    problems.length === 0 ? 'Same work: yes.' : `Same work: NO, ${problems.length} differences:`,
    ...problems.slice(0, 20).map((problem) => `- ${problem}`),
  ].join('\n');
}
