import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { build, load } from '../helpers/load.js';
import { article, document } from '../helpers/site.js';

const PDF = { 'content/van-ban/a.pdf': 'x' };
const one = (number: string, fields: Record<string, string> = {}, body = '') =>
  document({ number, ...fields }, body);

describe('relations between documents', () => {
  test('stand on both pages', async (t) => {
    const { page, told } = await build(t, {
      ...PDF,
      'content/van-ban/cu.md': one('10-KH/TU', { summary: 'về việc cũ' }),
      'content/van-ban/moi.md': one('11-KH/TU', {
        summary: 'về việc mới',
        replaces: '[10-KH/TU]',
        amends: '[12-KH/TU]',
        repeals: '[13-KH/TU]',
        related: '[14-KH/TU]',
      }),
      ...Object.fromEntries(
        ['12', '13', '14'].map((n) => [
          `content/van-ban/${n}.md`,
          one(`${n}-KH/TU`, { summary: `văn bản ${n}` }),
        ]),
      ),
    });
    assert.deepEqual(told, []);
    for (const [label, target] of [
      ['Thay thế', '10-KH/TU về việc cũ'],
      ['Sửa đổi, bổ sung', '12-KH/TU văn bản 12'],
      ['Bãi bỏ', '13-KH/TU văn bản 13'],
      ['Văn bản liên quan', '14-KH/TU văn bản 14'],
    ]) {
      assert.match(page('/van-ban/moi/'), new RegExp(`${label}[\\s\\S]{0,120}>${target}</a>`));
    }
    for (const [address, label] of [
      ['cu', 'Được thay thế bởi'],
      ['12', 'Được sửa đổi, bổ sung bởi'],
      ['13', 'Bị bãi bỏ bởi'],
      ['14', 'Văn bản liên quan'],
    ]) {
      assert.match(
        page(`/van-ban/${address}/`),
        new RegExp(`${label}[\\s\\S]{0,120}<a href="/van-ban/moi/">11-KH/TU về việc mới</a>`),
      );
    }
  });

  test('to documents that the site does not hold are printed as written', async (t) => {
    const { page, told } = await build(t, {
      ...PDF,
      'content/van-ban/x.md': one('10-KH/TU', { replaces: '[Luật Đất đai, 99-KH/TU ngày 1/1/2001]' }),
    });
    assert.deepEqual(told, []);
    assert.match(page('/van-ban/x/'), /<li>99-KH\/TU ngày 1\/1\/2001<\/li>/);
  });

  test('by a number that two bear need its day', async (t) => {
    const files = {
      ...PDF,
      'content/van-ban/a.md': one('10-KH/TU', { issued: '1/1/2020' }),
      'content/van-ban/b.md': one('10-KH/TU', { issued: '1/1/2021' }),
    };
    const from = (replaces: string) => ({ ...files, 'content/van-ban/x.md': one('11-KH/TU', { replaces }) });
    assert.deepEqual((await load(t, from('[10-KH/TU]'))).told, [
      'content/van-ban/x.md:8:12 document/ambiguous-reference',
    ]);
    const { site, told } = await load(t, from('[10-KH/TU ngày 1/1/2021]'));
    assert.deepEqual(told, []);
    assert.equal(
      site.relations.get('content/van-ban/x.md')?.replaces[0]?.document?.file,
      'content/van-ban/b.md',
    );
  });

  test('never lead to the document itself', async (t) => {
    assert.deepEqual(
      (await load(t, { ...PDF, 'content/van-ban/x.md': one('10-KH/TU', { replaces: '[10-KH/TU]' }) })).told,
      ['content/van-ban/x.md:8:12 document/refers-to-itself'],
    );
  });

  test('are known under every spelling of a number', async (t) => {
    const { site } = await load(t, {
      ...PDF,
      'content/van-ban/a.md': one('42/2022/NĐ-CP', { type: 'Nghị định' }),
      'content/van-ban/x.md': one('11-KH/TU', { replaces: '["Số: 42/2022/NÐ–CP"]' }),
    });
    assert.equal(site.relations.get('content/van-ban/a.md')?.status, 'expired');
  });
});

