/**
 * THE pipeline, up to the plan; publish-site.ts goes on from there. `build` and `check` load a site once, a preview
 * holds it open (open-site.ts): the same steps.
 */
import type { Cache } from './cache/cache.js';
import type { Config } from './config.js';
import type { Problem } from './core/problem.js';
import type { Output, Site } from './core/types.js';
import type { SharedView } from './core/views.js';
import type { Bodies } from './known-entries.js';
import type { LastRun } from './last-run.js';
import { openSite } from './open-site.js';
import type { Survey } from './publish/survey.js';
import type { PrintedBy } from './render/check-templates.js';
import type { TemplateFiles } from './render/load-templates.js';
import type { Pool } from './workers/pool.js';

export interface SiteOptions {
  /** Absolute path of the site's folder. */
  readonly root: string;
  /** ms since 1970, read once by the caller; or how to read it at each load, given the site's zone. */
  readonly now: number | ((zone: string) => number);
  readonly baseUrl?: string | undefined;
  readonly drafts?: boolean;
  /** Publish the rest when entries have errors. */
  readonly holdBroken?: boolean;
  /** Threads; by default one a core, at most eight. */
  readonly jobs?: number | undefined;
  /** `off` uses a store of its own for this run; `read` writes nothing, for a run that draws nothing. */
  readonly cache?: 'on' | 'off' | 'read';
  /** Show an entry or a template that has got errors as it was when it had none, for a preview. */
  readonly keepsGood?: boolean;
  /** The last run, when its output is to be left alone if it is still true. */
  readonly lastRun?: LastRun | undefined;
  /** Absolute path of the output that will be published to, if it is worth looking at while the site is loaded. */
  readonly out?: string | undefined;
  readonly progress?: Progress | undefined;
}

export type Stage = 'parse' | 'measure' | 'draw' | 'picture' | 'compress';
/** `total` is 0 where it is not known yet. */
export type Progress = (stage: Stage, done: number, total: number) => void;

/** A site that is ready to be drawn. */
export interface LoadedSite {
  readonly site: Site;
  readonly outputs: readonly Output[];
  readonly shared: SharedView;
  readonly templates: TemplateFiles;
  /** What each template prints of its view. */
  readonly printed: PrintedBy;
  readonly bodies: Bodies;
  readonly packs: string;
  /** Whether the packs outlive this run. */
  readonly keepsCache: boolean;
  /** All that was read, as one key, and the disk's paths of the files among it that are no entries. */
  readonly inputs: () => string;
  readonly media: () => readonly string[];
  readonly pool: Pool;
  /** How the output stood while the site was loaded; absent where it was not worth it. */
  readonly survey: Promise<Survey | undefined>;
  /** Ends the threads, and takes away a store that was only for this run. */
  readonly close: () => Promise<void>;
}

export interface Loading {
  readonly config: Config;
  /** Absent when the settings are wrong: nothing further was read. */
  readonly loaded?: LoadedSite;
  /** Set when `lastRun` was given and there is nothing to do. */
  readonly unchanged?: LastRun;
  readonly problems: readonly Problem[];
  /** Entries that errors keep from the site, when `holdBroken` is set. */
  readonly held: readonly string[];
  readonly cache: Cache['counts'];
  readonly ms: Readonly<Record<'scan' | 'parse' | 'model', number>>;
}

/** Scans, parses, models and plans, once. Draws nothing and publishes nothing. */
export function loadSite(options: SiteOptions): Promise<Loading> {
  return openSite(options, true).load();
}
