import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { load } from '../helpers/load.js';
import { article, document } from '../helpers/site.js';

const files = (entries: readonly { readonly file: string }[]) =>
  entries.map(({ file }) => file.replace(/^content\/|\.md$/g, ''));

describe('order', () => {
  test('is newest first, and by path between equals', async (t) => {
    const { site } = await load(t, {
      'content/tin/c.md': article({ timestamp: '22/5/2024' }),
      'content/tin/a.md': article({ timestamp: '22/5/2024' }),
      'content/khac/b.md': article({ timestamp: '0:00 22/5/2024' }),
      'content/tin/moi.md': article({ timestamp: '23/5/2024' }),
      'content/tin/cu.md': article({ timestamp: '21/5/2024' }),
    });
    assert.deepEqual(files(site.articles), ['tin/moi', 'khac/b', 'tin/a', 'tin/c', 'tin/cu']);
  });

  test('of types of document is the Party’s and the State’s; of issuers and tags Vietnamese', async (t) => {
    const { site } = await load(t, {
      'content/van-ban/1.md': document({ number: '1-KH/TU', type: 'Kế hoạch', issuer: 'Ủy ban' }),
      'content/van-ban/2.md': document({
        number: '2-NQ/TU',
        type: 'Nghị quyết',
        issuer: 'Đảng ủy',
        issued: '1/1/2023',
      }),
      'content/van-ban/3.md': document({ number: '3-QĐ/TU', type: 'Quy định', issuer: 'Dân vận' }),
      'content/van-ban/4.md': document({ number: '4-QĐ/TU', type: 'Quyết định', issuer: 'Em' }),
      'content/van-ban/a.pdf': 'x',
      'content/tin/a.md': article({ tags: '[đường, dân, em, phường 10, phường 9]' }),
    });
    assert.deepEqual(
      site.types.map(({ name }) => name),
      ['Nghị quyết', 'Quyết định', 'Quy định', 'Kế hoạch'],
    );
    assert.deepEqual(
      site.issuers.map(({ name }) => name),
      ['Dân vận', 'Đảng ủy', 'Em', 'Ủy ban'],
    );
    assert.deepEqual(
      site.tags.map(({ name }) => name),
      ['dân', 'đường', 'em', 'phường 9', 'phường 10'],
    );
    assert.deepEqual(
      site.years.map(({ name }) => name),
      ['2024', '2023'],
    );
  });

  test('of categories is that of site.yaml, then Vietnamese', async (t) => {
    const { site } = await load(t, {
      'site.yaml': 'categories: [Văn hóa, Kinh tế]\n',
      ...Object.fromEntries(
        ['Đô thị', 'Dân vận', 'Kinh tế'].map((category, i) => [`content/tin/${i}.md`, article({ category })]),
      ),
    });
    assert.deepEqual(
      site.categories.map(({ name }) => name),
      ['Văn hóa', 'Kinh tế', 'Dân vận', 'Đô thị'],
    );
  });
});

describe('two spellings of one name', () => {
  test('are one, spelt as most write it, with a warning for the other', async (t) => {
    const { site, told } = await load(t, {
      'content/tin/a.md': article({ category: 'Uỷ ban', tags: '[Hoà bình, đường phố]' }),
      'content/tin/b.md': article({ category: 'Ủy ban', tags: '[hòa bình, Đường Phố]' }),
      'content/tin/c.md': article({ category: 'Uỷ ban', tags: '[hòa bình]' }),
    });
    assert.deepEqual(
      site.categories.map(({ name, slug, entries }) => [name, slug, entries.length]),
      [['Uỷ ban', 'uy-ban', 3]],
    );
    assert.deepEqual(
      site.tags.map(({ name, entries }) => [name, entries.length]),
      [
        ['Đường Phố', 2],
        ['hòa bình', 3],
      ],
    );
    assert.equal(told.filter((line) => line.endsWith('two-spellings')).length, 3, told.join('\n'));
  });

  test('used alike: with the marks, and not in capitals', async (t) => {
    const { site, told } = await load(t, {
      'content/tin/a.md': article({ category: 'Thoi su', tags: '[HÒA BÌNH]' }),
      'content/tin/b.md': article({ category: 'Thời sự', tags: '[Hòa bình]' }),
    });
    assert.deepEqual([site.categories[0]?.name, site.tags[0]?.name], ['Thời sự', 'Hòa bình']);
    assert.deepEqual(
      told.filter((line) => line.endsWith('two-spellings')).map((line) => line.split(':')[0]),
      ['content/tin/a.md', 'content/tin/a.md'],
    );
  });

  test('are spelt as in site.yaml where it lists the name', async (t) => {
    const { site, told } = await load(t, {
      'site.yaml': 'categories: [{name: Ủy ban, slug: ub}]\n',
      'content/tin/a.md': article({ category: 'Uỷ ban' }),
      'content/tin/b.md': article({ category: 'ỦY BAN' }),
    });
    assert.deepEqual(
      site.categories.map(({ name, address }) => [name, address]),
      [['Ủy ban', '/ub/']],
    );
    assert.equal(told.length, 2);
  });

  test('in NFC and NFD are one spelling', async (t) => {
    const { told } = await load(t, {
      'content/tin/a.md': article({ category: 'Uỷ ban' }),
      'content/tin/b.md': article({ category: 'Uỷ ban' }).normalize('NFD'),
    });
    assert.deepEqual(told, []);
  });

  test('do not depend on which files there are first', async (t) => {
    const names = ['Uỷ ban', 'Ủy ban', 'ủy ban'];
    const chosen = async (order: string[]) =>
      (
        await load(
          t,
          Object.fromEntries(order.map((category, i) => [`content/tin/${i}.md`, article({ category })])),
        )
      ).site.categories.map(({ name }) => name);
    assert.deepEqual(await chosen(names), await chosen([...names].reverse()));
  });

  test('of a withheld article change nothing', async (t) => {
    const { site, told } = await load(t, {
      'content/tin/a.md': article({ category: 'Ủy ban' }),
      'content/tin/b.md': article({ category: 'UỶ BAN', draft: 'có' }),
    });
    assert.deepEqual(
      site.categories.map(({ name }) => name),
      ['Ủy ban'],
    );
    assert.deepEqual(told, []);
  });
});

describe('categories that site.yaml lists', () => {
  test('warn of another one, with the nearest', async (t) => {
    const { told, problems } = await load(t, {
      'site.yaml': 'categories: [Kinh tế]\n',
      'content/tin/a.md': article({ category: 'Kinh tê1' }),
    });
    assert.deepEqual(told, ['content/tin/a.md:4:11 entry/unlisted-category']);
    assert.equal(problems[0]?.params.nearest, 'Kinh tế');
  });

  test('have a page though they have no articles', async (t) => {
    const { site } = await load(t, { 'site.yaml': 'categories: [Kinh tế]\n' });
    assert.deepEqual(
      site.categories.map(({ address, entries }) => [address, entries.length]),
      [['/kinh-te/', 0]],
    );
  });
});
