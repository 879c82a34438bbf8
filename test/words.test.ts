/** The words of the theme: a file a language, over which a site puts its own. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { load as readYaml } from 'js-yaml';
import { fill, WORD_NAMES } from '../src/core/words.js';
import { build, load } from './helpers/load.js';
import { article, document, PROJECT, pageText, poll, readTree } from './helpers/site.js';

const FILES = {
  'content/tin/a.md': article({ tags: 'Học Bác' }),
  'content/van-ban/a.md': document({ effective: '1/4/2024' }),
  'content/van-ban/a.pdf': 'x',
  'content/tham-do/a.md': poll({ results: '{participants: 4000, votes: [3001, 999]}' }),
};
const texts = (lang: string) =>
  readYaml(readFileSync(path.join(PROJECT, `templates/words/${lang}.yaml`), 'utf8')) as Record<
    string,
    string
  >;

describe('the words of the theme', () => {
  test('are there in each language, with the same places to fill in', () => {
    const [vi, en] = [texts('vi'), texts('en')];
    assert.deepEqual(Object.keys(vi), [...WORD_NAMES]);
    assert.deepEqual(Object.keys(en), [...WORD_NAMES]);
    const holes = (word = '') =>
      (word.match(/\{\w+\}/g) ?? []).map((hole) => hole.replace('monthName', 'month')).sort();
    for (const name of WORD_NAMES)
      if (!['monthName', 'archiveMonth'].includes(name))
        assert.deepEqual(holes(vi[name]), holes(en[name]), name);
  });

  test('are all used by a template, a script or the plan', () => {
    const used = [...readTree(path.join(PROJECT, 'templates')), ...readTree(path.join(PROJECT, 'src/plan'))]
      .map(([, bytes]) => String(bytes))
      .join('\n');
    for (const name of WORD_NAMES) assert.match(used, new RegExp(`words\\.${name}\\b|: '${name}'`), name);
  });

  test('stand in no template itself', () => {
    for (const [file, bytes] of readTree(path.join(PROJECT, 'templates')))
      if (/\.(?:hbs|js)$/.test(file)) assert.doesNotMatch(String(bytes), /[À-ỹ]/, file);
  });

  test('are the site’s own where it has some, key by key', async (t) => {
    const { page, told } = await build(t, {
      ...FILES,
      'templates/words/vi.yaml': 'otherNews: Tin cùng chuyên mục\n',
    });
    assert.deepEqual(told, []);
    const text = pageText(page('/tin-tuc/2024/a/'));
    assert.match(text, /Tin cùng chuyên mục/);
    assert.match(text, /VĂN BẢN MỚI/);
  });

  test('that the theme does not know are told with the nearest, and so are mistakes in the file', async (t) => {
    const { told, problems } = await load(t, {
      ...FILES,
      'templates/words/vi.yaml': 'otherNew: Tin khác\nprint: [In]\n',
    }).catch((error: Error) => ({ told: [error.message], problems: [] }));
    assert.deepEqual(problems, []);
    assert.match(
      String(told),
      /templates\/words\/vi\.yaml:1:1 settings\/unknown-field; templates\/words\/vi\.yaml:2:\d+ settings\/not-text/,
    );
  });

  test('make an English site of Vietnamese content, with its days and numbers', async (t) => {
    const { page, told } = await build(t, { ...FILES, 'site.yaml': 'lang: en\n' });
    assert.deepEqual(told, []);
    const text = pageText(page('/tin-tuc/2024/a/'));
    assert.match(page('/tin-tuc/2024/a/'), /<html lang="en">/);
    assert.match(text, /10:19, Wednesday, 22 May 2024/);
    assert.match(text, /NEW DOCUMENTS/);
    assert.match(pageText(page('/tham-do-y-kien/a/')), /75\.03%\s+\(votes: 3,001\)/);
    assert.match(pageText(page('/van-ban/a/')), /26 March 2024[\s\S]*1 April 2024/);
    assert.match(pageText(page('/luu-tru/2024/05/')), /Archive of May 2024/);
  });
});

test('a word is filled in where it has a name in braces', () => {
  assert.equal(fill('{n} of {total}', { n: 3 }), '3 of {total}');
});
