import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { type BenchOptions, readOptions } from './bench-options.js';
import { checkSameWork, type SameWork } from './check-same-work.js';
import { writeCorpus } from './corpus.js';
import { compareSnapshots, diskSize, takeSnapshot } from './disk.js';
import { type Command, type Measurement, measure } from './measure.js';
import { peers, repository, type Tool } from './peers.js';
import { measurePreview, previewReport } from './preview.js';
import { jsonReport, markdownReport, type Result, type Row } from './report.js';
import { layOutSite, prepareClean, type Site, scenarios, siteExists } from './scenarios.js';

const say = (text: string): void => void process.stderr.write(`${text}\n`);

async function measureWell(command: Command): Promise<Measurement> {
  const measured = await measure(command);
  if (measured.exitCode !== 0) {
    const line = [command.file, ...command.args].join(' ');
    throw new Error(`${line} (in ${command.cwd}) exited with ${measured.exitCode}:\n${measured.said}`);
  }
  return measured;
}

/** Finds the row of a tool and scenario, or begins it: rows keep the order of the first round. */
function rowOf(rows: Row[], tool: string, scenario: string, label: string): Row {
  const found = rows.find((row) => row.tool === tool && row.scenario === scenario);
  if (found) return found;
  const row: Row = { tool, scenario, label, runs: [] };
  rows.push(row);
  return row;
}

function record(row: Row, measured: Measurement): void {
  row.runs.push(measured);
  say(`${row.tool}, ${row.label}: ${(measured.wallMs / 1000).toFixed(2)} s`);
}

async function buildClean(rows: Row[], tool: Tool): Promise<void> {
  prepareClean(tool);
  record(rowOf(rows, tool.name, 'clean', 'clean'), await measureWell(tool.command));
}

/** One clean build of the site, then one change after another; the input is as before at the end. */
async function runScenarios(rows: Row[], site: Site, afterClean: () => void): Promise<void> {
  const undoes: (() => void)[] = [];
  for (const { id, label, prepare } of scenarios) {
    undoes.push(prepare(site));
    const before = takeSnapshot(site.tool.output);
    const row = rowOf(rows, site.tool.name, id, label);
    record(row, await measureWell(site.tool.command));
    row.changes = compareSnapshots(before, takeSnapshot(site.tool.output));
    if (id === 'clean') afterClean();
  }
  for (const undo of undoes.reverse()) undo();
}

async function copyForReference(rows: Row[], work: string, label: string, from: string): Promise<void> {
  const to = join(work, 'copy');
  const args = ['-r', from, to];
  record(rowOf(rows, 'cp -r', label, label), await measureWell({ file: 'cp', args, cwd: work }));
  rmSync(to, { recursive: true });
}

interface Bench {
  readonly work: string;
  readonly tools: readonly Tool[];
  readonly site: Site | undefined;
  readonly options: BenchOptions;
}

function layOut(work: string, options: BenchOptions): Bench {
  const dir = join(work, 'site');
  const chosen = options.peers.map((name) => {
    const layOutPeer = peers[name];
    if (layOutPeer) return { name, layOutPeer };
    throw new Error(`unknown peer ${name}; known: ${Object.keys(peers).join(', ')}`);
  });
  say(`writing ${options.corpus.articles} articles`);
  writeCorpus(dir, options.corpus);
  const tools = chosen.map(({ name, layOutPeer }) => layOutPeer(dir, join(work, name)));
  const site = siteExists() ? layOutSite(dir, options.theme, options.corpus) : undefined;
  if (!site) say('bin/dongha-site.js is not there: peers only');
  return { work, tools, site, options };
}

/** The check looks at clean builds only: later ones have been edited. */
function checkClean({ tools, site, options }: Bench): SameWork {
  const builds = tools.map(({ name, output }) => ({ name, output, samePages: true }));
  if (site) {
    const { name, output } = site.tool;
    builds.push({ name, output, samePages: options.theme === 'small' });
  }
  return checkSameWork(builds, options.corpus.articles);
}

