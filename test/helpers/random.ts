/** Numbers that look random and are the same in every run (mulberry32). */
export interface Random {
  /** 0 ≤ n < 1 */
  readonly next: () => number;
  /** 0 ≤ n < below */
  readonly int: (below: number) => number;
  readonly pick: <T>(values: readonly T[]) => T;
  readonly chance: (share: number) => boolean;
}

export function random(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (below: number) => Math.floor(next() * below);
  return {
    next,
    int,
    pick: (values) => values[int(values.length)] as (typeof values)[number],
    chance: (share) => next() < share,
  };
}
