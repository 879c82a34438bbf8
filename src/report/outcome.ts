import type { Problem } from '../core/problem.js';
import type { Withheld } from '../core/types.js';

/** How a run ended. */
export const EXIT = { fine: 0, content: 1, usage: 2, heldBroken: 3, io: 4, fault: 70 } as const;

/** All that a run has to tell, before it is put into words. */
export interface Outcome {
  readonly exit: number;
  /** Sorted, each with its place. */
  readonly problems: readonly Problem[];
  readonly site?: {
    readonly articles: number;
    readonly documents: number;
    readonly polls: number;
    readonly pages: number;
  };
  readonly withheld: readonly Withheld[];
  readonly nextBuildAt: number | null;
  /** Paths in the output. Absent when nothing was published. */
  readonly changed?: {
    readonly added: readonly string[];
    readonly updated: readonly string[];
    readonly removed: readonly string[];
    readonly unchanged: number;
  };
  readonly cache: { readonly hits: number; readonly misses: number; readonly damaged: number };
  readonly hasBaseUrl: boolean;
  readonly zone: string;
  readonly ms: Readonly<Record<'total' | 'scan' | 'parse' | 'model' | 'render' | 'publish', number>>;
}
