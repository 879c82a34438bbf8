import { isIP } from 'node:net';

/**
 * Whether a request's Host header names this server. A page of another site can be led to 127.0.0.1 by a name that
 * its owner points there; its requests then carry that name. An address in figures cannot be pointed anywhere.
 */
export function isAllowedHost(header: string | undefined, own: string): boolean {
  const host = /^(\[[^\]]*\]|[^:]*)(?::\d+)?$/
    .exec(header ?? '')?.[1]
    ?.toLowerCase()
    .replace(/\.$/, '');
  if (!host) return false;
  if (isIP(host.replace(/^\[|\]$/g, '')) !== 0) return true;
  return host === 'localhost' || host.endsWith('.localhost') || host === own.toLowerCase();
}
