import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { checkTemplates } from '../../src/render/check-templates.js';
import type { TemplateFiles, TemplateSource } from '../../src/render/load-templates.js';
import { narrow } from '../../src/render/printed.js';
import { buildIn } from '../helpers/load.js';
import { article, testDir, writeFiles } from '../helpers/site.js';

const source = (name: string, text: string): TemplateSource => ({ name, file: name, text, custom: true });
const filesOf = (page: string, partials: Record<string, string>): TemplateFiles => ({
  pages: new Map([['article', source('article', page)]]),
  partials: new Map(Object.entries(partials).map(([name, text]) => [name, source(`partials/${name}`, text)])),
  assets: [],
});
/** What an article's template prints. */
const printed = (page: string, partials: Record<string, string> = {}) =>
  checkTemplates(filesOf(page, partials)).printed.article;

describe('what a template prints of its view', () => {
  test('are the fields that it names, however deep', () => {
    assert.deepEqual(printed('{{title}}{{time.iso}}{{#each others}}{{href}}{{../page.name}}{{/each}}'), {
      title: {},
      time: { iso: {} },
      others: { href: {} },
      page: { name: {} },
    });
    assert.deepEqual(printed('{{#each tags as |tag|}}{{tag.label}}{{@index}}{{/each}}{{others.length}}'), {
      tags: { label: {} },
      others: {},
    });
    assert.deepEqual(printed('{{#if source}}{{@root.summary}}{{else}}{{author}}{{/if}}'), {
      source: {},
      summary: {},
      author: {},
    });
  });

  test('and those that its partials name, in the context in which they are called', () => {
    const own = { own: '{{label}}{{#if href}}x{{/if}}', lay: '{{page.title}}{{> @partial-block}}' };
    assert.deepEqual(printed('{{#> lay}}{{> own category}}{{summary}}{{/lay}}', own), {
      page: { title: {} },
      category: { label: {}, href: {} },
      summary: {},
    });
    assert.deepEqual(printed('{{> own category label=title}}', own), { category: { href: {} }, title: {} });
  });

  test('is all of a value that goes where its fields cannot be followed', () => {
    assert.deepEqual(printed('{{#if (eq category others)}}{{/if}}'), { category: true, others: true });
    assert.deepEqual(printed('{{#each category}}{{this}}{{/each}}'), { category: true });
    assert.equal(printed('{{> own}}', { own: '{{#each tags}}{{> own}}{{/each}}' }), true);
    assert.equal(printed('{{#*inline "own"}}{{title}}{{/inline}}{{> own}}'), true);
  });

  test('is made only when it is printed', () => {
    const view = {
      a: () => 'A',
      b: () => assert.fail('nobody asked'),
      c: [{ d: () => 1, e: () => assert.fail('nobody asked') }],
      f: () => undefined,
    };
    assert.deepEqual(narrow(view, { a: {}, c: { d: {} }, f: {}, g: {} }), { a: 'A', c: [{ d: 1 }] });
    assert.deepEqual(narrow({ a: () => ({ b: () => 1 }), c: null }, true), { a: { b: 1 }, c: null });
  });
});

test('a page is left alone when only what it does not print has changed', async (t) => {
  const written = (summary: string) => ({ 'content/tin-tuc/a.md': article({ summary }, 'Thân bài.') });
  const root = testDir(t, { 'templates/list.hbs': '{{#each items}}{{title}}{{/each}}', ...written('Cũ') });
  const inodeOf = (file: string) => statSync(path.join(root, 'dist', file, 'index.html')).ino;
  await buildIn(root, { cache: 'on' });
  const [list, page] = [inodeOf('tin-tuc'), inodeOf('tin-tuc/2024/a')];
  writeFiles(root, written('Mới'));
  await buildIn(root, { cache: 'on' });
  assert.equal(inodeOf('tin-tuc'), list);
  assert.notEqual(inodeOf('tin-tuc/2024/a'), page);
});
