import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';

/** The project's root, seen from the compiled tests. */
export const PROJECT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A folder with these files, gone when the test is over. */
export function testDir(t: Pick<TestContext, 'after'>, files: Files = {}): string {
  const root = mkdtempSync(path.join(tmpdir(), 'dongha-'));
  t.after(() => rmSync(root, { recursive: true, force: true }));
  writeFiles(root, files);
  return root;
}

export function writeFiles(root: string, files: Files): void {
  for (const [file, content] of Object.entries(files)) {
    const target = path.join(root, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
}

/** All files under a folder with their bytes, by path with `/`; the program's private folder left out. */
export function readTree(root: string): Map<string, Buffer> {
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter((file) => !file.startsWith('.dongha-site/'))
    .sort();
  return new Map(files.map((file) => [file, readFileSync(path.join(root, file))]));
}

/** The text of a page, its tags left out. */
export function pageText(html: string | Buffer): string {
  return String(html)
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&amp;/g, '&');
}

/** A valid article, with what the test cares about. */
export function article(fields: Readonly<Record<string, string>> = {}, body = 'Nội dung.'): string {
  const all = { title: 'Tin thử', timestamp: '10:19 22/5/2024', category: 'Tin tức', ...fields };
  const lines = Object.entries(all).map(([key, value]) => `${key}: ${value}`);
  return `---\n${lines.join('\n')}\n---\n${body}\n`;
}

/** A valid document; its one file stands beside it as `a.pdf`. */
export function document(fields: Readonly<Record<string, string>> = {}, body = ''): string {
  const all = {
    number: '214-KH/TU',
    type: 'Kế hoạch',
    issuer: 'Thành ủy Đông Hà',
    issued: '26/3/2024',
    summary: 'về tổ chức Diễn đàn chi bộ',
    files: '[a.pdf]',
    ...fields,
  };
  const lines = Object.entries(all).map(([key, value]) => `${key}: ${value}`);
  return `---\n${lines.join('\n')}\n---\n${body}\n`;
}

export function poll(fields: Readonly<Record<string, string>> = {}): string {
  const all = { question: 'Bạn thấy thế nào?', options: '[Tốt, Khá]', opens: '1/5/2024', ...fields };
  const lines = Object.entries(all).map(([key, value]) => `${key}: ${value}`);
  return `---\n${lines.join('\n')}\n---\n`;
}
