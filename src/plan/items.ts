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
  PictureItem,
  ShareImage,
  TimeItem,
} from '../core/views.js';
import { fill, type WordName, type Words } from '../core/words.js';
import { hrefOf, type Plan, publishedFile } from './context.js';
import { crumb } from './page-meta.js';
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

/** An article in a list: made once, for most articles stand on a dozen pages. */
export function newsItem(plan: Plan, article: Article): NewsItem {
  const known = plan.newsItems.get(article);
  if (known) return known;
  const { site } = plan;
  const { title, timestamp, summary, image } = article.fields;
  const { timezone: zone, lang } = site.settings;
  const item: NewsItem = {
    title,
    href: hrefOf(site, article.address),
    day: formatListDay(timestamp, zone, lang),
    iso: isoMoment(timestamp, zone),
    category: () => crumb(site, plan.categoryOf(article)),
    summary: () => excerpt(summary ?? article.body.excerpt, SUMMARY_LENGTH) || undefined,
    image: () => image && imageItem(plan, article.file, image),
  };
  plan.newsItems.set(article, item);
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
