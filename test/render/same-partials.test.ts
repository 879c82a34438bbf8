import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { compileTemplates, parseTemplate } from '../../src/render/handlebars.js';
import { pageFields } from '../../src/render/same-partials.js';

function fieldsOf(partials: Record<string, string>): readonly string[] | undefined {
  const parsed = Object.entries(partials).map(([name, text]) => {
    const result = parseTemplate(text);
    assert.ok('ast' in result);
    return [name, result.ast] as const;
  });
  return pageFields('x', new Map(parsed));
}

describe('a partial is the same on many pages', () => {
  test('when it depends on what all pages share, and on some fields of the page', () => {
    assert.deepEqual(fieldsOf({ x: '{{site.title}}{{words.home}}{{@root.site.home}}' }), []);
    assert.deepEqual(
      fieldsOf({ x: '{{#each site.menu}}{{label}}{{#if (eq href @root.page.section)}}x{{/if}}{{/each}}' }),
      ['section'],
    );
    assert.deepEqual(
      fieldsOf({ x: '{{#each site.menu}}{{../page.section}}{{> y}}{{/each}}', y: '{{label}}' }),
      ['section'],
    );
    assert.deepEqual(fieldsOf({ x: '{{> y site.poll}}', y: '{{question}}{{@root.words.vote}}' }), []);
  });

  test('but not when it depends on anything else', () => {
    for (const text of [
      '{{title}}',
      '{{#if page.noindex}}{{#each items}}x{{/each}}{{/if}}',
      '{{#each site.menu}}{{../title}}{{/each}}',
      '{{#each site.menu}}{{@root.title}}{{/each}}',
      '{{#each site.menu}}{{else}}{{title}}{{/each}}',
      '{{url title}}',
      '{{> y}}',
      '{{> site a=title}}',
      '{{> @partial-block}}',
      '{{@index}} {{site.title}}',
    ])
      assert.equal(fieldsOf({ x: text, y: '{{title}}', site: 'x' }), undefined, text);
  });

  test('and then pages get the same text as if it were drawn for each', () => {
    const draw = compileTemplates({
      pages: new Map([['p', '{{> x}} {{#each items}}{{> x}}{{/each}}']]),
      partials: new Map([['x', '{{site.title}}{{page.section}}{{page.list.length}}']]),
    });
    const page = (section: string) =>
      draw('p', {
        site: { title: 'T' },
        page: { section, list: [1] },
        items: [{ page: { section: 'in' } }, 0],
      });
    assert.deepEqual([page('a'), page('b'), page('a')], ['Ta1 in', 'Tb1 in', 'Ta1 in']);
  });
});
