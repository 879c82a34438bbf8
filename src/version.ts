import { createRequire } from 'node:module';

/** The program's version: part of every cache key, because another version may draw other bytes. */
export const VERSION: string = createRequire(import.meta.url)('dongha-site/package.json').version;
