/** The form of an entry in the table of diagnostics. */

export type Severity = 'error' | 'warning';
export type Lang = 'vi' | 'en';
export type Params = Readonly<Record<string, string | number>>;

/** What happened, then (where there is something to do) what to do about it. */
type Wording = readonly [message: string, hint?: string];

export interface Message<P extends Params = Params> {
  readonly severity: Severity;
  readonly say: (params: P) => Readonly<Record<Lang, Wording>>;
}

export function error<P extends Params>(say: Message<P>['say']): Message<P> {
  return { severity: 'error', say };
}

export function warning<P extends Params>(say: Message<P>['say']): Message<P> {
  return { severity: 'warning', say };
}

/** The web address that `www.example.vn` was meant as, when it looks like one. */
export function wholeUrl(written: string): string | undefined {
  return /^(?:[\p{L}\p{N}_-]+\.)+\p{L}{2,}(?::\d+)?(?:\/\S*)?$/u.test(written)
    ? `https://${written}`
    : undefined;
}
