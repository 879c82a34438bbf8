import { transcode } from 'node:buffer';

/** Bytes of valid UTF-8 as UTF-16, to be made text of: for Vietnamese, `toString('utf8')` takes six times as long in Node 20. */
export function toUtf16(bytes: Uint8Array): Buffer {
  return bytes.length > 0 ? transcode(bytes, 'utf8', 'utf16le') : Buffer.alloc(0);
}
