/**
 * The plain data that crosses from one stage to the next. This file imports nothing but the
 * form of a problem, holds no functions, and every value in it is read-only.
 */
import type { Lang } from './message.js';
import type { Place, Problem, Where } from './problem.js';
import type { TemplateName } from './views.js';
import type { Words } from './words.js';

/** A day of the calendar, `2024-05-22`: sorts as text. */
export type Day = string;

/** An instant in ms since 1970; `dateOnly` when the editor wrote no time of day. */
export interface Moment {
  readonly at: number;
  readonly dateOnly: boolean;
}

export const KINDS = ['article', 'document', 'poll', 'page'] as const;
export type Kind = (typeof KINDS)[number];

// ---- scan

/** A file of the site. `file` is its path from the root, in NFC with `/`; `disk` the same path as the disk spells it. */
export interface SourceFile {
  readonly file: string;
  readonly disk: string;
  /** bytes; not always known of an entry, which is read anyway */
  readonly size: number;
}

export interface Scan {
  /** `content/**.md` */
  readonly entries: readonly SourceFile[];
  /** Everything else under `content/`, but for `content/public/`. */
  readonly files: readonly SourceFile[];
  /** `content/public/**`, copied to the root of the site. */
  readonly publicFiles: readonly SourceFile[];
  readonly problems: readonly Problem[];
}

// ---- parse

/**
 * A place in a body whose HTML depends on other files; the model settles it (ARCHITECTURE.md, "Values"). Most are
 * numbers of documents, and most of these no more than their text: written as they are compared, no date beside them.
 */
export type Slot = string | LinkSlot | { readonly type: 'link-end' } | ImageSlot | NumberSlot;

export interface LinkSlot {
  readonly type: 'link';
  readonly url: string;
  readonly title?: string;
  readonly place: Place;
}
export interface ImageSlot {
  readonly type: 'image';
  readonly url: string;
  readonly alt: string;
  readonly place: Place;
}
export interface NumberSlot {
  readonly type: 'number';
  readonly text: string;
  readonly number: string;
  readonly day?: Day;
}

/**
 * HTML with U+0000 wherever a slot comes in. Once it is stored it stays bytes until the page is written:
 * text that is only carried along is never decoded again.
 */
export type Body = string;

/** What lists, links and checks need to know of a body. The body itself lies in a pack. */
export interface BodyInfo {
  /** Of the file's content: another body has another hash. */
  readonly hash: string;
  readonly slots: readonly Slot[];
  /** ids in the body that a link may point at */
  readonly anchors: readonly string[];
  /** the first words of an article without a summary, for lists; else empty */
  readonly excerpt: string;
}

export interface FileReference {
  readonly path: string;
  readonly label?: string | undefined;
}

export interface Picture {
  readonly src: string;
  readonly alt?: string | undefined;
  readonly caption?: string | undefined;
  readonly credit?: string | undefined;
}

export interface NewsSource {
  readonly name: string;
  readonly url?: string | undefined;
  readonly timestamp?: Moment | undefined;
}

interface CommonFields {
  readonly slug?: string | undefined;
  readonly aliases?: readonly string[] | undefined;
  readonly draft?: boolean | undefined;
  readonly unpublish?: Moment | undefined;
  readonly updated?: Moment | undefined;
}

export interface ArticleFields extends CommonFields {
  readonly title: string;
  readonly timestamp: Moment;
  readonly category: string;
  readonly summary?: string | undefined;
  readonly author?: string | undefined;
  readonly source?: NewsSource | undefined;
  readonly image?: Picture | undefined;
  readonly gallery?: readonly Picture[] | undefined;
  readonly video?: string | undefined;
  readonly audio?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly files?: readonly FileReference[] | undefined;
  readonly poll?: string | undefined;
  readonly pinned?: boolean | Moment | undefined;
}

export const STATUSES = ['pending', 'in-force', 'partly-expired', 'expired', 'suspended'] as const;
export type Status = (typeof STATUSES)[number];

