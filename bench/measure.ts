import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Measurement {
  readonly wallMs: number;
  /** User and system time of the whole tree of processes; to 10 ms. Null where there is no /proc. */
  readonly cpuMs: number | null;
  /** The sum of each process's own peak, so never too small. */
  readonly peakRssMb: number | null;
  /** The largest sum seen of memory that belongs to no file: what the program itself asked for. */
  readonly peakAnonMb: number | null;
  readonly exitCode: number | null;
  /** The end of what it said, for when it fails. */
  readonly said: string;
}

const sampleMs = 20;
/** A process list is dearer than a status file, and builds seldom start processes. */
const samplesPerTree = 10;
/** Linux reports times to programs in hundredths of a second on every platform Node runs on. */
const msPerTick = 10;

function read(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}

/** Fields of /proc/<pid>/stat after the name, which may itself hold spaces and brackets. */
function statFields(pid: string): readonly string[] {
  const text = read(`/proc/${pid}/stat`);
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

function processTree(root: number): readonly string[] {
  const children = new Map<string, string[]>();
  for (const pid of readdirSync('/proc')) {
    if (!/^\d+$/.test(pid)) continue;
    const parent = statFields(pid)[1] ?? '';
    children.set(parent, [...(children.get(parent) ?? []), pid]);
  }
  const tree = [String(root)];
  for (const pid of tree) tree.push(...(children.get(pid) ?? []));
  return tree;
}

function kilobytes(status: string, field: string): number {
  return Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0);
}

/** What the children of this process have used, once they were waited for. */
function childrenCpuMs(): number | null {
  if (process.platform !== 'linux') return null;
  const fields = statFields('self');
  return (Number(fields[13]) + Number(fields[14])) * msPerTick;
}

interface Peaks {
  anonKb: number;
  rssKb: number;
}

/** Looks at the memory of `root` and its descendants until told to stop. */
function watchMemory(root: number): () => Peaks {
  const peaks: Peaks = { anonKb: 0, rssKb: 0 };
  const rssOf = new Map<string, number>();
  let tree: readonly string[] = [String(root)];
  let samples = 0;
  const sample = () => {
    if (samples % samplesPerTree === 0) tree = processTree(root);
    samples += 1;
    let anonKb = 0;
    for (const pid of tree) {
      const status = read(`/proc/${pid}/status`);
      anonKb += kilobytes(status, 'RssAnon');
      rssOf.set(pid, Math.max(rssOf.get(pid) ?? 0, kilobytes(status, 'VmHWM')));
    }
    peaks.anonKb = Math.max(peaks.anonKb, anonKb);
  };
  const timer = setInterval(sample, sampleMs);
  return () => {
    clearInterval(timer);
    peaks.rssKb = [...rssOf.values()].reduce((sum, kb) => sum + kb, 0);
    return peaks;
  };
}

/** Runs a command to its end and says what it cost. One at a time: the CPU time is this process's children's. */
export function measure(command: Command): Promise<Measurement> {
  const cpuBefore = childrenCpuMs();
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(command.file, command.args, {
      cwd: command.cwd,
      env: { ...process.env, ...command.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.on('error', reject);
    if (child.pid === undefined) return;
    const stop = process.platform === 'linux' ? watchMemory(child.pid) : null;
    let said = '';
    const listen = (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-2000);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    let wallMs = 0;
    child.on('exit', () => {
      wallMs = performance.now() - started;
    });
    child.on('close', (exitCode) => {
      const peaks = stop?.();
      const cpuAfter = childrenCpuMs();
      resolve({
        wallMs,
        cpuMs: cpuBefore === null || cpuAfter === null ? null : cpuAfter - cpuBefore,
        peakRssMb: peaks ? peaks.rssKb / 1024 : null,
        peakAnonMb: peaks ? peaks.anonKb / 1024 : null,
        exitCode,
        said,
      });
    });
  });
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}
