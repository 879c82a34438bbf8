/** A page as it grows, in memory that the next page uses again. */
export interface PageBytes {
  clear(): void;
  addText(text: string): void;
  addBytes(bytes: Uint8Array): void;
  /** What was added since it was cleared; good until it is cleared again. */
  all(): Uint8Array;
}

/** bytes; few pages are larger */
const FIRST_SIZE = 1 << 16;

export function pageBytes(): PageBytes {
  let memory = Buffer.allocUnsafe(FIRST_SIZE);
  let filled = 0;
  const makeRoom = (size: number) => {
    if (filled + size <= memory.length) return;
    const larger = Buffer.allocUnsafe((filled + size) * 2);
    memory.copy(larger, 0, 0, filled);
    memory = larger;
  };
  return {
    clear() {
      filled = 0;
    },
    addText(text) {
      // A UTF-16 unit takes three bytes of UTF-8 at the most; counting them takes as long as writing them.
      makeRoom(text.length * 3);
      filled += memory.write(text, filled);
    },
    addBytes(bytes) {
      makeRoom(bytes.byteLength);
      memory.set(bytes, filled);
      filled += bytes.byteLength;
    },
    all: () => memory.subarray(0, filled),
  };
}
