import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { articleBody, capitalise, fileSlug, headline, type Random, randomFor, sentence } from './prose.js';
import { categories, documentTypes, issuers, objects, tags, verbs } from './vocabulary.js';

export interface CorpusOptions {
  readonly articles: number;
  readonly seed: number;
  readonly documents?: number;
  readonly polls?: number;
  /** Tags cost the program a thousand list pages that the peers are told not to make; without them the work is the same. */
  readonly tags?: boolean;
}

/** Ten whole years that are over, so that nothing is scheduled whenever the benchmark runs. */
const firstMinute = Date.UTC(2015, 0, 1) / 60_000;
const minutes = Date.UTC(2025, 0, 1) / 60_000 - firstMinute;
const bodyBytes = { least: 8200, spread: 2600 };

/** `2024-05-22T10:19:00+07:00`: the wall clock of Việt Nam, which has no daylight saving. */
function timestampAt(localMinute: number): string {
  return `${new Date(localMinute * 60_000).toISOString().slice(0, 19)}+07:00`;
}

/** Ascending and never twice the same minute: each entry has a slice of the ten years to itself. */
function minuteOf(index: number, count: number, random: Random): number {
  const slice = Math.max(1, Math.floor(minutes / count));
  return firstMinute + index * slice + random.below(slice);
}

function createFolders(): (dir: string) => void {
  const made = new Set<string>();
  return (dir) => {
    if (made.has(dir)) return;
    mkdirSync(dir, { recursive: true });
    made.add(dir);
  };
}

interface Citable {
  readonly number: string;
  readonly type: (typeof documentTypes)[number];
  readonly issuer: (typeof issuers)[number];
  readonly issued: string;
}

/** What an article needs to cite document `index`, without keeping all documents in memory. */
function citableAt(index: number, options: CorpusOptions): Citable {
  const random = randomFor(options.seed ^ 0x0d0c, index);
  const type = random.pick(documentTypes);
  const issuer = random.pick(issuers);
  const issued = timestampAt(minuteOf(index, options.documents ?? 0, random)).slice(0, 10);
  // Numbers come round again, as they do each term; the date beside a citation tells which is meant.
  const number = `${1 + (index % 300)}-${type.code}/${issuer.code}`;
  return { number, type, issuer, issued };
}

const vietnameseDate = (iso: string): string => iso.split('-').map(Number).reverse().join('/');

function citation(random: Random, options: CorpusOptions): string {
  const documents = options.documents ?? 0;
  if (documents === 0) {
    return 'Thực hiện Kết luận số 01-KL/TW, ngày 18/5/2021 của Bộ Chính trị, công tác này có nhiều chuyển biến.';
  }
  const { number, type, issuer, issued } = citableAt(random.below(documents), options);
  return `Thực hiện ${type.name} số ${number}, ngày ${vietnameseDate(issued)} của ${issuer.name}, công tác này có nhiều chuyển biến.`;
}

/** Front matter in one shape only: the peers' copies are made by exchanging whole lines of it. */
function frontMatter(fields: Readonly<Record<string, string>>): string {
  const lines = Object.entries(fields).map(([key, value]) => `${key}: ${value}`);
  return `---\n${lines.join('\n')}\n---\n\n`;
}

function articleText(index: number, options: CorpusOptions): { name: string; text: string } {
  const random = randomFor(options.seed, index);
  const timestamp = timestampAt(minuteOf(index, options.articles, random));
  const title = headline(random);
  // The lower of two draws: some categories are much fuller than others, as on a real portal.
  const category = categories[Math.min(random.below(8), random.below(8))] ?? categories[0];
  const fields: Record<string, string> = {
    title: JSON.stringify(title),
    timestamp,
    category: JSON.stringify(category?.name),
    summary: JSON.stringify(sentence(random).replace(/\*|\[|\]\([^)]*\)/g, '')),
  };
  const chosen = [random.pick(tags), random.pick(tags)];
  if (options.tags) fields.tags = JSON.stringify([...new Set(chosen)]);
  const bytes = bodyBytes.least + random.below(bodyBytes.spread);
  const number = String(index + 1).padStart(6, '0');
  return {
    name: `${timestamp.slice(0, 4)}/${number}-${fileSlug(title, 70)}.md`,
    text: frontMatter(fields) + articleBody(random, bytes, citation(random, options)),
  };
}

function writeArticles(dir: string, options: CorpusOptions): void {
  const makeFolder = createFolders();
  for (let index = 0; index < options.articles; index += 1) {
    const { name, text } = articleText(index, options);
    makeFolder(join(dir, name.slice(0, 4)));
    writeFileSync(join(dir, name), text);
  }
}

const pdf = '%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n';

function writeDocuments(dir: string, options: CorpusOptions): void {
  const makeFolder = createFolders();
  for (let index = 0; index < (options.documents ?? 0); index += 1) {
    const { number, type, issuer, issued } = citableAt(index, options);
    const random = randomFor(options.seed ^ 0xd0c5, index);
    const folder = join(dir, issued.slice(0, 4));
    makeFolder(folder);
    writeFileSync(join(folder, 'ban-mau.pdf'), pdf);
    const fields = {
      number,
      type: type.name,
      issuer: issuer.name,
      issued,
      summary: JSON.stringify(`${capitalise(random.pick(verbs))} ${random.pick(objects)}`),
      files: '[{ path: ban-mau.pdf, label: "Toàn văn" }]',
    };
    writeFileSync(
      join(folder, `${String(index + 1).padStart(5, '0')}-${fileSlug(number, 60)}.md`),
      frontMatter(fields),
    );
  }
}

function writePolls(dir: string, options: CorpusOptions): void {
  mkdirSync(dir, { recursive: true });
  for (let index = 0; index < (options.polls ?? 0); index += 1) {
    const random = randomFor(options.seed ^ 0x9011, index);
    const opens = minuteOf(index, options.polls ?? 0, random);
    const fields = {
      question: JSON.stringify(`Ông (bà) đánh giá thế nào về ${random.pick(objects)}?`),
      options: '["Rất hài lòng", "Hài lòng", "Bình thường", "Chưa hài lòng"]',
      opens: timestampAt(opens),
      closes: timestampAt(opens + 30 * 24 * 60),
    };
    const name = `${String(index + 1).padStart(4, '0')}-tham-do.md`;
    writeFileSync(join(dir, name), frontMatter(fields));
  }
}

/** Writes `content/` of a site into `dir`. The same options give the same bytes. */
export function writeCorpus(dir: string, options: CorpusOptions): void {
  if (options.articles > minutes) throw new Error('more articles than minutes in ten years');
  const content = join(dir, 'content');
  writeArticles(join(content, 'tin-tuc'), options);
  if (options.documents) writeDocuments(join(content, 'van-ban'), options);
  if (options.polls) writePolls(join(content, 'tham-do'), options);
}

/** An article newer than all others, for the scenario in which one is added. */
export function addedArticle(options: CorpusOptions): { name: string; text: string } {
  const { text } = articleText(options.articles, options);
  const dated = text.replace(/^timestamp: .*$/m, 'timestamp: 2025-01-02T08:30:00+07:00');
  return { name: '2025/tin-moi-them.md', text: dated };
}