export interface DocumentFields extends CommonFields {
  readonly number?: string | undefined;
  readonly type: string;
  readonly issuer: string;
  readonly issued: Day;
  readonly summary: string;
  readonly files: readonly FileReference[];
  readonly title?: string | undefined;
  readonly effective?: Day | undefined;
  readonly expires?: Day | undefined;
  readonly status?: Status | undefined;
  readonly signer?: { readonly name: string; readonly position?: string | undefined } | undefined;
  readonly field?: string | undefined;
  readonly replaces?: readonly string[] | undefined;
  readonly amends?: readonly string[] | undefined;
  readonly repeals?: readonly string[] | undefined;
  readonly related?: readonly string[] | undefined;
  readonly timestamp?: Moment | undefined;
  readonly comment?:
    | {
        readonly opens?: Moment | undefined;
        readonly closes?: Moment | undefined;
        readonly address?: string | undefined;
        readonly email?: string | undefined;
      }
    | undefined;
}

export interface PollFields extends CommonFields {
  readonly question: string;
  readonly options: readonly string[];
  readonly choices?: number | undefined;
  readonly opens: Moment;
  readonly closes?: Moment | undefined;
  readonly results?: { readonly participants: number; readonly votes: readonly number[] } | undefined;
}

export interface PageFields extends CommonFields {
  readonly title: string;
  readonly summary?: string | undefined;
}

export interface FieldsOf {
  article: ArticleFields;
  document: DocumentFields;
  poll: PollFields;
  page: PageFields;
}

/** One file, read: depends on its bytes, its kind and the settings of parsing alone; knows no path. */
export type Parsed = {
  [K in Kind]: { readonly kind: K; readonly fields: FieldsOf[K]; readonly body: BodyInfo };
}[Kind];

export interface ParseResult {
  /** Absent when an error leaves nothing to publish. */
  readonly parsed?: Parsed;
  /** Places are the author's; files are added by the caller. */
  readonly problems: readonly Problem[];
}

// ---- model

/** A parsed file with what its path adds. `address` is its page's, without the base path: `/xay-dung-dang/2024/x/`. */
export type EntryOf<K extends Kind> = {
  readonly kind: K;
  readonly file: string;
  readonly slug: string;
  readonly address: string;
  readonly fields: FieldsOf[K];
  readonly body: BodyInfo;
  /** Another one whenever anything of the entry is: what its file holds, and where that and its page lie. */
  readonly print: string;
};
export type Article = EntryOf<'article'>;
export type Document = EntryOf<'document'>;
export type Poll = EntryOf<'poll'>;
export type StandingPage = EntryOf<'page'>;
export type Entry = Article | Document | Poll | StandingPage;

export type WithheldReason = 'draft' | 'scheduled' | 'unpublished' | 'error';
export interface Withheld {
  readonly file: string;
  readonly reason: WithheldReason;
  /** The instant at which it goes live by itself, in ms, or null. */
  readonly until: number | null;
}

/** A name that entries share (category, tag, type, issuer, field): one spelling, one slug, entries newest first. */
export interface Named<E extends Entry = Entry> {
  readonly name: string;
  readonly slug: string;
  readonly address: string;
  readonly description?: string | undefined;
  readonly entries: readonly E[];
}

/** A document's place among the others, and its status when something settles it. */
export interface DocumentRelations {
  readonly status?: Status | undefined;
  readonly replaces: readonly DocumentLink[];
  readonly replacedBy: readonly DocumentLink[];
  readonly amends: readonly DocumentLink[];
  readonly amendedBy: readonly DocumentLink[];
  readonly repeals: readonly DocumentLink[];
  readonly repealedBy: readonly DocumentLink[];
  readonly related: readonly DocumentLink[];
  readonly citedBy: readonly Article[];
}
/** A document named by another: one of the site, or only its number as it was written. */
export interface DocumentLink {
  readonly text: string;
  readonly document?: Document | undefined;
}

