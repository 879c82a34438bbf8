import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, test } from 'node:test';
import { views } from '../../src/core/views.js';
import { build, buildIn, load } from '../helpers/load.js';
import { article, testDir } from '../helpers/site.js';

const ARTICLE = { 'content/tin/a.md': article({}, 'Thân bài.') };
const told = async (t: Parameters<typeof load>[0], templates: Record<string, string>) =>
  (
    await load(t, {
      ...ARTICLE,
      ...Object.fromEntries(Object.entries(templates).map(([name, text]) => [`templates/${name}`, text])),
    })
  ).told;
const nearest = async (t: Parameters<typeof load>[0], template: string) =>
  (await load(t, { ...ARTICLE, 'templates/page.hbs': template })).problems.map(
    ({ params }) => params.nearest,
  );

describe('the templates that come with the program', () => {
  test('name no field, partial or helper that is not there', async (t) => {
    assert.deepEqual((await load(t, ARTICLE)).told, []);
  });

  test('are one for each view', async (t) => {
    const { loaded } = await load(t, {});
    assert.deepEqual([...loaded.templates.pages.keys()].sort(), Object.keys(views).sort());
  });
});

describe('a template is checked before anything is drawn', () => {
  test('for partials that are not there, at line and column, with the nearest', async (t) => {
    assert.deepEqual(await told(t, { 'page.hbs': '<p>\n  {{> foter}}\n</p>\n' }), [
      'templates/page.hbs:2:7 template/no-such-partial',
    ]);
    assert.deepEqual(await nearest(t, '{{> foter}}'), ['footer']);
  });

  test('with a partial’s block in the context in which the partial prints it', async (t) => {
    const card = {
      'partials/card.hbs': '<b>{{> @partial-block}}</b>',
      'partials/of.hbs': '{{> @partial-block category}}',
    };
    const list = (block: string) =>
      `{{#> layout}}<h1>{{heading}}</h1>{{#each items}}${block}{{/each}}{{/layout}}`;
    const files = (block: string) => ({
      ...ARTICLE,
      ...Object.fromEntries(Object.entries(card).map(([name, text]) => [`templates/${name}`, text])),
      'templates/list.hbs': list(block),
    });
    const right = '{{#> card category}}{{label}}, {{../title}}{{/card}} {{#> of}}{{label}}{{/of}}';
    const { told, page } = await build(t, files(right));
    assert.deepEqual(told, []);
    assert.match(page('/tin-tuc/'), /<b>Tin tức, Tin thử<\/b> Tin tức/);
    const wrong = await load(t, files('{{#> card category}}{{title}}{{/card}}'));
    assert.deepEqual(wrong.told, ['templates/list.hbs:1:71 template/no-such-field']);
  });

  test('for helpers that are not there', async (t) => {
    assert.deepEqual(
      await told(t, {
        'page.hbs': '{{#if (equal title "x")}}a{{/if}}\n{{urll title}}\n{{#unles title}}{{/unles}}',
      }),
      [
        'templates/page.hbs:1:8 template/no-such-helper',
        'templates/page.hbs:2:3 template/no-such-helper',
        'templates/page.hbs:3:4 template/no-such-helper',
      ],
    );
    assert.deepEqual(await nearest(t, '{{urll title}}{{#unles title}}{{/unles}}'), ['url', 'unless']);
  });

  test('for fields that are not there, however deep', async (t) => {
    assert.deepEqual(
      await told(t, {
        'article.hbs':
          '{{titel}}\n{{time.txt}}\n{{#each others}}{{titlle}}{{../title}}{{@root.site.titl}}{{/each}}\n{{#with category}}{{lable}}{{/with}}\n{{#each tags as |tag|}}{{tag.hreff}}{{@index}}{{/each}}',
      }),
      [
        'templates/article.hbs:1:3 template/no-such-field',
        'templates/article.hbs:2:3 template/no-such-field',
        'templates/article.hbs:3:19 template/no-such-field',
        'templates/article.hbs:3:41 template/no-such-field',
        'templates/article.hbs:4:21 template/no-such-field',
        'templates/article.hbs:5:26 template/no-such-field',
      ],
    );
    assert.deepEqual(await nearest(t, '{{titel}}{{site.organisation.nam}}'), ['title', 'name']);
  });

  test('within partials, in the light of where they are called', async (t) => {
    assert.deepEqual(
      await told(t, {
        'partials/own.hbs': '{{label}}',
        'page.hbs': '{{> own}}',
        'article.hbs': '{{> own category}}',
      }),
      ['templates/partials/own.hbs:1:3 template/no-such-field'],
    );
    assert.deepEqual(
      await told(t, { 'partials/own.hbs': '{{label}}', 'page.hbs': '{{> own label=title}}' }),
      [],
    );
  });

  test('for syntax', async (t) => {
    const [first, ...more] = await told(t, { 'page.hbs': 'a\n{{#if title}}\nb\n' });
    assert.match(first ?? '', /^templates\/page\.hbs:\d+:\d+ template\/syntax$/);
    assert.deepEqual(more, []);
    assert.equal((await told(t, { 'partials/unused.hbs': '{{/if}}' })).length, 1);
  });

  test('for three braces round anything but the body', async (t) => {
    assert.deepEqual(await told(t, { 'page.hbs': '{{{title}}}{{&title}}{{{body}}}' }), [
      'templates/page.hbs:1:1 template/raw',
      'templates/page.hbs:1:12 template/raw',
    ]);
  });

  test('for names that no page has', async (t) => {
    assert.deepEqual(await told(t, { 'artcle.hbs': 'x' }), ['templates/artcle.hbs:1:1 template/unused']);
  });

  test('though it calls itself', async (t) => {
    assert.deepEqual(
      await told(t, {
        'partials/own.hbs': '{{#each children}}{{> own}}{{/each}}',
        'site-map.hbs': '{{#each items}}{{> own}}{{/each}}',
      }),
      [],
    );
  });
});

