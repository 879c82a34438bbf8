/** Which variants a picture is published in, and where. */
import { hash } from '../core/hash.js';
import { PICTURE_FOLDER } from '../core/picture-folder.js';
import type { Output, PictureFormat, PublishedFile } from '../core/types.js';
import { hrefOf, type Plan, publishedFile } from './context.js';

/** A picture as pages show it. All but the sizes are ready for an `src`, `href` or `srcset`. */
export interface PlannedPicture {
  readonly src: string;
  readonly srcset?: string | undefined;
  readonly webp?: string | undefined;
  /** The largest, to be looked at by itself. */
  readonly large: string;
  /** Pixels of the largest. */
  readonly width: number;
  readonly height: number;
}

interface Variants {
  /** Narrowest first. */
  readonly widths: readonly number[];
  readonly base: number;
  readonly fallback: PictureFormat;
  readonly height: (width: number) => number;
  readonly address: (width: number, format: PictureFormat) => string;
}

/** pixels; what networks and chat programs ask of a picture that they show beside a link */
const SHARE_WIDTH = 1200;
/** pixels; what a browser without `srcset` gets */
const PLAIN_WIDTH = 800;
/** Of two widths nearer to each other than this only the larger is made. */
const NEAR = 1.15;
const ENDINGS: Readonly<Record<PictureFormat, string>> = { webp: 'webp', jpeg: 'jpg', png: 'png' };

/**
 * Undefined for a file that is no picture, and for one that is only copied. An address holds a hash of the picture and of
 * `base`, so that browsers may keep what is there for ever.
 */
function variantsOf({ media, site }: Plan, { source, address }: PublishedFile): Variants | undefined {
  const facts = media.pictures.get(source.file);
  if (!facts?.fallback) return undefined;
  const { width, height } = facts;
  const widths = variantWidths(site.settings.images.widths, width);
  const base = widths.at(-1) ?? width;
  const mark = hash(media.hashes.get(source.file) ?? '', String(base)).slice(0, 10);
  const stem = `${PICTURE_FOLDER}${address.slice('/tep/'.length, address.lastIndexOf('.'))}`;
  return {
    widths,
    base,
    fallback: facts.fallback,
    height: (w) => Math.max(1, Math.round((height * w) / width)),
    address: (w, format) => `${stem}.${mark}.${w}.${ENDINGS[format]}`,
  };
}

/** The wanted widths below the picture's own, and its own or the largest wanted; it is never made wider. */
export function variantWidths(wanted: readonly number[], own: number): number[] {
  const largest = Math.min(own, wanted.at(-1) ?? own);
  return [...wanted.filter((width) => width * NEAR < largest), largest];
}

export function plannedPicture(plan: Plan, file: PublishedFile): PlannedPicture | undefined {
  const facts = plan.media.pictures.get(file.source.file);
  if (!facts) return undefined;
  const variants = variantsOf(plan, file);
  if (!variants) {
    const src = hrefOf(plan.site, file.address);
    return { src, large: src, width: facts.width, height: facts.height };
  }
  const { widths, base, fallback, height, address } = variants;
  const href = (width: number, format: PictureFormat) => hrefOf(plan.site, address(width, format));
  const srcset = (format: PictureFormat) => widths.map((w) => `${href(w, format)} ${w}w`).join(', ');
  return {
    src: href(widths.findLast((width) => width <= PLAIN_WIDTH) ?? widths[0] ?? base, fallback),
    srcset: srcset(fallback),
    webp: srcset('webp'),
    large: href(base, fallback),
    width: base,
    height: height(base),
  };
}

/** A JPEG for what shows a link with a picture: a network, a chat, a search engine. */
export function sharePicture(
  plan: Plan,
  file: PublishedFile,
): { src: string; width: number; height: number } | undefined {
  const variants = variantsOf(plan, file);
  if (!variants) return undefined;
  const width = Math.min(SHARE_WIDTH, variants.base);
  return {
    src: hrefOf(plan.site, variants.address(width, 'jpeg')),
    width,
    height: variants.height(width),
  };
}

/** Whether the file itself is published, not only variants of it. */
export function isCopied(plan: Plan, file: PublishedFile): boolean {
  return file.uses.has('linked') || !variantsOf(plan, file);
}

/** The variants of all pictures that pages show. */
export function pictureOutputs(plan: Plan): Output[] {
  const { media, site } = plan;
  if (media.pictures.size === 0) return [];
  const leads = new Set(
    site.articles.map(
      ({ file, fields }) => fields.image && publishedFile(site, file, fields.image.src)?.source.file,
    ),
  );
  const outputs = new Map<string, Output>();
  for (const file of site.files.values()) {
    const variants = file.uses.has('shown') ? variantsOf(plan, file) : undefined;
    if (!variants) continue;
    const { widths, base, fallback, address } = variants;
    const { source } = file;
    const add = (width: number, format: PictureFormat) => {
      const path = address(width, format).slice(1);
      const recipe = {
        type: 'picture',
        source,
        hash: media.hashes.get(source.file) ?? '',
        base,
        width,
        format,
      } as const;
      outputs.set(path, { path, origin: source.file, recipe });
    };
    for (const width of widths) for (const format of ['webp', fallback] as const) add(width, format);
    if (leads.has(source.file)) add(Math.min(SHARE_WIDTH, base), 'jpeg');
  }
  return [...outputs.values()];
}
