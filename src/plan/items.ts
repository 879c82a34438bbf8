/** The small views that many pages share: a news item, a document, a file, a picture, a moment. */
import {
  formatDocumentDay,
  formatListDay,
  formatMoment,
  formatSize,
  isoMoment,
} from '../core/format-time.js';
import { excerpt } from '../core/text.js';
import type { Article, Document, FileReference, Moment, Picture, Site, Status } from '../core/types.js';
import type {
  DocumentItem,
  FileItem,
  ImageItem,
  NewsItem,
  NewsLine,
  PictureItem,
  ShareImage,
  TimeItem,
} from '../core/views.js';
import { fill, type WordName, type Words } from '../core/words.js';
import { hrefOf, type Plan, publishedFile } from './context.js';
import { plannedPicture, sharePicture } from './pictures.js';

const SUMMARY_LENGTH = 220;

const STATUS_WORDS: Readonly<Record<Status, WordName>> = {
  pending: 'pending',
  'in-force': 'inForce',
  'partly-expired': 'partlyExpired',
  expired: 'expired',
  suspended: 'suspended',
};

export function timeItem(site: Site, moment: Moment): TimeItem {
  const { timezone: zone, lang } = site.settings;
  return { text: formatMoment(moment, zone, lang), iso: isoMoment(moment, zone) };
}

/** An article in a short list. */
export function newsLine(plan: Plan, article: Article): NewsLine {
  return remembered(plan.newsLines, article, () => {
    const { title, timestamp } = article.fields;
    const { timezone: zone, lang } = plan.site.settings;
    return {
      title,
      href: hrefOf(plan.site, article.address),
      day: formatListDay(timestamp, zone, lang),
      iso: isoMoment(timestamp, zone),
    };
  });
}

/** An article in a list that shows more of it. */
export function newsItem(plan: Plan, article: Article): NewsItem {
  return remembered(plan.newsItems, article, () => {
    const { summary, image } = article.fields;
    return {
      ...newsLine(plan, article),
      category: () => {
        const category = plan.categoryOf(article);
        return { label: category.name, href: hrefOf(plan.site, category.address) };
      },
      summary: () => excerpt(summary ?? article.body.excerpt, SUMMARY_LENGTH) || undefined,
      image: () => image && imageItem(plan, article.file, image),
    };
  });
}

/** Most articles are named on a dozen pages: their items are made once. */
function remembered<T>(known: Map<Article, T>, article: Article, make: () => T): T {
  let item = known.get(article);
  if (item === undefined) {
    item = make();
    known.set(article, item);
  }
  return item;
}

function imageItem(plan: Plan, entryFile: string, picture: Picture): ImageItem | undefined {
  const file = publishedFile(plan.site, entryFile, picture.src);
  const planned = file && plannedPicture(plan, file);
  return planned && { ...planned, alt: picture.alt ?? picture.caption ?? '' };
}

export function pictureItem(plan: Plan, entryFile: string, picture: Picture): PictureItem | undefined {
  const image = imageItem(plan, entryFile, picture);
  return image && { ...image, caption: picture.caption, credit: picture.credit };
}

/** The picture that stands for the page elsewhere. */
export function shareItem(plan: Plan, entryFile: string, picture: Picture): ShareImage | undefined {
  const file = publishedFile(plan.site, entryFile, picture.src);
  const share = file && sharePicture(plan, file);
  return share && { ...share, alt: picture.alt ?? picture.caption ?? '' };
}

export function documentTitle(words: Words, { fields }: Document): string {
  const { title, type, number } = fields;
  return title ?? (number ? fill(words.documentTitle, { type, number }) : fill(words.draftOf, { type }));
}

export function documentItem(plan: Plan, document: Document): DocumentItem {
  const { site } = plan;
  const { words, lang } = site.settings;
  const { number, type, issuer, issued, summary, field, files } = document.fields;
  const status = site.relations.get(document.file)?.status;
  return {
    title: documentTitle(words, document),
    name: number ?? fill(words.draftOf, { type }),
    href: hrefOf(site, document.address),
    type,
    issuer,
    summary,
    number,
    field,
    issued: formatDocumentDay(issued, lang),
    iso: issued,
    files: files.flatMap((file) => fileItem(plan, document.file, file) ?? []),
    ...(status && { status: words[STATUS_WORDS[status]], statusCode: status }),
  };
}

export function fileItem(plan: Plan, entryFile: string, reference: FileReference): FileItem | undefined {
  const file = publishedFile(plan.site, entryFile, reference.path);
  if (!file) return undefined;
  const name = file.source.file.slice(file.source.file.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return {
    href: hrefOf(plan.site, file.address),
    label: reference.label ?? (dot > 0 ? name.slice(0, dot) : name),
    kind: dot > 0 ? name.slice(dot + 1).toUpperCase() : plan.site.settings.words.file,
    size: formatSize(file.source.size, plan.site.settings.lang),
  };
}
