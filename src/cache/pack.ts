import { randomBytes } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs';
import path from 'node:path';
import { crc32 } from 'node:zlib';

/** Where something lies: bytes `offset` to `offset + length` of a pack, with their CRC-32. */
export interface PackRef {
  readonly pack: string;
  readonly offset: number;
  readonly length: number;
  readonly crc: number;
}

/** Puts one thing behind the other into a new file. Nobody else writes to it, and nothing in it is changed later. */
export interface PackWriter {
  put(content: string | Uint8Array, encoding?: 'utf8' | 'utf16le'): PackRef;
  /** What was put is written together; before this it cannot be read. */
  flush(): void;
  close(): void;
}

/** bytes; what is put gathers in one piece of memory, which is written when it is full */
const PIECE = 1 << 18;

export function packWriter(folder: string): PackWriter {
  const pack = `${randomBytes(8).toString('hex')}.pack`;
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
    put(content, encoding = 'utf8') {
      // A UTF-16 unit takes three bytes of UTF-8 at the most.
      const room = typeof content === 'string' ? content.length * 3 : content.byteLength;
      if (filled + room > piece.length) flush();
      if (room > piece.length) piece = Buffer.allocUnsafe(room);
      const length =
        typeof content === 'string'
          ? piece.write(content, filled, encoding)
          : Buffer.from(content).copy(piece, filled);
      const crc = crc32(piece.subarray(filled, filled + length));
      const ref = { pack, offset: written + filled, length, crc };
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
  /** The bytes, good until the next are read; undefined when the pack is gone or damaged there. */
  read(ref: PackRef): Buffer | undefined;
  close(): void;
}

interface OpenPack {
  readonly file: number;
  piece: Buffer;
  /** What of the pack stands in the piece. */
  start: number;
  end: number;
}

/** bytes; few bodies are larger */
const BODY = 1 << 16;

/**
 * `ahead` is how many bytes are read at the least: much where things are asked for in the order in which they were
 * put, nothing where they are not.
 */
export function packReader(folder: string, ahead = 0): PackReader {
  const packs = new Map<string, OpenPack>();
  const open = (pack: string): OpenPack => {
    const file = openSync(path.join(folder, pack), 'r');
    const opened = { file, piece: Buffer.allocUnsafe(Math.max(ahead, BODY)), start: 0, end: 0 };
    packs.set(pack, opened);
    return opened;
  };
  const fill = (pack: OpenPack, { offset, length }: PackRef) => {
    if (length > pack.piece.length) pack.piece = Buffer.allocUnsafe(length);
    pack.start = offset;
    pack.end = offset + readSync(pack.file, pack.piece, 0, Math.max(length, ahead), offset);
  };
  const read = (ref: PackRef): Buffer | undefined => {
    try {
      const pack = packs.get(ref.pack) ?? open(ref.pack);
      if (ref.offset < pack.start || ref.offset + ref.length > pack.end) fill(pack, ref);
      const at = ref.offset - pack.start;
      const bytes = pack.piece.subarray(at, Math.min(at + ref.length, pack.end - pack.start));
      return bytes.length === ref.length && crc32(bytes) === ref.crc ? bytes : undefined;
    } catch {
      return undefined;
    }
  };
  return {
    read,
    close() {
      for (const { file } of packs.values()) closeSync(file);
      packs.clear();
    },
  };
}
