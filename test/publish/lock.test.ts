/** One build of an output at a time, and what signals do to a build. POSIX: processes are stopped. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { takeLock } from '../../src/publish/lock.js';
import { buildIn } from '../helpers/load.js';
import { article, type Files, PROJECT, readTree, testDir, writeFiles } from '../helpers/site.js';

/** Stops the process at its main thread's first write into staging: it holds the lock, until it may go on. */
const HOLD = `
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { isMainThread } from 'node:worker_threads';
let isHeld = !isMainThread;
for (const name of ['writeFileSync', 'openSync', 'copyFileSync']) {
  const real = fs[name];
  fs[name] = (...args) => {
    if (!isHeld && args.some((arg) => /staging/.test(arg))) {
      isHeld = true;
      fs.writeSync(2, 'HOLDING\\n');
      process.kill(process.pid, 'SIGSTOP');
    }
    return real(...args);
  };
}
syncBuiltinESMExports();
`;

/** More articles than are drawn without threads. */
function site(count = 5): Files {
  const articles = Array.from({ length: count }, (_, i) => [`content/tin/bai-${i}.md`, article()]);
  return { ...Object.fromEntries(articles), 'hold.mjs': HOLD };
}

interface Build {
  readonly child: ChildProcess;
  /** Resolves once the build has said this. */
  readonly says: (text: string) => Promise<void>;
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null; stderr: string }>;
}

/** Lets a stopped process go on; again and again, for it may be about to stop and not have done so yet. */
function goOn(child: ChildProcess): void {
  const timer = setInterval(() => child.kill('SIGCONT'), 10);
  child.once('exit', () => clearInterval(timer));
  child.kill('SIGCONT');
}

function start(t: TestContext, root: string, options: { hold?: boolean; jobs?: number } = {}): Build {
  const bin = path.join(PROJECT, 'bin/dongha-site.js');
  const flags = `--now 2024-06-01T08:00:00+07:00 --lang en --jobs ${options.jobs ?? 1}`.split(' ');
  const NODE_OPTIONS = options.hold ? `--import=${pathToFileURL(path.join(root, 'hold.mjs'))}` : '';
  const child = spawn(process.execPath, [bin, 'build', root, ...flags], {
    env: { ...process.env, NODE_OPTIONS },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  t.after(() => child.kill('SIGKILL'));
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  return {
    child,
    says: async (text) => {
      while (!stderr.includes(text)) {
        const ended = once(child.stderr, 'close').then(() =>
          assert.ok(stderr.includes(text), `no “${text}” in: ${stderr}`),
        );
        await Promise.race([once(child.stderr, 'data'), ended]);
      }
    },
    ended: once(child, 'close').then(([code, signal]) => ({ code, signal, stderr })),
  };
}

const privateFolder = (root: string) => path.join(root, 'dist/.dongha-site');
const lockOf = (root: string) => path.join(privateFolder(root), 'lock');
const holderOf = (root: string) => JSON.parse(readFileSync(lockOf(root), 'utf8'));

async function assertClean(root: string): Promise<void> {
  const { dist } = await buildIn(root, { out: 'clean' });
  assert.deepEqual(readTree(path.join(root, 'dist')), dist);
  assert.deepEqual(
    readdirSync(privateFolder(root)).filter((name) => !name.endsWith('.conf')),
    ['manifest.json'],
  );
}

/** A process that has ended, so that nothing has its number. */
async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  await once(child, 'close');
  return child.pid as number;
}

describe('the lock of an output', { skip: process.platform === 'win32' }, () => {
  test('lets a second build wait, which says for whom; both succeed', async (t) => {
    const root = testDir(t, site());
    await buildIn(root);
    writeFiles(root, { 'content/tin/bai-0.md': article({ title: 'Tin mới' }) });
    const first = start(t, root, { hold: true });
    await first.says('HOLDING');
    assert.deepEqual(holderOf(root), { pid: first.child.pid, host: hostname() });
    writeFiles(root, { 'content/tin/bai-1.md': article({ title: 'Tin mới hơn' }) });
    const second = start(t, root);
    await second.says(`Waiting for another build to finish (pid ${first.child.pid}, ${hostname()})`);
    goOn(first.child);
    const [one, two] = await Promise.all([first.ended, second.ended]);
    assert.deepEqual([one.code, two.code], [0, 0], one.stderr + two.stderr);
    assert.equal(two.stderr.split('Waiting').length, 2, 'says so once');
    await assertClean(root);
  });

  test('is taken by one after the other', async (t) => {
    const file = path.join(testDir(t), 'a/b/lock');
    const told: number[] = [];
    const order: string[] = [];
    const release = await takeLock(file, () => assert.fail('nobody had it'));
    const waiting = takeLock(file, ({ pid }) => {
      told.push(pid);
      order.push('given back');
      release();
    });
    const releaseSecond = await waiting;
    order.push('taken');
    assert.deepEqual([told, order], [[process.pid], ['given back', 'taken']]);
    releaseSecond();
    assert.ok(!existsSync(file));
  });

  test('of a process that is gone is taken over', async (t) => {
    const root = testDir(t, site());
    await buildIn(root);
    writeFiles(root, { 'content/tin/bai-0.md': article({ title: 'Tin mới' }) });
    writeFiles(privateFolder(root), { lock: JSON.stringify({ pid: await deadPid(), host: hostname() }) });
    const { code, stderr } = await start(t, root).ended;
    assert.equal(code, 0, stderr);
    assert.doesNotMatch(stderr, /Waiting/);
    await assertClean(root);
  });

  test('of a build that was killed is taken over by the one that waited for it', async (t) => {
    const root = testDir(t, site());
    await buildIn(root);
    writeFiles(root, { 'content/tin/bai-0.md': article({ title: 'Tin mới' }) });
    const first = start(t, root, { hold: true });
    await first.says('HOLDING');
    const second = start(t, root);
    await second.says('Waiting');
    first.child.kill('SIGKILL');
    const { code, stderr } = await second.ended;
    assert.equal(code, 0, stderr);
    await assertClean(root);
  });

  test('of another machine is waited for', async (t) => {
    const root = testDir(t, site());
    await buildIn(root);
    writeFiles(root, { 'content/tin/bai-0.md': article({ title: 'Tin mới' }) });
    writeFiles(privateFolder(root), { lock: JSON.stringify({ pid: await deadPid(), host: 'may-khac' }) });
    const build = start(t, root);
    await build.says('may-khac');
    build.child.kill('SIGTERM');
    assert.equal((await build.ended).code, 143);
    assert.equal(holderOf(root).host, 'may-khac');
  });
});

describe('a signal', { skip: process.platform === 'win32' }, () => {
  for (const [signal, expected] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    test(`${signal} ends a build with ${expected}, leaves dist/ as it was and gives back the lock`, async (t) => {
      const root = testDir(t, site(200));
      const { dist } = await buildIn(root);
      writeFiles(root, { 'site.yaml': 'title: Tên mới\n', 'content/public/a.txt': 'mới' });
      const build = start(t, root, { hold: true, jobs: 2 });
      await build.says('HOLDING');
      build.child.kill(signal);
      goOn(build.child);
      const { code, stderr } = await build.ended;
      assert.equal(code, expected, stderr);
      assert.deepEqual(readTree(path.join(root, 'dist')), dist);
      assert.ok(!existsSync(lockOf(root)));
      assert.equal((await start(t, root).ended).code, 0);
      await assertClean(root);
    });
  }
});
