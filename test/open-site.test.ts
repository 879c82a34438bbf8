import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { openSite } from '../src/open-site.js';
import { ANY } from '../src/scan/listing.js';
import type { Loading } from '../src/site.js';
import { NOW } from './helpers/load.js';
import { article, testDir, writeFiles } from './helpers/site.js';

const titles = ({ loaded }: Loading) => loaded?.site.articles.map(({ fields }) => fields.title).sort();

test('what is edited while the settings cannot be used is read once they can', async (t) => {
  const names = ['a', 'b', 'c', 'd'];
  const files = names.map((name) => [`content/tin/${name}.md`, article({ title: `Tin ${name}` })]);
  const settings = { 'site.yaml': 'title: Trang\n' };
  const root = testDir(t, { ...Object.fromEntries(files), ...settings });
  const options = { root, now: NOW, jobs: 1 };
  const build = openSite(options);
  await build.load();
  await build.close();

  const preview = openSite(options);
  await preview.load();
  const settingsDirty = [root, new Set(['site.yaml'])] as const;
  writeFiles(root, { 'site.yaml': 'title: [\n' });
  assert.equal((await preview.load(new Map([settingsDirty]))).loaded, undefined);
  writeFiles(root, { ...settings, 'content/tin/c.md': article({ title: 'Tin mới' }) });
  const dirty = new Map([settingsDirty, [path.join(root, 'content/tin'), new Set(['c.md', ANY])] as const]);
  assert.deepEqual(titles(await preview.load(dirty)), ['Tin a', 'Tin b', 'Tin d', 'Tin mới']);
  await preview.close();
});
