export default {
  data: { layout: 'base.11ty.mjs' },
  render({ title, page, content }) {
    return `<article>
<h1>${this.escapeHtml(title)}</h1>
<time datetime="${this.iso(page.date)}">${this.moment(page.date)}</time>
${content}</article>
<h2>Các tin khác</h2>
<ul>
${this.others(page).map(this.item).join('')}</ul>
`;
  },
};