describe('a site’s own templates', () => {
  test('stand in the program’s place file by file', async (t) => {
    const { page } = await build(t, {
      ...ARTICLE,
      'templates/partials/footer.hbs': '<footer>Riêng {{site.title}}</footer>',
      'site.yaml': 'title: Đông Hà\n',
    });
    assert.match(page('/tin-tuc/2024/a/'), /<h1>Tin thử<\/h1>[\s\S]*<footer>Riêng Đông Hà<\/footer>/);
    const own = await build(t, { ...ARTICLE, 'templates/article.hbs': '{{title}}|{{{body}}}' });
    assert.equal(own.page('/tin-tuc/2024/a/'), 'Tin thử|<p>Thân bài.</p>');
  });

  test('may be in a shared folder, which the site’s own stand before', async (t) => {
    const shared = testDir(t, {
      'theme/article.hbs': 'chung {{> own}}',
      'theme/partials/own.hbs': 'chung',
      'theme/assets/main.css': 'p { top: 0px }',
    });
    const { page, dist } = await build(t, {
      ...ARTICLE,
      'site.yaml': `theme: {from: "${path.join(shared, 'theme')}"}\n`,
      'templates/partials/own.hbs': 'riêng',
    });
    assert.equal(page('/tin-tuc/2024/a/'), 'chung riêng');
    assert.ok(
      [...dist].some(
        ([file, bytes]) => /^assets\/main\.\S+\.css$/.test(file) && bytes.toString() === 'p{top:0}\n',
      ),
    );
  });

  test('have styles and scripts made small, and in words that Chrome 80 knows', async (t) => {
    const files = {
      ...ARTICLE,
      'templates/assets/a.css': '/* Chữ */\n.a {\n  & b { color: rgb(0 0 0 / 50%); inset: 0 }\n}\n',
      'templates/assets/a.js': '// Nói\nconst muc = "Đóng";\nconsole.log(muc);\n',
    };
    const { dist, root } = await build(t, files);
    const asset = (name: RegExp) => String([...dist].find(([file]) => name.test(file))?.[1]);
    assert.equal(asset(/assets\/a\..*css$/), '.a b{color:#0000007f;top:0;right:0;bottom:0;left:0}\n');
    assert.equal(asset(/assets\/a\..*js$/), 'const muc="Đóng";console.log(muc);\n');
    assert.deepEqual((await buildIn(root, { out: 'dist-2' })).dist, dist);
  });

  test('may have assets, whose names carry their hash where they are styles and scripts', async (t) => {
    const { page, dist } = await build(t, {
      ...ARTICLE,
      'templates/assets/them.css': 'a{}',
      'templates/assets/chu/f.woff2': 'x',
    });
    assert.ok(dist.has('assets/chu/f.woff2'));
    const sheets = [...page('/').matchAll(/rel="stylesheet" href="\/(assets\/[^"]*)"/g)].map(
      (match) => match[1] ?? '',
    );
    assert.equal(sheets.length, 2);
    assert.match(sheets.join(' '), /^assets\/main\.[\w-]{10}\.css assets\/them\.[\w-]{10}\.css$/);
    assert.ok(sheets.every((sheet) => dist.has(sheet)));
  });
});

describe('a page', () => {
  test('prints what looks like a template as it stands', async (t) => {
    const { page } = await build(t, {
      'content/tin/a.md': article(
        { title: '"{{site.title}} {{{body}}}"', summary: '"{{> footer}}"' },
        '{{#each x}} {{title}}',
      ),
    });
    const html = page('/tin-tuc/2024/a/');
    assert.match(html, /<h1>\{\{site\.title\}\} \{\{\{body\}\}\}<\/h1>/);
    assert.match(html, /<p class="sapo">\{\{&gt; footer\}\}<\/p>/);
    assert.match(html, /<p>\{\{#each x\}\} \{\{title\}\}<\/p>/);
  });

  test('escapes every field', async (t) => {
    const evil = "'\"><script>alert(1)</script>'";
    const { dist } = await build(t, {
      'site.yaml': `title: ${evil}\norganisation: {name: ${evil}, address: ${evil}, email: ${evil}}\nbanner: {text: ${evil}}\n`,
      'content/tin/a.md': article({
        title: evil,
        category: evil,
        summary: evil,
        author: evil,
        tags: `[${evil}]`,
        source: evil,
      }),
    });
    for (const [file, bytes] of dist)
      if (file.endsWith('.html')) assert.doesNotMatch(String(bytes), /<script>alert/, file);
  });

  test('has no link of a forbidden scheme from a field', async (t) => {
    const { told: problems } = await load(t, {
      'content/tin/a.md': article({ source: '{name: A, url: "javascript:alert(1)"}' }),
    });
    assert.deepEqual(problems, ['content/tin/a.md:5:24 front-matter/bad-url']);
  });
});
