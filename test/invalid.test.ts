/**
 * Wrong inputs, a folder each under test/invalid/, with the whole report that an editor gets, in both languages.
 * `UPDATE=1 npm test` writes the reports anew; read the difference before committing it.
 */
import assert from 'node:assert/strict';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { type Code, isError, messages } from '../src/core/problem.js';
import { publishSite } from '../src/publish-site.js';
import { prettyProblems } from '../src/report/pretty.js';
import { inOrder, sources } from '../src/report/sources.js';
import { loadSite } from '../src/site.js';
import { PROJECT } from './helpers/site.js';

const FOLDER = path.join(PROJECT, 'test/invalid');
const NOW = Date.parse('2024-06-01T08:00:00+07:00');
const seen = new Set<string>();

describe('wrong inputs are told to an editor', () => {
  for (const name of readdirSync(FOLDER).sort()) {
    test(name, async () => {
      const report = await reportOf(path.join(FOLDER, name));
      const expected = path.join(FOLDER, name, 'expected.txt');
      if (process.env.UPDATE) writeFileSync(expected, report);
      assert.equal(report, existsSync(expected) ? readFileSync(expected, 'utf8') : '');
    });
  }
  after(() => {
    // Mistakes in a value are told alike for entries and settings: one of the two has to be shown.
    const shown = (code: Code) => seen.has(code) || seen.has(code.replace('settings/', 'front-matter/'));
    // It takes a file that vanishes during the run; test/read-entries.test.ts makes one.
    seen.add('file/changed');
    const missing = (Object.keys(messages) as Code[]).filter((code) => !shown(code));
    assert.deepEqual(missing, [], 'codes that no folder under test/invalid/ shows');
  });
});

/** Builds a copy of the folder twice where `edit/` holds what changes between the two builds. */
async function reportOf(folder: string): Promise<string> {
  const root = mkdtempSync(path.join(tmpdir(), 'dongha-'));
  try {
    cpSync(folder, root, { recursive: true, filter: (file) => !/expected\.txt$/.test(file) });
    makeFiles(root);
    if (existsSync(path.join(root, 'edit'))) {
      await problemsOf(root);
      for (const file of readdirSync(path.join(root, 'edit'))) {
        if (file === 'remove.txt')
          for (const gone of readFileSync(path.join(root, 'edit', file), 'utf8')
            .trim()
            .split('\n'))
            rmSync(path.join(root, gone));
        else cpSync(path.join(root, 'edit', file), path.join(root, file), { recursive: true });
      }
    }
    const problems = await problemsOf(root);
    for (const { code } of problems) seen.add(code);
    const look = sources(root);
    const placed = inOrder(problems.map(look.place));
    return `${prettyProblems(placed, 'vi', look, false)}\n${'─'.repeat(60)}\n\n${prettyProblems(placed, 'en', look, false)}`;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Files that cannot stand in the repository: `made.json` gives the text of each, or how many zero bytes it holds. */
function makeFiles(root: string): void {
  const list = path.join(root, 'made.json');
  if (!existsSync(list)) return;
  for (const [name, content] of Object.entries<string | number>(JSON.parse(readFileSync(list, 'utf8')))) {
    const file = path.join(root, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, typeof content === 'string' ? content : '');
    if (typeof content === 'number') truncateSync(file, content);
  }
}

async function problemsOf(root: string) {
  const loading = await loadSite({ root, now: NOW });
  if (!loading.loaded || loading.problems.some(isError)) return loading.problems;
  const published = await publishSite(root, loading.loaded, { out: path.join(root, 'dist') });
  return [...loading.problems, ...('refused' in published ? [published.refused] : published.problems)];
}