async function runRounds(bench: Bench): Promise<Pick<Result, 'rows' | 'sameWork' | 'outputs'>> {
  const { tools, site, options, work } = bench;
  const rows: Row[] = [];
  let sameWork: SameWork = { problems: [], counts: [] };
  for (let round = 1; round <= options.runs; round += 1) {
    say(`round ${round} of ${options.runs}`);
    for (const tool of tools) await buildClean(rows, tool);
    const check = () => {
      if (round === 1) sameWork = checkClean(bench);
    };
    if (site) await runScenarios(rows, site, check);
    else check();
    await copyForReference(rows, work, 'the input', join(work, 'site', 'content'));
    const output = site?.tool.output ?? tools[0]?.output;
    if (output)
      await copyForReference(rows, work, `the output (${site ? 'dongha-site' : tools[0]?.name})`, output);
  }
  const all = site ? [...tools, site.tool] : tools;
  const outputs = Object.fromEntries(all.map(({ name, output }) => [name, diskSize(output)]));
  return { rows, sameWork, outputs };
}

const versionIn = (path: string): string => JSON.parse(readFileSync(join(repository, path), 'utf8')).version;

function versions(options: BenchOptions): Record<string, string> {
  const found: Record<string, string> = { node: process.version, 'dongha-site': versionIn('package.json') };
  if (options.peers.includes('hugo')) {
    found.hugo = execFileSync('hugo', ['version'], { encoding: 'utf8' }).split(' ')[1] ?? '';
  }
  if (options.peers.includes('eleventy')) {
    const path = 'bench/node_modules/@11ty/eleventy/package.json';
    if (!existsSync(join(repository, path))) throw new Error('first: npm ci --prefix bench');
    found.eleventy = versionIn(path);
  }
  return found;
}

/** Memory is a file system on Linux; elsewhere the disk has its say in the times. */
function workFolder(dir: string | undefined): string {
  const parent = dir ?? (existsSync('/dev/shm') ? '/dev/shm' : tmpdir());
  mkdirSync(parent, { recursive: true });
  return mkdtempSync(join(parent, 'dongha-bench-'));
}

async function benchPreview(options: BenchOptions, work: string): Promise<void> {
  const dir = join(work, 'site');
  say(`writing ${options.corpus.articles} articles`);
  writeCorpus(dir, options.corpus);
  const result = await measurePreview(layOutSite(dir, options.theme, options.corpus), say);
  if (options.json) writeFileSync(options.json, `${JSON.stringify({ options, ...result }, null, 2)}\n`);
  process.stdout.write(`${previewReport(result)}\n`);
}

async function bench(options: BenchOptions, work: string): Promise<void> {
  const known = versions(options);
  const laidOut = layOut(work, options);
  const input = diskSize(join(work, 'site', 'content'));
  const [cpu] = cpus();
  const machine = { cpu: cpu?.model ?? '', cores: cpus().length, memoryGb: Math.round(totalmem() / 2 ** 30) };
  const measured = await runRounds(laidOut);
  const result: Result = { machine, versions: known, options: { ...options }, input, ...measured };
  if (options.json) writeFileSync(options.json, jsonReport(result));
  process.stdout.write(`${markdownReport(result)}\n`);
  if (measured.sameWork.problems.length > 0) process.exitCode = 1;
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const work = workFolder(options.dir);
  const cleanUp = () => {
    if (options.keep) say(`kept ${work}`);
    else rmSync(work, { recursive: true, force: true });
  };
  // A work folder left in /dev/shm holds gigabytes of memory.
  process.once('SIGINT', () => {
    cleanUp();
    process.exit(130);
  });
  try {
    await (options.preview ? benchPreview : bench)(options, work);
  } finally {
    cleanUp();
  }
}

try {
  await main();
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
