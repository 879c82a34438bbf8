/** Pictures of the sample site for README.md (`npm run screenshots`), drawn by a Chromium of this machine. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { openBrowser, serveFiles } from '../test/helpers/browser.js';
import { buildSample } from '../test/helpers/sample.js';
import { PROJECT } from '../test/helpers/site.js';

const ARTICLE = '/do-thi-van-minh/2025/lam-sach-bo-song/';

const SHOTS = [
  { name: 'home', address: '/', width: 1280, height: 1240 },
  { name: 'documents', address: '/van-ban/', width: 1280, height: 900 },
  { name: 'article-phone', address: ARTICLE, width: 390, height: 844 },
  { name: 'article-dark', address: ARTICLE, width: 390, height: 844, colorScheme: 'dark' },
] as const;

const clean: (() => void)[] = [];
const site = await buildSample(
  { after: (work) => clean.push(work as () => void) },
  'polls: {endpoint: /api/polls/}\n',
);
const server = await serveFiles(site.dist);
const browser = await openBrowser();
const folder = path.join(PROJECT, 'docs/images');
mkdirSync(folder, { recursive: true });
for (const { name, address, width, height, ...options } of SHOTS) {
  const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: 1.5, ...options });
  await page.goto(server.url + address, { waitUntil: 'networkidle' });
  await sharp(await page.screenshot())
    .webp({ quality: 80 })
    .toFile(path.join(folder, `${name}.webp`));
  await page.close();
}
await browser.close();
server.close();
for (const work of clean) work();
