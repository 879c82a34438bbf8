/** A real Chromium. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PATHS = [
  process.env.CHROMIUM ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const CHROMIUM = PATHS.find((file) => file !== '' && existsSync(file));

/** Why tests in a browser are skipped: on a machine without one, but never in CI. */
export const skip = CHROMIUM || process.env.CI ? false : 'no Chromium here; CHROMIUM may name one';

export function openBrowser(): Promise<Browser> {
  if (!CHROMIUM) throw new Error(`No Chromium: set CHROMIUM, or install one of ${PATHS.slice(1).join(', ')}`);
  return chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
}
