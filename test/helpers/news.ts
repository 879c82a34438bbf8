import { article } from './site.js';

/** Articles 1 (oldest) to n, a day apart, `Tin 1` to `Tin n`. */
export const news = (n: number, fields: (i: number) => Record<string, string> = () => ({})) =>
  Object.fromEntries(
    Array.from({ length: n }, (_, i) => [
      `content/tin/t${i + 1}.md`,
      article({ title: `Tin ${i + 1}`, timestamp: `8:00 ${i + 1}/5/2024`, ...fields(i + 1) }),
    ]),
  );
export const titles = (html: string) => [...html.matchAll(/>(Tin \d+)<\/a>/g)].map((match) => match[1]);
export const between = (html: string, from: string, to: string) =>
  html.slice(html.indexOf(from), html.indexOf(to, html.indexOf(from)));
export const others = (html: string) =>
  titles(between(html, '<h2 class="section-title">Các tin khác</h2>', '</section>'));
