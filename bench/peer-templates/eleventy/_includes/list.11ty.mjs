export default {
  data: { layout: 'base.11ty.mjs' },
  render({ title, articles, pagination }) {
    const { previous, next } = pagination.href;
    const newer = previous ? `<a href="${previous}">← Tin mới hơn</a>\n` : '';
    const older = next ? `<a href="${next}">Tin cũ hơn →</a>\n` : '';
    return `<h1>${this.escapeHtml(title)}</h1>
<ul>
${articles.map(this.item).join('')}</ul>
<nav>
${newer}${older}</nav>
`;
  },
};
