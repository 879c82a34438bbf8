import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { build } from '../helpers/load.js';
import { article, document, PROJECT } from '../helpers/site.js';

const PICTURE = readFileSync(path.join(PROJECT, 'content/hinh-anh/thu-vien.jpg'));
const SITE =
  'title: Đông Hà\nbaseUrl: https://x.github.io/dong-ha/\norganisation: {name: Thành ủy Đông Hà, parent: Đảng bộ tỉnh, phone: 0233 1}\n';
const FILES = {
  'content/tin/a.md': article({
    title: 'Học & "làm" </script> theo',
    summary: 'Sapo',
    author: 'Lê An',
    updated: '23/5/2024',
    tags: 'Học Bác',
    source: '{name: Báo, url: "https://example.org/x"}',
    image: '{src: a.jpg, alt: Thư viện}',
  }),
  'content/tin/a.jpg': PICTURE,
  'content/tin/tron.md': article({ title: 'Tin trơn', timestamp: '1/5/2024' }, ''),
  'content/van-ban/v.md': document(),
  'content/van-ban/a.pdf': 'x',
};

/** name or property → content. */
function metas(html: string): Record<string, string> {
  return Object.fromEntries(
    [...html.matchAll(/<meta (?:name|property)="([^"]+)" content="([^"]*)">/g)].map(([, name, content]) => [
      name,
      content,
    ]),
  );
}

interface Part {
  readonly '@type': string;
  readonly [name: string]: unknown;
}

function data(html: string): Part[] {
  const blocks = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)];
  return blocks.flatMap(([, json]) => {
    const value = JSON.parse(json ?? '');
    return value['@graph'] ?? [value];
  });
}

describe('metadata', () => {
  test('of an article say what its fields say', async (t) => {
    const { page } = await build(t, { 'site.yaml': SITE, ...FILES });
    // The hash of its bytes, in the name of the picture that is shared, depends on the library that wrote them.
    const html = page('/tin-tuc/2024/a/').replace(/a\.[\w-]{10}\.1200\.jpg/g, 'a.#.1200.jpg');
    const address = 'https://x.github.io/dong-ha/tin-tuc/2024/a/';
    const { viewport: _, 'color-scheme': __, ...told } = metas(html);
    assert.deepEqual(told, {
      description: 'Sapo',
      'og:title': 'Học &amp; &quot;làm&quot; &lt;/script&gt; theo',
      'og:type': 'article',
      'og:site_name': 'Đông Hà',
      'og:locale': 'vi_VN',
      'og:description': 'Sapo',
      'og:url': address,
      'og:image': 'https://x.github.io/dong-ha/tep/_/tin/a.#.1200.jpg',
      'og:image:width': told['og:image:width'],
      'og:image:height': told['og:image:height'],
      'og:image:alt': 'Thư viện',
      'article:published_time': '2024-05-22T10:19:00+07:00',
      'article:modified_time': '2024-05-23',
      'DC.title': 'Học &amp; &quot;làm&quot; &lt;/script&gt; theo',
      'DC.creator': 'Lê An',
      'DC.date': '2024-05-22T10:19:00+07:00',
      'DC.description': 'Sapo',
      'DC.publisher': 'Thành ủy Đông Hà',
      'DC.identifier': address,
    });
    const [news, crumbs, ...more] = data(html);
    assert.deepEqual(more, []);
    assert.deepEqual(news, {
      '@type': 'NewsArticle',
      headline: 'Học & "làm" </script> theo',
      url: address,
      description: 'Sapo',
      datePublished: '2024-05-22T10:19:00+07:00',
      dateModified: '2024-05-23',
      image: 'https://x.github.io/dong-ha/tep/_/tin/a.#.1200.jpg',
      author: { name: 'Lê An' },
      publisher: { '@type': 'GovernmentOrganization', name: 'Thành ủy Đông Hà' },
      articleSection: 'Tin tức',
      keywords: ['Học Bác'],
      isBasedOn: 'https://example.org/x',
      inLanguage: 'vi',
      isPartOf: { '@type': 'WebSite', name: 'Đông Hà', url: 'https://x.github.io/dong-ha/' },
    });
    assert.deepEqual(crumbs?.itemListElement, [
      { '@type': 'ListItem', position: 1, name: 'Trang chủ', item: 'https://x.github.io/dong-ha/' },
      { '@type': 'ListItem', position: 2, name: 'Tin tức', item: 'https://x.github.io/dong-ha/tin-tuc/' },
      { '@type': 'ListItem', position: 3, name: 'Học & "làm" </script> theo', item: address },
    ]);
  });

  test('say nothing that no field says, and no address without baseUrl', async (t) => {
    const { page } = await build(t, FILES);
    const { viewport: _, 'color-scheme': __, ...told } = metas(page('/tin-tuc/2024/tron/'));
    assert.deepEqual(told, {
      'og:title': 'Tin trơn',
      'og:type': 'article',
      'og:site_name': 'Trang tin',
      'og:locale': 'vi_VN',
      'article:published_time': '2024-05-01',
      'DC.title': 'Tin trơn',
      'DC.date': '2024-05-01',
    });
    assert.deepEqual(data(page('/tin-tuc/2024/tron/')), [
      {
        '@type': 'NewsArticle',
        headline: 'Tin trơn',
        datePublished: '2024-05-01',
        articleSection: 'Tin tức',
        inLanguage: 'vi',
      },
    ]);
    assert.doesNotMatch(page('/tin-tuc/2024/a/'), /og:image|canonical|og:url/);
  });

  test('of a document are its number, issuer and day; of the front page the body', async (t) => {
    const { page } = await build(t, { 'site.yaml': SITE, ...FILES });
    const {
      'DC.identifier': identifier,
      'DC.creator': creator,
      'DC.date': date,
    } = metas(page('/van-ban/v/'));
    assert.deepEqual(
      { identifier, creator, date },
      { identifier: '214-KH/TU', creator: 'Thành ủy Đông Hà', date: '2024-03-26' },
    );
    assert.deepEqual(data(page('/')), [
      {
        '@context': 'https://schema.org',
        '@type': 'GovernmentOrganization',
        name: 'Thành ủy Đông Hà',
        url: 'https://x.github.io/dong-ha/',
        parentOrganization: { '@type': 'GovernmentOrganization', name: 'Đảng bộ tỉnh' },
        telephone: '0233 1',
      },
    ]);
  });
});
