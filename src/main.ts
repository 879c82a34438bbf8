import { VERSION } from './version.js';

/** Runs the command line and returns the exit code. The version alone, for which scripts ask, needs none of it. */
export async function main(argv: readonly string[]): Promise<number> {
  const asked = argv.slice(2).join(' ');
  if (asked === '--version' || asked === '-V') {
    process.stdout.write(`${VERSION}\n`);
    return 0;
  }
  const { runCommandLine } = await import('./cli.js');
  return runCommandLine(argv);
}
