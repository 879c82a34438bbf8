import { randomUUID } from 'node:crypto';
import type { DrawSetup, SharedSetup } from './draw-batch.js';

/** Puts what all pages share where every thread can read it without a copy. */
export function shareSetup(setup: DrawSetup): SharedSetup {
  const bytes = Buffer.from(JSON.stringify(setup));
  const json = new SharedArrayBuffer(bytes.length);
  bytes.copy(Buffer.from(json));
  return { id: randomUUID(), json };
}
