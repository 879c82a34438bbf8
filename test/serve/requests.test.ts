/** What a preview answers, and what it never gives away. */
import assert from 'node:assert/strict';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { describe, test } from 'node:test';
import { isAllowedHost } from '../../src/serve/allowed-host.js';
import { ask, preview } from '../helpers/preview.js';
import { article, testDir } from '../helpers/site.js';

const SITE = {
  'content/tin/a.md': article({ title: 'Một', files: '[video.mp4]', audio: 'nhac.mp3' }),
  'content/tin/video.mp4': '0123456789',
  'content/tin/nhac.mp3': 'nhạc',
  'content/public/anh.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'content/public/so-lieu.json': '{}',
  'content/tin/rieng.txt': 'không ai nhắc đến',
  '.env': 'MẬT=1',
  'content/.giau': 'mật',
};

describe('a request', () => {
  test('by a name that is not this machine is refused', async (t) => {
    const shown = await preview(t, testDir(t, SITE));
    const { port } = new URL(shown.url);
    const status = async (host: string) => (await shown.get('/', { headers: { host } })).status;
    for (const host of ['xau.example', 'xau.example:80', `127.0.0.1.xau.example:${port}`, '127.0.0.1@x'])
      assert.ok([400, 403].includes(await status(host)), host);
    for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`, 'LOCALHOST'])
      assert.equal(await status(host), 200, host);
    for (const own of ['/__dongha/state', '/__dongha/events', '/__dongha/preview.js'])
      assert.equal((await shown.get(own, { headers: { host: 'xau.example' } })).status, 403);
  });

  test('may come under the name that the preview was told to listen on', () => {
    assert.ok(isAllowedHost('may-toi.lan:4000', 'may-toi.lan'));
    assert.ok(!isAllowedHost('may-toi.lan:4000', '0.0.0.0'));
  });

  test('for anything but a file of the site finds nothing', async (t) => {
    const root = testDir(t, { ...SITE, 'content2/x.md': article(), 'dist/cu.html': 'cũ' });
    const shown = await preview(t, root);
    const wrong = [
      '/.env',
      '/../.env',
      '/%2e%2e/.env',
      '/%2e%2e%2f.env',
      '/..%5c.env',
      '/%252e%252e/.env',
      '/assets/../../site.yaml',
      '//etc/passwd',
      '/content/tin/a.md',
      '/content2/x.md',
      '/cu.html',
      '/dist/cu.html',
      '/tep/tin/rieng.txt',
      '/.giau',
      '/.dongha-site/manifest.json',
      '/.cache/entries/index',
      '/%00',
      '/%ff',
      '/%',
      '/__dongha/../package.json',
      '/__dongha/%2e%2e/package.json',
      '/__dongha/preview.css/../../package.json',
      '/node_modules/',
    ];
    for (const url of wrong) {
      const { status, text } = await shown.get(url);
      assert.equal(status, 404, url);
      assert.doesNotMatch(text, /MẬT|không ai nhắc|"name"/, url);
    }
  });

  test('does not reach through a link that came into a file’s place', async (t) => {
    const root = testDir(t, SITE);
    const shown = await preview(t, root);
    assert.equal((await shown.get('/tep/tin/video.mp4')).status, 200);
    rmSync(path.join(root, 'content/tin/video.mp4'));
    symlinkSync(path.join(root, '.env'), path.join(root, 'content/tin/video.mp4'));
    const { status, text } = await shown.get('/tep/tin/video.mp4');
    assert.equal(status, 404);
    assert.doesNotMatch(text, /MẬT/);
    const beside = `${root}/content-khac`;
    mkdirSync(beside);
    writeFileSync(path.join(beside, 'x'), 'mật');
    rmSync(path.join(root, 'content/tin/video.mp4'));
    symlinkSync(path.join(beside, 'x'), path.join(root, 'content/tin/video.mp4'));
    assert.equal((await shown.get('/tep/tin/video.mp4')).status, 404);
  });

  test('that would change something is refused', async (t) => {
    const shown = await preview(t, testDir(t, SITE));
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      const { status, headers } = await shown.get('/', { method });
      assert.deepEqual([status, headers.allow], [405, 'GET, HEAD']);
    }
    const head = await shown.get('/', { method: 'HEAD' });
    assert.deepEqual([head.status, head.bytes.length], [200, 0]);
    assert.ok(Number(head.headers['content-length']) > 500);
  });
});

describe('an answer', () => {
  test('says what it holds', async (t) => {
    const shown = await preview(t, testDir(t, SITE));
    const type = async (url: string) => (await shown.get(url)).headers['content-type'];
    assert.equal(await type('/'), 'text/html;charset=utf-8');
    assert.equal(await type('/anh.svg'), 'image/svg+xml;charset=utf-8');
    assert.equal(await type('/so-lieu.json'), 'application/json;charset=utf-8');
    assert.equal(await type('/tep/tin/video.mp4'), 'video/mp4');
    assert.equal(await type('/tep/tin/nhac.mp3'), 'audio/mpeg');
    const css = /href="(\/assets\/[^"]+\.css)"/.exec((await shown.get('/')).text)?.[1] ?? '';
    assert.equal(await type(css), 'text/css;charset=utf-8');
    assert.equal((await shown.get('/')).headers['x-content-type-options'], 'nosniff');
  });

  test('is not sent again to whom has it', async (t) => {
    const shown = await preview(t, testDir(t, SITE));
    for (const url of ['/', '/tep/tin/video.mp4', '/anh.svg']) {
      const { etag = '' } = (await shown.get(url)).headers;
      const again = await shown.get(url, { headers: { 'if-none-match': `"x", W/${etag}` } });
      assert.deepEqual([again.status, again.bytes.length], [304, 0], url);
      assert.equal((await shown.get(url, { headers: { 'if-none-match': '"x"' } })).status, 200);
    }
  });

  test('holds the part that is asked for', async (t) => {
    const shown = await preview(t, testDir(t, SITE));
    const part = async (range: string, more = {}) => {
      const { status, text, headers } = await shown.get('/tep/tin/video.mp4', {
        headers: { range, ...more },
      });
      return [status, text, headers['content-range']];
    };
    assert.deepEqual(await part('bytes=2-4'), [206, '234', 'bytes 2-4/10']);
    assert.deepEqual(await part('bytes=7-'), [206, '789', 'bytes 7-9/10']);
    assert.deepEqual(await part('bytes=-2'), [206, '89', 'bytes 8-9/10']);
    assert.deepEqual(await part('bytes=8-99'), [206, '89', 'bytes 8-9/10']);
    assert.deepEqual(await part('bytes=10-'), [416, '', 'bytes */10']);
    assert.deepEqual(await part('bytes=5-2'), [200, '0123456789', undefined]);
    assert.deepEqual(await part('bytes=0-1,3-4'), [200, '0123456789', undefined]);
    assert.deepEqual(await part('bytes=0-1', { 'if-range': '"khác"' }), [200, '0123456789', undefined]);
    const { etag = '' } = (await shown.get('/tep/tin/video.mp4')).headers;
    assert.deepEqual(await part('bytes=0-1', { 'if-range': etag }), [206, '01', 'bytes 0-1/10']);
  });

  test('leads to the folder where the slash is left out, and to the base path', async (t) => {
    const root = testDir(t, { ...SITE, 'site.yaml': 'baseUrl: https://x.vn/phuong/\n' });
    const shown = await preview(t, root);
    const leads = async (url: string) => {
      const { status, headers } = await shown.get(url);
      return [status, headers.location];
    };
    assert.deepEqual(await leads('/'), [302, '/phuong/']);
    assert.deepEqual(await leads('/phuong/tin-tuc/2024/a'), [302, '/phuong/tin-tuc/2024/a/']);
    assert.deepEqual(await leads('/phuongkhac/'), [404, undefined]);
    assert.deepEqual(await leads('//x.vn/'), [404, undefined]);
    assert.match(shown.url, /\/phuong\/$/);
  });
});

describe('a page that is not there', () => {
  test('is the site’s own 404 page, and near addresses are told', async (t) => {
    const shown = await preview(t, testDir(t, SITE));
    const { status, text } = await shown.get('/tin-tuc/2023/a/');
    assert.equal(status, 404);
    assert.match(text, /__dongha\/preview\.js[\s\S]*Không tìm thấy trang/);
    assert.deepEqual((await shown.state('/tin-tuc/2023/a/')).near, ['/tin-tuc/2024/a/', '/tin-tuc/']);
    assert.deepEqual((await shown.state('/tin-tuk/')).near, ['/tin-tuc/']);
    assert.deepEqual((await shown.state('/')).near, []);
  });

  test('is a plain one while the settings are wrong', async (t) => {
    const shown = await preview(t, testDir(t, { ...SITE, 'site.yaml': 'pageSize: nhiều\n' }));
    const { status, text } = await shown.get('/');
    assert.equal(status, 503);
    assert.match(text, /__dongha\/preview\.js/);
    const { problems } = await shown.state();
    assert.deepEqual(
      problems.map(({ code, place }) => [code, place]),
      [['settings/bad-number', 'site.yaml:1:11']],
    );
  });
});

describe('a port', () => {
  const takePort = (t: { after: (done: () => void) => void }): Promise<number> =>
    new Promise((resolve) => {
      const server = createServer().listen(0, '127.0.0.1', () => {
        const address = server.address();
        resolve(typeof address === 'object' ? (address?.port ?? 0) : 0);
      });
      t.after(() => server.close());
    });

  test('that is in use is left for the next', async (t) => {
    const port = await takePort(t);
    const shown = await preview(t, testDir(t, SITE), { port, otherPorts: 20 });
    assert.ok(Number(new URL(shown.url).port) > port);
    assert.equal((await ask(shown.url, '/', {})).status, 200);
  });

  test('that is in use and was asked for is told', async (t) => {
    const port = await takePort(t);
    await assert.rejects(preview(t, testDir(t, SITE), { port }), { code: 'EADDRINUSE' });
  });
});