export interface Redirect {
  readonly from: string;
  /** An address of this site without the base path, or a whole URL. */
  readonly to: string;
  readonly file: string;
}

/** What a slot turned out to be: text, or more. `href`s are addresses without the base path, or whole URLs. */
export type Resolved =
  | string
  | { readonly type: 'link'; readonly href: string; readonly title?: string | undefined }
  | { readonly type: 'link-end' }
  | { readonly type: 'image'; readonly file: string; readonly alt: string }
  | { readonly type: 'number'; readonly text: string; readonly href: string };

/** A file that entries refer to, published once. */
export interface PublishedFile {
  readonly source: SourceFile;
  readonly address: string;
  /** The first place that refers to it, for messages about the file. */
  readonly usedAt: Where;
  readonly uses: ReadonlySet<FileUse>;
}
/** A picture that is shown gets variants; a file that something leads to is published as it is. */
export type FileUse = 'shown' | 'linked';

/** What is known of the bytes of files, by their path. */
export interface Media {
  readonly hashes: ReadonlyMap<string, string>;
  readonly pictures: ReadonlyMap<string, PictureFacts>;
}

/** A picture, measured: pixels, right side up. */
export interface PictureFacts {
  readonly width: number;
  readonly height: number;
  /** What browsers without WebP get; null when the picture is only copied (SVG, or it moves). */
  readonly fallback: 'jpeg' | 'png' | null;
}

export type PictureFormat = 'webp' | 'jpeg' | 'png';

/** A menu item whose target is there; `href` is an address without the base path, or a whole URL. */
export interface ResolvedMenuItem {
  readonly label: string;
  readonly href: string;
  readonly children: readonly ResolvedMenuItem[];
}

export interface Site {
  readonly settings: Settings;
  /** ms since 1970 */
  readonly now: number;
  readonly articles: readonly Article[];
  readonly documents: readonly Document[];
  readonly polls: readonly Poll[];
  readonly pages: readonly StandingPage[];
  readonly categories: readonly Named<Article>[];
  readonly tags: readonly Named<Article>[];
  readonly types: readonly Named<Document>[];
  readonly years: readonly Named<Document>[];
  readonly issuers: readonly Named<Document>[];
  readonly fields: readonly Named<Document>[];
  /** By the document's file. */
  readonly relations: ReadonlyMap<string, DocumentRelations>;
  /** The poll that an article names, by the article's file. */
  readonly polledIn: ReadonlyMap<string, Poll>;
  readonly menu: readonly ResolvedMenuItem[];
  readonly redirects: readonly Redirect[];
  /** Content files that published entries refer to, by their path. */
  readonly files: ReadonlyMap<string, PublishedFile>;
  readonly publicFiles: readonly SourceFile[];
  /** Slots of each published body, by the entry's file, in the order of the body. */
  readonly resolved: ReadonlyMap<string, readonly Resolved[]>;
  readonly withheld: readonly Withheld[];
  /** Entries that are on the site only because a preview shows drafts, and when they go live. */
  readonly early: readonly Withheld[];
  readonly nextBuildAt: number | null;
}

// ---- plan, render, publish

/** One file of `dist/`. `path` is from the root of the output, with `/`. */
export interface Output {
  readonly path: string;
  /** What it was made from, for messages: an entry's file, or the name of the page. */
  readonly origin: string;
  readonly recipe: Recipe;
}

/**
 * How an output's bytes come to be; a closed few. A page's view is made only when it is drawn,
 * so that a hundred thousand of them never stand in memory at once.
 */
export type Recipe =
  | TemplateRecipe
  | { readonly type: 'text'; readonly text: () => string }
  | { readonly type: 'bytes'; readonly bytes: Uint8Array }
  | { readonly type: 'copy'; readonly source: SourceFile; readonly hash: string }
  | PictureRecipe;

