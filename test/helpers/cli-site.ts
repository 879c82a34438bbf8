import { existsSync } from 'node:fs';
import path from 'node:path';
import { cli } from './cli.js';
import { article, type Files, readTree, testDir } from './site.js';

export const NOW = ['--now', '2024-06-01T08:00:00+07:00'];
export const GOOD = { 'content/tin/a.md': article() };
export const BROKEN = {
  ...GOOD,
  'content/tin/b.md': article({ title: 'Tin hỏng' }, 'Xem [bài](khong-co.md).'),
};
export const WARNED = { 'content/tin/a.md': article({}, 'Một <b>hai</b>.') };

/** Runs a command on a site made of these files. */
export async function on(
  t: Parameters<typeof testDir>[0],
  files: Files,
  command: string,
  ...options: string[]
) {
  const root = testDir(t, files);
  return { root, ...(await cli([command, root, ...NOW, ...options])) };
}

export const dist = (root: string) =>
  existsSync(path.join(root, 'dist')) ? [...readTree(path.join(root, 'dist')).keys()] : [];
