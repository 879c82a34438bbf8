import { randomUUID } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs';
import path from 'node:path';
import { crc32 } from 'node:zlib';

/** Where a body lies: bytes `offset` to `offset + length` of a pack, with their CRC-32. */
export interface BodyRef {
  readonly pack: string;
  readonly offset: number;
  readonly length: number;
  readonly crc: number;
}

/** Puts bodies one behind the other into a new file. Nobody else writes to it, and nothing in it is changed later. */
export interface PackWriter {
  put(body: string | Uint8Array): BodyRef;
  /** Bodies are written together; before this they cannot be read. */
  flush(): void;
  close(): void;
}

/** bytes; bodies gather in one piece of memory, which is written when it is full */
const PIECE = 1 << 20;

export function packWriter(folder: string): PackWriter {
  const pack = `${randomUUID()}.pack`;
  let file: number | undefined;
  let piece = Buffer.allocUnsafe(PIECE);
  let filled = 0;
  let written = 0;
  const flush = () => {
    if (filled === 0) return;
    if (file === undefined) {
      mkdirSync(folder, { recursive: true });
      file = openSync(path.join(folder, pack), 'wx');
    }
    writeSync(file, piece, 0, filled);
    written += filled;
    filled = 0;
  };
  return {
    put(body) {
      // A UTF-16 unit takes three bytes of UTF-8 at the most.
      const room = typeof body === 'string' ? body.length * 3 : body.byteLength;
      if (filled + room > piece.length) flush();
      if (room > piece.length) piece = Buffer.allocUnsafe(room);
      const length =
        typeof body === 'string' ? piece.write(body, filled, 'utf8') : Buffer.from(body).copy(piece, filled);
      const ref = {
        pack,
        offset: written + filled,
        length,
        crc: crc32(piece.subarray(filled, filled + length)),
      };
      filled += length;
      return ref;
    },
    flush,
    close() {
      flush();
      if (file !== undefined) closeSync(file);
      file = undefined;
    },
  };
}

export interface PackReader {
  /** The body, good until the next is read; undefined when the pack is gone or damaged there. */
  read(ref: BodyRef): Buffer | undefined;
  close(): void;
}

export function packReader(folder: string): PackReader {
  const files = new Map<string, number>();
  const fileOf = (pack: string): number => {
    let file = files.get(pack);
    if (file === undefined) {
      file = openSync(path.join(folder, pack), 'r');
      files.set(pack, file);
    }
    return file;
  };
  let piece = Buffer.allocUnsafe(PIECE >> 4);
  const read = (ref: BodyRef): Buffer | undefined => {
    try {
      if (ref.length > piece.length) piece = Buffer.allocUnsafe(ref.length);
      const bytes = piece.subarray(0, ref.length);
      const size = readSync(fileOf(ref.pack), bytes, 0, ref.length, ref.offset);
      return size === ref.length && crc32(bytes) === ref.crc ? bytes : undefined;
    } catch {
      return undefined;
    }
  };
  return {
    read,
    close() {
      for (const file of files.values()) closeSync(file);
      files.clear();
    },
  };
}
