import { readFileSync } from 'node:fs';

const { categories } = JSON.parse(readFileSync('_data/site.json', 'utf8'));
const weekdays = ['Chủ Nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'];

/** The wall clock of Việt Nam, read through UTC so that the machine's zone does not matter. */
const local = (date) => new Date(date.getTime() + 7 * 3_600_000);
const dayOf = (at) => `${at.getUTCDate()}-${at.getUTCMonth() + 1}-${at.getUTCFullYear()}`;
const twoDigits = (number) => String(number).padStart(2, '0');

function moment(date) {
  const at = local(date);
  const time = `${twoDigits(at.getUTCHours())}:${twoDigits(at.getUTCMinutes())}`;
  return `${time}, ${weekdays[at.getUTCDay()]}, ${dayOf(at)}`;
}

const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text) => text.replace(/[&<>"]/g, (sign) => entities[sign]);

const isArticle = (item) => item.data.category !== undefined;
const newestFirst = (a, b) => b.date - a.date;

/** Five newer and five older of the same category, filled up from the other side. */
function neighbours(articles, at) {
  const from = Math.max(0, Math.min(at - 5, articles.length - 11));
  return articles.slice(from, from + 11).filter((article) => article !== articles[at]);
}

export default function configure(config) {
  const others = new Map();
  config.amendLibrary('md', (markdown) => markdown.set({ html: false, linkify: true }));

  config.addCollection('articles', (api) => api.getAll().filter(isArticle).sort(newestFirst));
  for (const { name, slug } of categories) {
    config.addCollection(slug, (api) => {
      const articles = api
        .getAll()
        .filter((item) => item.data.category === name)
        .sort(newestFirst);
      for (const [at, { inputPath }] of articles.entries()) others.set(inputPath, neighbours(articles, at));
      return articles;
    });
  }

  const item = ({ url, data, date }) =>
    `<li><a href="${url}">${escapeHtml(data.title)}</a> <time>${dayOf(local(date))}</time></li>\n`;
  config.addJavaScriptFunction('escapeHtml', escapeHtml);
  config.addJavaScriptFunction('item', item);
  config.addJavaScriptFunction('others', (page) => others.get(page.inputPath));
  config.addJavaScriptFunction('moment', moment);
  config.addJavaScriptFunction('iso', (date) => `${local(date).toISOString().slice(0, 19)}+07:00`);
}
