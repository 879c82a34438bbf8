import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { build, load } from '../helpers/load.js';
import { document } from '../helpers/site.js';

const PDF = { 'content/van-ban/a.pdf': 'x' };
const one = (number: string, fields: Record<string, string> = {}, body = '') =>
  document({ number, ...fields }, body);

/** The status of the document in `x.md`, beside others. */
async function statusOf(
  t: Parameters<typeof load>[0],
  fields: Record<string, string>,
  others: Record<string, Record<string, string>> = {},
) {
  const files = Object.entries(others).map(([number, f], i) => [`content/van-ban/o${i}.md`, one(number, f)]);
  const { site } = await load(t, {
    ...PDF,
    'content/van-ban/x.md': one('10-KH/TU', { issued: '1/1/2020', ...fields }),
    ...Object.fromEntries(files),
  });
  return site.relations.get('content/van-ban/x.md')?.status;
}

describe('the status of a document', () => {
  test('is not printed when nothing settles it', async (t) => {
    assert.equal(await statusOf(t, {}), undefined);
    assert.equal(await statusOf(t, {}, { '11-KH/TU': { related: '[10-KH/TU]' } }), undefined);
    const { page } = await build(t, { ...PDF, 'content/van-ban/x.md': one('10-KH/TU') });
    assert.doesNotMatch(page('/van-ban/x/'), /hiệu lực/);
  });

  test('follows `effective` and `expires`, day by day', async (t) => {
    assert.equal(await statusOf(t, { effective: '2/6/2024' }), 'pending');
    assert.equal(await statusOf(t, { effective: '1/6/2024' }), 'in-force');
    assert.equal(await statusOf(t, { expires: '2/6/2024' }), 'in-force');
    assert.equal(await statusOf(t, { expires: '1/6/2024' }), 'expired');
    assert.equal(await statusOf(t, { effective: '1/1/2020', expires: '1/1/2021' }), 'expired');
  });

  test('is what `status` says, in any of its words', async (t) => {
    for (const [word, status] of [
      ['Ngưng hiệu lực', 'suspended'],
      ['con hieu luc', 'in-force'],
      ['Hết hiệu lực một phần', 'partly-expired'],
      ['expired', 'expired'],
      ['Chưa có hiệu lực', 'pending'],
    ] as const) {
      assert.equal(await statusOf(t, { status: word, expires: '1/1/2021' }), status);
    }
  });

  test('is expired when another document that is in force replaces or repeals it', async (t) => {
    assert.equal(await statusOf(t, {}, { '11-KH/TU': { replaces: '[10-KH/TU]' } }), 'expired');
    assert.equal(await statusOf(t, {}, { '11-KH/TU': { repeals: '[10-KH/TU]' } }), 'expired');
    assert.equal(
      await statusOf(
        t,
        { effective: '1/1/2020' },
        { '11-KH/TU': { replaces: '[10-KH/TU]', effective: '2/6/2024' } },
      ),
      'in-force',
    );
    assert.equal(
      await statusOf(t, {}, { '11-KH/TU': { replaces: '[10-KH/TU]', effective: '1/6/2024' } }),
      'expired',
    );
  });

  test('is partly expired when another document that is in force amends it', async (t) => {
    assert.equal(await statusOf(t, {}, { '11-KH/TU': { amends: '[10-KH/TU]' } }), 'partly-expired');
    assert.equal(
      await statusOf(t, {}, { '11-KH/TU': { amends: '[10-KH/TU]', effective: '2/6/2024' } }),
      undefined,
    );
    assert.equal(
      await statusOf(t, { expires: '1/1/2021' }, { '11-KH/TU': { amends: '[10-KH/TU]' } }),
      'expired',
    );
  });

  test('does not follow a withheld document', async (t) => {
    assert.equal(await statusOf(t, {}, { '11-KH/TU': { replaces: '[10-KH/TU]', draft: 'có' } }), undefined);
  });

  test('prints in Vietnamese', async (t) => {
    const { page } = await build(t, {
      ...PDF,
      'content/van-ban/x.md': one('10-KH/TU', { expires: '1/1/2025' }),
    });
    assert.match(page('/van-ban/x/'), /<dt>Tình trạng hiệu lực<\/dt><dd>Còn hiệu lực<\/dd>/);
    assert.match(page('/van-ban/'), /Còn hiệu lực/);
  });
});
