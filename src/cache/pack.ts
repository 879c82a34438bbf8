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
  put(body: Uint8Array): BodyRef;
  /** Bodies are written together; before this they cannot be read. */
  flush(): void;
  close(): void;
}

export function packWriter(folder: string): PackWriter {
  const pack = `${randomUUID()}.pack`;
  let file: number | undefined;
  let end = 0;
  let waiting: Uint8Array[] = [];
  const flush = () => {
    if (waiting.length === 0) return;
    if (file === undefined) {
      mkdirSync(folder, { recursive: true });
      file = openSync(path.join(folder, pack), 'wx');
    }
    writeSync(file, Buffer.concat(waiting));
    waiting = [];
  };
  return {
    put(body) {
      waiting.push(body);
      const ref = { pack, offset: end, length: body.byteLength, crc: crc32(body) };
      end += body.byteLength;
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
  /** The body; undefined when the pack is gone or damaged there. */
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
  const read = (ref: BodyRef): Buffer | undefined => {
    try {
      const bytes = Buffer.allocUnsafe(ref.length);
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
