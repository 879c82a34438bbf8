import { normalizeUri } from 'micromark-util-sanitize-uri';

/** Characters that would end a text or an attribute in double quotes, escaped as remark-html does. */

export function escapeText(text: string): string {
  return /[<&]/.test(text) ? text.replace(/&/g, '&#x26;').replace(/</g, '&#x3C;') : text;
}

export function escapeAttribute(text: string): string {
  return text.replace(/["&'`]/g, (c) => `&#x${c.charCodeAt(0).toString(16).toUpperCase()};`);
}

/** An address as it may stand in an attribute. Most hold nothing to encode, which encoding finds out letter by letter. */
export function writeUrl(url: string): string {
  return /^[\w!#$()*+,./:;=?@~-]*$/.test(url) ? url : escapeAttribute(normalizeUri(url));
}
