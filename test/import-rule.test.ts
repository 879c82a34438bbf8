/** The import rule of ARCHITECTURE.md, read from the source text. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { PROJECT } from './helpers/site.js';

const STAGES = ['scan', 'parse', 'model', 'media', 'plan', 'render', 'publish'];
/** Packages that shape the program: one file each knows them. */
const ONE_PLACE = ['satteri', 'handlebars', 'sharp', 'esbuild', 'js-yaml', 'yaml', 'commander'];
const IO =
  /^(?:node:)?(?:fs|fs\/promises|child_process|http|https|http2|net|os|path|process|readline|stream|tls|worker_threads|dgram|dns|timers|timers\/promises)$/;

interface Import {
  readonly from: string;
  /** A file of src/, or a package. */
  readonly to: string;
  readonly typeOnly: boolean;
}

const SRC = path.join(PROJECT, 'src');
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => file.endsWith('.ts'))
  .sort();
const imports = files.flatMap((file): Import[] => importsOf(file));

function importsOf(file: string): Import[] {
  const text = readFileSync(path.join(SRC, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  const written = [
    ...text.matchAll(/^(?:import|export)\s+(type\s)?([^'";]*?)\s*from\s+'([^']+)'/gm),
    ...text.matchAll(/^import()\s*()'([^']+)'/gm),
    ...text.matchAll(/\bimport()\(()'([^']+)'\)/g),
  ];
  return written.map(([, type, names = '', to = '']) => {
    const inner = /^\{([\s\S]*)\}$/
      .exec(names.trim())?.[1]
      ?.split(',')
      .map((name) => name.trim())
      .filter(Boolean);
    const typeOnly =
      type !== undefined && type !== ''
        ? true
        : inner !== undefined && inner.length > 0 && inner.every((name) => name.startsWith('type '));
    return {
      from: file,
      to: to.startsWith('.') ? path.posix.join(path.posix.dirname(file), to).replace(/\.js$/, '.ts') : to,
      typeOnly,
    };
  });
}

const folderOf = (file: string) => (file.includes('/') ? (file.split('/')[0] ?? '') : '');
const isOwn = ({ to }: Import) => to.endsWith('.ts');
const shown = (list: readonly Import[]) => list.map(({ from, to }) => `${from} → ${to}`);

describe('imports', () => {
  test('are found, and lead to files that there are', () => {
    assert.ok(files.length > 50 && imports.length > 200);
    assert.deepEqual(shown(imports.filter((i) => isOwn(i) && !files.includes(i.to))), []);
  });

  test('of a stage lead to core/ and to itself only', () => {
    const wrong = imports.filter(
      (i) =>
        STAGES.includes(folderOf(i.from)) && isOwn(i) && ![folderOf(i.from), 'core'].includes(folderOf(i.to)),
    );
    assert.deepEqual(shown(wrong), []);
  });

  test('of core/ lead to core/ only, and to nothing that reads or writes', () => {
    const core = imports.filter(({ from }) => folderOf(from) === 'core');
    assert.deepEqual(shown(core.filter((i) => isOwn(i) && folderOf(i.to) !== 'core')), []);
    assert.deepEqual(shown(core.filter(({ to }) => IO.test(to))), []);
    for (const file of files.filter((name) => folderOf(name) === 'core')) {
      assert.doesNotMatch(
        readFileSync(path.join(SRC, file), 'utf8'),
        /\bprocess\.|Date\.now\(|new Date\(\)|Math\.random\(|\bfetch\(/,
        file,
      );
    }
  });

  test('lead to commands/ from the command line and from commands/ only', () => {
    assert.deepEqual(
      shown(
        imports.filter(
          ({ from, to }) => folderOf(to) === 'commands' && folderOf(from) !== 'commands' && from !== 'cli.ts',
        ),
      ),
      [],
    );
  });

  test('of core/types.ts are types only', () => {
    assert.deepEqual(
      shown(imports.filter(({ from, typeOnly }) => from === 'core/types.ts' && !typeOnly)),
      [],
    );
  });

  test('have no circle, types left out', () => {
    const next = new Map(
      files.map((file) => [
        file,
        imports.filter((i) => i.from === file && isOwn(i) && !i.typeOnly).map(({ to }) => to),
      ]),
    );
    const done = new Set<string>();
    const circleFrom = (file: string, open: readonly string[]): string[] | undefined => {
      if (open.includes(file)) return [...open.slice(open.indexOf(file)), file];
      if (done.has(file)) return undefined;
      for (const to of next.get(file) ?? []) {
        const found = circleFrom(to, [...open, file]);
        if (found) return found;
      }
      done.add(file);
      return undefined;
    };
    for (const file of files) assert.equal(circleFrom(file, []), undefined);
  });

  for (const name of ONE_PLACE) {
    test(`of ${name} stand in exactly one file`, () => {
      assert.deepEqual(
        [...new Set(imports.filter(({ to }) => to === name).map(({ from }) => from))].length,
        1,
      );
    });
  }

  test('of packages are all listed in package.json', () => {
    const { dependencies } = JSON.parse(readFileSync(path.join(PROJECT, 'package.json'), 'utf8'));
    const packages = imports
      .filter((i) => !isOwn(i) && !i.to.startsWith('node:') && !i.typeOnly)
      .map(({ to }) => to);
    assert.deepEqual(
      [...new Set(packages)].filter((name) => !(name in dependencies)),
      [],
    );
  });

  test('of built-in modules say so', () => {
    assert.deepEqual(shown(imports.filter(({ to }) => IO.test(to) && !to.startsWith('node:'))), []);
  });
});

test('no stage reads the clock, the environment or the working directory', () => {
  for (const file of files.filter((name) => STAGES.includes(folderOf(name)))) {
    assert.doesNotMatch(
      readFileSync(path.join(SRC, file), 'utf8'),
      /\bDate\.now\(|new Date\(\)|process\.(?:env|cwd)|Math\.random\(/,
      file,
    );
  }
});
