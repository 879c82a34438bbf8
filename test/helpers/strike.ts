import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { cli, type Finished } from './cli.js';
import { writeFiles } from './site.js';

/** Counts the changes that the process makes in a folder, and at one of them is killed or finds the disk full. */
const SCRIPT = `
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const { STRIKE_IN: folder, STRIKE_AT: at, STRIKE_DEED: deed } = process.env;
const files = new Map();
let count = 0;
const half = (content) => content.slice(0, content.length / 2);
const torn = {
  openSync: (real, args) => real(...args),
  writeFileSync: (real, [file, content, ...rest]) => file.endsWith('lock') || real(file, half(content), ...rest),
  writevSync: (real, [file, pieces]) => real(file, half(pieces)),
  appendFileSync: (real, [file, content]) => real(file, half(content)),
  writeSync: (real, [file, bytes, offset = 0, length = bytes.length]) =>
    typeof bytes !== 'string' && real(file, bytes, offset, length >> 1),
};
const deeds = {
  kill(name, real, args) {
    torn[name]?.(real, args);
    process.kill(process.pid, 'SIGKILL');
    for (;;);
  },
  full(name, real, args) {
    const done = torn[name](real, args);
    if (name === 'writevSync') return done;
    throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
  },
};
const others = deed === 'kill' ? ['copyFileSync', 'mkdirSync', 'renameSync', 'rmSync', 'rmdirSync'] : [];
for (const name of [...Object.keys(torn), ...others]) {
  const real = fs[name];
  fs[name] = (...args) => {
    const file = typeof args[0] === 'number' ? files.get(args[0]) : String(args[name === 'copyFileSync' ? 1 : 0]);
    const isRead = name === 'openSync' && args[1] === 'r';
    if (!isRead && file?.startsWith(folder) && ++count === Number(at)) return deeds[deed](name, real, args);
    const result = real(...args);
    if (name === 'openSync') files.set(result, file);
    return result;
  };
}
syncBuiltinESMExports();
process.on('exit', () => fs.writeSync(2, 'changes: ' + count));
`;

export interface Strike {
  /** Absolute path of the folder whose changes are counted. */
  readonly folder: string;
  /** Which change is struck, from 1; none with 0. */
  readonly at: number;
  readonly deed: 'kill' | 'full';
}

/** Runs the command line, and strikes it down at one of the changes that it makes in a folder. */
export async function struckCli(
  args: readonly string[],
  root: string,
  { folder, at, deed }: Strike,
): Promise<Finished & { readonly changes: number }> {
  writeFiles(root, { 'strike.mjs': SCRIPT });
  const NODE_OPTIONS = `--import=${pathToFileURL(path.join(root, 'strike.mjs'))}`;
  const env = { NODE_OPTIONS, STRIKE_IN: folder, STRIKE_AT: String(at), STRIKE_DEED: deed };
  const result = await cli(args, { env });
  return { ...result, changes: Number(/changes: (\d+)/.exec(result.stderr)?.[1]) };
}
