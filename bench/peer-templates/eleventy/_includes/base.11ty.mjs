export default {
  render({ title, site, content }) {
    const links = site.categories.map(({ name, slug }) => `<li><a href="/${slug}/">${name}</a></li>\n`);
    return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<title>${this.escapeHtml(title)}</title>
</head>
<body>
<header>
<a href="/">${site.title}</a>
<nav>
<ul>
${links.join('')}</ul>
</nav>
</header>
<main>
${content}</main>
<footer>
<p>${site.title}</p>
</footer>
</body>
</html>
`;
  },
};