export interface TemplateRecipe {
  readonly type: 'template';
  readonly template: TemplateName;
  readonly draw: () => Drawing;
  /**
   * A text that is another one whenever what `draw` gives is: what that is made from, which is sooner said than made.
   * Where it is the same as at the last build, so is the page. Absent where `draw` itself is to be asked.
   */
  readonly basis?: () => string;
}

/** A picture made smaller: once to `base` pixels wide, and from there to `width`, so that it is decoded once for all its widths. */
export interface PictureRecipe {
  readonly type: 'picture';
  readonly source: SourceFile;
  readonly hash: string;
  readonly base: number;
  readonly width: number;
  readonly format: PictureFormat;
}

/** What a template is drawn with, but for the view that all pages share. Plain: it can be sent to a thread. */
export interface Drawing {
  readonly view: object;
  readonly body?: BodyUse | undefined;
}

/** A body to be set into a page: what the store holds under `hash`, with its slots filled. */
export interface BodyUse {
  readonly hash: string;
  readonly slots: readonly string[];
}

// ---- settings

export interface MenuItem {
  readonly label: string;
  readonly to: string;
  readonly children?: readonly MenuItem[] | undefined;
}

export interface CategorySetting {
  readonly name: string;
  readonly slug?: string | undefined;
  readonly description?: string | undefined;
}

export interface Organisation {
  readonly name?: string | undefined;
  readonly parent?: string | undefined;
  readonly emblem?: string | undefined;
  readonly address?: string | undefined;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
  readonly responsible?: { readonly name: string; readonly position?: string | undefined } | undefined;
  readonly licence?: string | undefined;
  readonly reuse?: string | undefined;
}

/** `site.yaml` as its author may write it: everything optional. */
export interface SiteConfig {
  readonly title?: string | undefined;
  readonly organisation?: Organisation | undefined;
  readonly baseUrl?: string | undefined;
  readonly lang?: Lang | undefined;
  readonly timezone?: string | undefined;
  readonly theme?: { readonly accent?: string | undefined; readonly from?: string | undefined } | undefined;
  readonly menu?: readonly MenuItem[] | undefined;
  readonly categories?: readonly CategorySetting[] | undefined;
  readonly home?:
    | {
        readonly featured?: number | undefined;
        readonly perCategory?: number | undefined;
        readonly categories?: readonly string[] | undefined;
      }
    | undefined;
  readonly pageSize?: number | undefined;
  readonly others?: number | undefined;
  readonly permalinks?: { readonly article?: string | undefined } | undefined;
  readonly links?: readonly { readonly label: string; readonly url: string }[] | undefined;
  readonly banner?:
    | { readonly text: string; readonly from?: Moment | undefined; readonly until?: Moment | undefined }
    | undefined;
  readonly polls?: { readonly endpoint?: string | undefined } | undefined;
  readonly images?: { readonly widths?: readonly number[] | undefined } | undefined;
  readonly security?:
    | {
        readonly script?: readonly string[] | undefined;
        readonly style?: readonly string[] | undefined;
        readonly frame?: readonly string[] | undefined;
        readonly connect?: readonly string[] | undefined;
        readonly image?: readonly string[] | undefined;
      }
    | undefined;
  readonly robots?: string | undefined;
  readonly extends?: string | undefined;
}

/** The settings with every default filled in. */
export interface Settings extends SiteConfig {
  readonly title: string;
  readonly organisation: Organisation;
  readonly lang: Lang;
  /** The words of the theme in that language. */
  readonly words: Words;
  readonly timezone: string;
  readonly menu: readonly MenuItem[];
  readonly categories: readonly CategorySetting[];
  readonly home: {
    readonly featured: number;
    readonly perCategory: number;
    readonly categories: readonly string[];
  };
  readonly pageSize: number;
  readonly others: number;
  readonly permalinks: { readonly article: string };
  readonly links: readonly { readonly label: string; readonly url: string }[];
  /** Pixels, narrowest first; at least one. */
  readonly images: { readonly widths: readonly number[] };
  /** `/dong-ha` for `https://x.github.io/dong-ha/`, else empty. */
  readonly basePath: string;
}
