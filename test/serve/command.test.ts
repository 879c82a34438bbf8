/** `dongha-site serve` as a user meets it, in a process of its own. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { type TestContext, test } from 'node:test';
import { cli } from '../helpers/cli.js';
import { BROKEN, GOOD, NOW } from '../helpers/cli-site.js';
import { ask } from '../helpers/preview.js';
import { PROJECT, testDir } from '../helpers/site.js';

/** Starts a preview, and resolves with the first line that it says on standard output. */
async function start(t: TestContext, args: readonly string[]) {
  const child = spawn(process.execPath, [path.join(PROJECT, 'bin/dongha-site.js'), 'serve', ...args], {
    env: { ...process.env, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  t.after(() => child.kill('SIGKILL'));
  const err: Buffer[] = [];
  child.stderr.on('data', (chunk) => err.push(chunk));
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  const stop = async (signal: NodeJS.Signals) => {
    const ended = once(child, 'close');
    child.kill(signal);
    return (await ended)[0] as number | null;
  };
  return { line: String(line), stop, told: () => Buffer.concat(err).toString() };
}

const urlIn = (line: string) => /http:\S+/.exec(line)?.[0] ?? '';

test('serve says where the preview is, gives pages, and ends with 130 on Ctrl-C', async (t) => {
  const { line, stop } = await start(t, [testDir(t, GOOD), '--port', '0', '--watch', ...NOW]);
  assert.match(line, /^Xem trước tại http:\/\/127\.0\.0\.1:\d+\/ \(Ctrl-C để dừng\)$/);
  const { status, text } = await ask(urlIn(line), '/', {});
  assert.equal(status, 200);
  assert.match(text, /Tin thử/);
  assert.equal(await stop('SIGINT'), 130);
});

test('serve tells problems in the terminal and goes on, in the language of --lang', async (t) => {
  const { line, stop, told } = await start(t, [testDir(t, BROKEN), '-p', '0', '--lang', 'en', ...NOW]);
  assert.match(line, /^Preview at /);
  assert.match(told(), /content\/tin\/b\.md:6:5 {2}error {2}link\/missing[\s\S]*1 error, 0 warnings\./);
  assert.equal((await ask(urlIn(line), '/tin-tuc/2024/b/', {})).status, 200);
  assert.equal(await stop('SIGTERM'), 143);
});

test('serve ends with 4 when the port that was asked for is in use, and says so', async (t) => {
  const server = createServer().listen(0, '127.0.0.1');
  t.after(() => server.close());
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? String(address?.port) : '';
  const { code, stdout, stderr } = await cli(['serve', testDir(t, GOOD), '--port', port, ...NOW]);
  assert.deepEqual([code, stdout], [4, '']);
  assert.match(stderr, new RegExp(`cổng ${port} đang có chương trình khác dùng`));
});

test('serve ends with 2 for wrong settings that it would not see mended, and for a wrong port', async (t) => {
  const root = testDir(t, { ...GOOD, 'site.yaml': 'pageSize: nhiều\n' });
  const wrong = await cli(['serve', root, '-p', '0', ...NOW]);
  assert.deepEqual([wrong.code, wrong.stdout], [2, '']);
  assert.match(wrong.stderr, /site\.yaml:1:11 {2}lỗi {2}settings\/bad-number/);
  for (const args of [
    ['-p', 'x'],
    ['-p', '70000'],
    ['--now', 'mai'],
  ])
    assert.equal((await cli(['serve', testDir(t, GOOD), ...args])).code, 2, args.join(' '));
});
