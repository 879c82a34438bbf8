/** One page of a list. */
export interface ListPage<T> {
  readonly address: string;
  readonly entries: readonly T[];
  readonly newer?: string;
  readonly older?: string;
}

/**
 * Cuts a list (newest first) into pages that count from the oldest: the unnumbered page holds the newest
 * `size` to `2·size − 1` entries, every numbered one is full. So a numbered page's list stays as it is when news is added.
 */
export function paginate<T>(entries: readonly T[], size: number, address: string): ListPage<T>[] {
  const numbered = Math.max(0, Math.floor(entries.length / size) - 1);
  const head = entries.length - numbered * size;
  const addressOf = (n: number) => (n === numbered + 1 ? address : `${address}trang/${n}/`);
  const pages: ListPage<T>[] = [];
  for (let n = numbered + 1; n >= 1; n--) {
    const start = n === numbered + 1 ? 0 : head + (numbered - n) * size;
    pages.push({
      address: addressOf(n),
      entries: entries.slice(start, n === numbered + 1 ? head : start + size),
      ...(n <= numbered && { newer: addressOf(n + 1) }),
      ...(n > 1 && { older: addressOf(n - 1) }),
    });
  }
  return pages;
}