describe('a document', () => {
  test('that another names twice is one', async (t) => {
    const { site } = await load(t, {
      ...PDF,
      'content/van-ban/a.md': one('10-KH/TU'),
      'content/van-ban/x.md': one('11-KH/TU', {
        repeals: '[10-KH/TU, 10 – KH/TU, 12-KH/TU]',
        issued: '1/5/2024',
      }),
    });
    assert.equal(site.relations.get('content/van-ban/x.md')?.repeals.length, 2);
    assert.equal(site.relations.get('content/van-ban/a.md')?.repealedBy.length, 1);
  });

  test('is told twice when issuer, number and day are the same', async (t) => {
    const files = {
      ...PDF,
      'content/van-ban/a.md': one('10-KH/TU', { issuer: 'Thành ủy' }),
      'content/van-ban/b.md': one('10 – KH/TU', { issuer: 'Thành uỷ' }),
    };
    assert.ok((await load(t, files)).told.includes('content/van-ban/b.md:2:9 document/twice'));
    const other = {
      ...files,
      'content/van-ban/b.md': one('10-KH/TU', { issuer: 'Thành ủy', issued: '27/3/2024' }),
    };
    assert.deepEqual((await load(t, other)).told, []);
  });
});

describe('a document number in a text', () => {
  const linked = async (t: Parameters<typeof load>[0], text: string, documents: Record<string, string>) => {
    const { page } = await build(t, { ...PDF, ...documents, 'content/tin/a.md': article({}, text) });
    return /<div class="prose">\s*<p>([\s\S]*?)<\/p>/.exec(page('/tin-tuc/2024/a/'))?.[1];
  };
  const twice = {
    'content/van-ban/a.md': one('10-KH/TU', { issued: '1/1/2020' }),
    'content/van-ban/b.md': one('10-KH/TU', { issued: '1/1/2021' }),
  };

  test('becomes a link when one document of the site bears it', async (t) => {
    const documents = { 'content/van-ban/a.md': one('10-KH/TU', { issued: '1/1/2020' }) };
    assert.equal(
      await linked(t, 'Kế hoạch số 10 – KH/TU và 11-KH/TU', documents),
      'Kế hoạch số <a href="/van-ban/a/">10 – KH/TU</a> và 11-KH/TU',
    );
    assert.equal(
      await linked(t, '10-KH/TU ngày 1/1/2020', documents),
      '<a href="/van-ban/a/">10-KH/TU</a> ngày 1/1/2020',
    );
    assert.equal(await linked(t, '10-KH/TU ngày 2/1/2020', documents), '10-KH/TU ngày 2/1/2020');
  });

  test('that two bear becomes a link when the date beside it decides', async (t) => {
    assert.equal(await linked(t, '10-KH/TU', twice), '10-KH/TU');
    assert.equal(
      await linked(t, '10-KH/TU, ngày 01/01/2021', twice),
      '<a href="/van-ban/b/">10-KH/TU</a>, ngày 01/01/2021',
    );
  });

  test('of a withheld document stays text', async (t) => {
    assert.equal(
      await linked(t, '10-KH/TU', { 'content/van-ban/a.md': one('10-KH/TU', { draft: 'có' }) }),
      '10-KH/TU',
    );
  });

  test('puts the article on the document’s page, once, newest first', async (t) => {
    const { page, site } = await build(t, {
      ...PDF,
      'content/van-ban/x.md': one('10-KH/TU', {}, 'Văn bản 10-KH/TU này.'),
      'content/tin/a.md': article({ title: 'Tin một' }, '10-KH/TU và 10-KH/TU'),
      'content/tin/b.md': article({ title: 'Tin hai', timestamp: '23/5/2024' }, '10-KH/TU'),
    });
    assert.deepEqual(
      site.relations.get('content/van-ban/x.md')?.citedBy.map(({ fields }) => fields.title),
      ['Tin hai', 'Tin một'],
    );
    assert.match(page('/van-ban/x/'), /Tin, bài có nhắc đến văn bản này[\s\S]*Tin hai[\s\S]*Tin một/);
    assert.match(page('/van-ban/x/'), /Văn bản 10-KH\/TU này/);
  });
});
