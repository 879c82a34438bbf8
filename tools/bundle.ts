/**
 * Puts the program's own modules together, for a run loads a hundred of them: a few files start in half the time. Packages
 * stay where they are. `tsc` has compiled `src/` to `build/src/`, which tests import; users get `build/program/`.
 */
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const compiled = fileURLToPath(new URL('../src', import.meta.url));
const outdir = fileURLToPath(new URL('../program', import.meta.url));

rmSync(outdir, { recursive: true, force: true });
await build({
  entryPoints: { main: `${compiled}/main.js`, worker: `${compiled}/workers/worker.js` },
  outdir,
  bundle: true,
  // What commands and threads load only when they need it stays in files of its own.
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  logLevel: 'warning',
});
