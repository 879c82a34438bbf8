import type { Site } from '../core/types.js';

/**
 * The Content-Security-Policy that all pages obey, a directive each: scripts, styles, pictures and forms of the site
 * itself only, and what `site.yaml` adds. Nothing inline, so a script that slips into a page does not run.
 */
export function contentPolicy({ settings }: Site): string[] {
  const { script = [], style = [], frame = [], connect = [], image = [] } = settings.security ?? {};
  const votes = endpointOrigin(settings.polls?.endpoint);
  const from = (name: string, ...sources: readonly string[]) => `${name} ${sources.join(' ')}`;
  return [
    "default-src 'self'",
    from('script-src', "'self'", ...script),
    from('style-src', "'self'", ...style),
    from('img-src', "'self'", ...image),
    from('connect-src', "'self'", ...votes, ...connect),
    frame.length > 0 ? from('frame-src', ...frame) : "frame-src 'none'",
    from('form-action', "'self'", ...votes),
    "object-src 'none'",
    "base-uri 'self'",
    "frame-ancestors 'self'",
  ];
}

/** The same for `<meta>`, where a browser heeds all but who may frame the page. */
export function metaPolicy(site: Site): string {
  return contentPolicy(site)
    .filter((directive) => !directive.startsWith('frame-ancestors'))
    .join('; ');
}

function endpointOrigin(endpoint: string | undefined): string[] {
  return endpoint && !endpoint.startsWith('/') ? [new URL(endpoint).origin] : [];
}
