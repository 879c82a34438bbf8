import { appendFileSync, cpSync } from 'node:fs';
import path from 'node:path';
import type { TestContext } from 'node:test';
import { type Built, buildIn } from './load.js';
import { PROJECT, testDir } from './site.js';

/** The sample site of this repository, built for a fixed moment; `settings` are lines behind its `site.yaml`. */
export function buildSample(t: Pick<TestContext, 'after'>, settings = ''): Promise<Built> {
  const root = testDir(t);
  for (const part of ['content', 'site.yaml', 'redirects.csv'])
    cpSync(path.join(PROJECT, part), path.join(root, part), { recursive: true });
  appendFileSync(path.join(root, 'site.yaml'), settings);
  return buildIn(root, { now: Date.parse('2025-10-01T08:00:00+07:00') });
}
