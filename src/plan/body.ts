import { escapeHtml } from '../core/text.js';
import type { BodyUse, Entry, Resolved } from '../core/types.js';
import { hrefOf, type Plan } from './context.js';

/** An entry's body with its slots written out; the chunks between them are fetched when the page is drawn. */
export function bodyOf(plan: Plan, entry: Entry): BodyUse {
  const resolved = plan.site.resolved.get(entry.file) ?? [];
  return { hash: entry.body.hash, slots: resolved.map((slot) => writeSlot(plan, slot)) };
}

function writeSlot(plan: Plan, slot: Resolved): string {
  switch (slot.type) {
    case 'link': {
      const title = slot.title ? ` title="${escapeHtml(slot.title)}"` : '';
      return `<a href="${escapeHtml(hrefOf(plan.site, slot.href))}"${title}>`;
    }
    case 'link-end':
      return '</a>';
    case 'number':
      return `<a href="${escapeHtml(hrefOf(plan.site, slot.href))}">${escapeHtml(slot.text)}</a>`;
    case 'text':
      return escapeHtml(slot.text);
    case 'image':
      return writeImage(plan, slot.file, slot.alt);
  }
}

function writeImage(plan: Plan, file: string, alt: string): string {
  const published = plan.site.files.get(file);
  if (!published) return escapeHtml(alt);
  const size = plan.media.dimensions.get(file);
  const dimensions = size ? ` width="${size.width}" height="${size.height}"` : '';
  const src = escapeHtml(hrefOf(plan.site, published.address));
  return `<img src="${src}" alt="${escapeHtml(alt)}"${dimensions} loading="lazy" decoding="async">`;
}
