import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { variantWidths } from '../../src/plan/pictures.js';
import { deadLinks } from '../helpers/links.js';
import { build, buildIn } from '../helpers/load.js';
import { jpeg, look, picture, variants, withoutHash } from '../helpers/pictures.js';
import { article, writeFiles } from '../helpers/site.js';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="8"/>';

describe('a picture in the text', () => {
  test('comes in several widths, as WebP and for old browsers, and keeps its place', async (t) => {
    const { dist, page } = await build(t, {
      'content/tin/a.md': article({}, '![Cánh đồng](anh.jpg)'),
      'content/tin/anh.jpg': await jpeg(1000, 500),
    });
    assert.deepEqual(variants(dist), [
      'tep/_/tin/anh.#.1000.jpg',
      'tep/_/tin/anh.#.1000.webp',
      'tep/_/tin/anh.#.480.jpg',
      'tep/_/tin/anh.#.480.webp',
      'tep/_/tin/anh.#.800.jpg',
      'tep/_/tin/anh.#.800.webp',
    ]);
    const html = page('/tin-tuc/2024/a/');
    const set = (ending: string) =>
      [480, 800, 1000].map((width) => `/tep/_/tin/anh.#.${width}.${ending} ${width}w`).join(', ');
    const sizes = 'sizes="(min-width: 48rem) 45rem, 100vw"';
    assert.equal(
      withoutHash(/<picture>.*<\/picture>/.exec(html)?.[0] ?? ''),
      `<picture><source type="image/webp" srcset="${set('webp')}" ${sizes}>` +
        `<img src="/tep/_/tin/anh.#.800.jpg" srcset="${set('jpg')}" ${sizes} alt="Cánh đồng" ` +
        'width="1000" height="500" loading="lazy" decoding="async"></picture>',
    );
    for (const [file, bytes] of dist) {
      const [, width, ending] = /\.(\d+)\.(jpg|webp)$/.exec(file) ?? [];
      if (width)
        assert.equal(
          await look(bytes),
          `${ending === 'jpg' ? 'jpeg' : ending} ${width}×${Number(width) / 2}`,
        );
    }
    assert.deepEqual(deadLinks(dist, ''), []);
  });

  test('stands right side up, and carries nothing that the camera wrote', async (t) => {
    const lying = await picture(600, 300)
      .withExif({ IFD3: { GPSLatitude: '16/1 49/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const { dist, page } = await build(t, {
      'content/tin/a.md': article({}, '![Lễ hội](anh.jpg)'),
      'content/tin/anh.jpg': lying,
    });
    assert.match(page('/tin-tuc/2024/a/'), /width="300" height="600"/);
    const made = [...dist].filter(([file]) => file.startsWith('tep/'));
    assert.equal(made.length, 2);
    for (const [, bytes] of made) {
      assert.match(await look(bytes), /300×600/);
      assert.ok(!bytes.includes('Exif'));
    }
  });

  test('that lets the ground through stays so in old browsers; one that does not becomes a JPEG', async (t) => {
    const { dist } = await build(t, {
      'content/tin/a.md': article({}, '![a](kinh.png) ![b](bang.png)'),
      'content/tin/kinh.png': await picture(90, 60, 4).png().toBuffer(),
      'content/tin/bang.png': await picture(90, 60).png().toBuffer(),
    });
    assert.deepEqual(variants(dist), [
      'tep/_/tin/bang.#.90.jpg',
      'tep/_/tin/bang.#.90.webp',
      'tep/_/tin/kinh.#.90.png',
      'tep/_/tin/kinh.#.90.webp',
    ]);
  });

  test('that is drawn or moves is copied as it is', async (t) => {
    const gif = await picture(20, 10).gif().toBuffer();
    const { dist, page } = await build(t, {
      'content/tin/a.md': article({}, '![a](hinh.svg) ![b](dong.gif)'),
      'content/tin/hinh.svg': SVG,
      'content/tin/dong.gif': gif,
    });
    assert.deepEqual(variants(dist), ['tep/tin/dong.gif', 'tep/tin/hinh.svg']);
    assert.match(page('/tin-tuc/2024/a/'), /<img src="\/tep\/tin\/hinh\.svg" alt="a" width="9" height="8"/);
  });

  test('is itself published only where something leads to it', async (t) => {
    const { dist } = await build(t, {
      'content/tin/a.md': article({}, '![a](mot.jpg) ![b](hai.jpg)'),
      'content/tin/b.md': article({ title: 'B' }, 'Xem [ảnh](mot.jpg), [ảnh](/tep/tin/hai.jpg).'),
      'content/tin/mot.jpg': await jpeg(40, 20),
      'content/tin/hai.jpg': await jpeg(30, 20),
      'content/tin/ba.jpg': await jpeg(30, 20),
    });
    const whole = variants(dist).filter((file) => !file.includes('#'));
    assert.deepEqual(whole, ['tep/tin/hai.jpg', 'tep/tin/mot.jpg']);
    assert.deepEqual(deadLinks(dist, ''), []);
  });

  test('takes the widths of site.yaml, and its addresses carry the base path', async (t) => {
    const { dist, page } = await build(t, {
      'site.yaml': 'baseUrl: https://a.vn/dong-ha/\nimages:\n  widths: [300, 100, 100]\n',
      'content/tin/a.md': article({ image: '{src: anh.jpg, alt: Ảnh}' }, '![Cánh đồng](anh.jpg)'),
      'content/tin/anh.jpg': await jpeg(1000, 500),
    });
    assert.deepEqual(
      variants(dist).filter((file) => file.endsWith('webp')),
      ['tep/_/tin/anh.#.100.webp', 'tep/_/tin/anh.#.300.webp'],
    );
    assert.match(
      withoutHash(page('/tin-tuc/2024/a/')),
      /srcset="\/dong-ha\/tep\/_\/tin\/anh\.#\.100\.webp 100w, /,
    );
    assert.deepEqual(deadLinks(dist, '/dong-ha'), []);
  });
});

test('no width is made twice, nor any that is wider than the picture', () => {
  const wanted = [480, 800, 1200, 1600];
  assert.deepEqual(variantWidths(wanted, 4000), wanted);
  assert.deepEqual(variantWidths(wanted, 1700), wanted);
  assert.deepEqual(variantWidths(wanted, 1300), [480, 800, 1300]);
  assert.deepEqual(variantWidths(wanted, 500), [500]);
  assert.deepEqual(variantWidths(wanted, 1), [1]);
});

describe('an article’s own pictures', () => {
  test('are there at once at the head, later below; those of a gallery lead to the large one', async (t) => {
    const { page, dist } = await build(t, {
      'content/tin/a.md': article({
        image: '{src: anh.jpg, alt: Ảnh}',
        gallery: '[{src: hai.jpg, alt: Hai}, {src: ba.svg, alt: Ba}]',
      }),
      'content/tin/b.md': article({ timestamp: '1/5/2024', image: '{src: anh.jpg, alt: Ảnh}' }),
      'content/tin/anh.jpg': await jpeg(60, 30),
      'content/tin/hai.jpg': await jpeg(1300, 300),
      'content/tin/ba.svg': SVG,
    });
    const html = withoutHash(page('/tin-tuc/2024/a/'));
    assert.match(html, /<figure class="picture">\n<picture>.*alt="Ảnh" loading="eager"/);
    assert.match(html, /<a href="\/tep\/_\/tin\/hai\.#\.1300\.jpg"><picture>.*alt="Hai" loading="lazy"/);
    assert.match(
      html,
      /<a href="\/tep\/tin\/ba\.svg"><img src="\/tep\/tin\/ba\.svg" width="9" height="8" alt="Ba"/,
    );
    assert.match(withoutHash(page('/')), /class="story-image"><picture>.*loading="eager"/);
    const list = [...page('/tin-tuc/').matchAll(/class="story-image"><picture>.*loading="(\w+)"/g)];
    assert.deepEqual(
      list.map(([, loading]) => loading),
      ['eager', 'lazy'],
    );
    assert.deepEqual(deadLinks(dist, ''), []);
  });

  test('have a JPEG for what shows a link to the page', async (t) => {
    const { dist } = await build(t, {
      'site.yaml': 'images:\n  widths: [600, 1500]\n',
      'content/tin/a.md': article({ image: '{src: anh.png, alt: Ảnh}' }),
      'content/tin/anh.png': await picture(1400, 700, 4).png().toBuffer(),
    });
    const share = [...dist].find(([file]) => file.endsWith('.1200.jpg'));
    assert.equal(await look(share?.[1]), 'jpeg 1200×600');
  });

  test('films and recordings can be played, and loaded', async (t) => {
    const { page } = await build(t, {
      'content/tin/a.md': article({ video: 'v.mp4', audio: 'a.mp3' }),
      'content/tin/v.mp4': 'x'.repeat(2000),
      'content/tin/a.mp3': 'x',
    });
    const html = page('/tin-tuc/2024/a/');
    assert.match(
      html,
      /<video class="media" controls playsinline preload="metadata" src="\/tep\/tin\/v\.mp4">/,
    );
    assert.match(html, /<a href="\/tep\/tin\/v\.mp4" download>Tải video<\/a> \(MP4, 2 kB\)/);
    assert.match(html, /<audio class="media" controls preload="metadata" src="\/tep\/tin\/a\.mp3">/);
    assert.match(html, /<a href="\/tep\/tin\/a\.mp3" download>Tải tệp âm thanh<\/a> \(MP3, 1 B\)/);
  });
});

describe('between builds', () => {
  test('any number of jobs gives the same pictures', async (t) => {
    const names = ['a', 'b', 'c'];
    const { root, dist } = await build(t, {
      'content/tin/a.md': article({}, names.map((name) => `![Ảnh](${name}.jpg)`).join(' ')),
      ...Object.fromEntries(
        await Promise.all(names.map(async (name, i) => [`content/tin/${name}.jpg`, await jpeg(500 + i, 90)])),
      ),
    });
    const others = await buildIn(root, { out: 'dist-2', jobs: 3, cache: 'off' });
    assert.deepEqual(others.dist, dist);
  });

  test('a picture is drawn once; a damaged one that was kept is drawn again', async (t) => {
    const first = await build(t, {
      'content/tin/a.md': article({}, '![Cánh đồng](anh.jpg)'),
      'content/tin/anh.jpg': await jpeg(500, 250),
    });
    const { root } = first;
    const folder = path.join(root, '.cache/pictures');
    const kept = readdirSync(folder).filter((name) => name !== 'ages.json');
    assert.equal(kept.length, 2);
    const [good = '', bad = ''] = kept;
    // Marked with another picture, so that what comes out tells where it came from.
    const before = readFileSync(path.join(folder, good));
    writeFileSync(path.join(folder, bad), readFileSync(path.join(folder, bad)).subarray(0, 200));
    const again = await buildIn(root, { out: 'dist-2' });
    assert.deepEqual(again.dist, first.dist);
    assert.deepEqual(readFileSync(path.join(folder, good)), before);
    writeFiles(root, { 'content/tin/anh.jpg': await jpeg(500, 260) });
    const changed = await buildIn(root);
    assert.notDeepEqual([...changed.dist.keys()], [...first.dist.keys()]);
    assert.equal(variants(changed.dist).length, 2);
    assert.deepEqual(deadLinks(changed.dist, ''), []);
  });
});
