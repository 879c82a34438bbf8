import { escapeHtml } from '../core/text.js';
import type { BodyUse, Entry, Resolved } from '../core/types.js';
import { hrefOf, type Plan } from './context.js';
import { plannedPicture } from './pictures.js';

/** How wide a column of text is: at most 45rem on a desk, else the screen. */
const SIZES = '(min-width: 48rem) 45rem, 100vw';

/** An entry's body with its slots written out; the chunks between them are fetched when the page is drawn. */
export function bodyOf(plan: Plan, entry: Entry): BodyUse {
  const resolved = plan.site.resolved.get(entry.file) ?? [];
  return { hash: entry.body.hash, slots: resolved.map((slot) => writeSlot(plan, slot)) };
}

function writeSlot(plan: Plan, slot: Resolved): string {
  if (typeof slot === 'string') return escapeHtml(slot);
  switch (slot.type) {
    case 'link': {
      const title = slot.title ? ` title="${escapeHtml(slot.title)}"` : '';
      return `<a href="${escapeHtml(hrefOf(plan.site, slot.href))}"${title}>`;
    }
    case 'link-end':
      return '</a>';
    case 'number':
      return `<a href="${escapeHtml(hrefOf(plan.site, slot.href))}">${escapeHtml(slot.text)}</a>`;
    case 'image':
      return writeImage(plan, slot.file, slot.alt);
  }
}

function writeImage(plan: Plan, file: string, alt: string): string {
  const published = plan.site.files.get(file);
  const picture = published && plannedPicture(plan, published);
  if (!picture) return escapeHtml(alt);
  const { src, srcset, webp, width, height } = picture;
  const choice = (name: string) => (name ? ` srcset="${escapeHtml(name)}" sizes="${SIZES}"` : '');
  const size = `width="${width}" height="${height}"`;
  const img = `<img src="${escapeHtml(src)}"${choice(srcset ?? '')} alt="${escapeHtml(alt)}" ${size} loading="lazy" decoding="async">`;
  return webp ? `<picture><source type="image/webp"${choice(webp)}>${img}</picture>` : img;
}
