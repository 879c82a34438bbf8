/** The helpers that templates may call beside Handlebars' own. Listed in docs/templates.md. */

const SAFE = /^(?:https?:|mailto:|tel:|\/(?!\/)|#|\.{1,2}\/)/i;

export const helpers = {
  /** Whether two values are the same. */
  eq: (a: unknown, b: unknown): boolean => a === b,
  /** A URL for `href` or `src`, or nothing when its scheme is not http, https, mailto or tel. */
  url: (value: unknown): string => (typeof value === 'string' && SAFE.test(value.trim()) ? value.trim() : ''),
} as const;

export const BUILT_IN = ['if', 'unless', 'each', 'with'] as const;
export const KNOWN_HELPERS: readonly string[] = [...BUILT_IN, ...Object.keys(helpers)];
