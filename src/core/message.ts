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
