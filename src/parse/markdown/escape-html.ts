/** Characters that would end a text or an attribute in double quotes, escaped as remark-html does. */

export function escapeText(text: string): string {
  return /[<&]/.test(text) ? text.replace(/&/g, '&#x26;').replace(/</g, '&#x3C;') : text;
}

export function escapeAttribute(text: string): string {
  return text.replace(/["&'`]/g, (c) => `&#x${c.charCodeAt(0).toString(16).toUpperCase()};`);
}
