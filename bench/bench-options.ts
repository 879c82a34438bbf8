import { parseArgs } from 'node:util';
import type { CorpusOptions } from './corpus.js';
import type { Theme } from './scenarios.js';

export interface BenchOptions {
  readonly corpus: CorpusOptions;
  readonly runs: number;
  readonly peers: readonly string[];
  readonly theme: Theme;
  readonly keep: boolean;
  readonly dir: string | undefined;
  readonly json: string | undefined;
  /** Measure the preview instead of builds. */
  readonly preview: boolean;
}

function count(name: string, text: string, least: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= least) return value;
  throw new Error(`--${name} ${text}: a whole number from ${least} up is needed`);
}

function themeNamed(name: string): Theme {
  if (name === 'small' || name === 'default') return name;
  throw new Error(`--theme ${name}: small or default is needed`);
}

export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      articles: { type: 'string', default: '1000' },
      documents: { type: 'string', default: '0' },
      polls: { type: 'string', default: '0' },
      seed: { type: 'string', default: '1' },
      runs: { type: 'string', default: '3' },
      peers: { type: 'string', default: 'hugo,eleventy' },
      theme: { type: 'string', default: 'small' },
      tags: { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
      dir: { type: 'string' },
      json: { type: 'string' },
      preview: { type: 'boolean', default: false },
    },
  });
  return {
    corpus: {
      articles: count('articles', values.articles, 1),
      documents: count('documents', values.documents, 0),
      polls: count('polls', values.polls, 0),
      seed: count('seed', values.seed, 0),
      tags: values.tags,
    },
    runs: count('runs', values.runs, 1),
    peers: values.peers.split(',').filter((name) => name !== ''),
    theme: themeNamed(values.theme),
    keep: values.keep,
    dir: values.dir,
    json: values.json,
    preview: values.preview,
  };
}
