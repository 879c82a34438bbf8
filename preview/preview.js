/*
 * What the preview adds to a page: it follows the files, and says what is wrong and what readers do not see yet.
 * Texts come from the site's files, so they are only ever set as text.
 */
(() => {
  const OWN = '/__dongha/';
  const script = document.currentScript;
  const isIndex = location.pathname === OWN || location.pathname === `${OWN}index.html`;
  let version = script.dataset.version;

  const WORDS = {
    vi: {
      errors: (n) => `${n} lỗi`,
      warnings: (n) => `${n} cảnh báo`,
      error: 'lỗi',
      warning: 'cảnh báo',
      close: 'Đóng',
      more: (n) => `… và ${n} chỗ nữa; xem đủ ở cửa sổ dòng lệnh.`,
      draft: 'Bản nháp, chưa đăng',
      scheduled: 'Chờ đăng',
      unpublished: 'Đã gỡ',
      broken: 'Có lỗi',
      near: 'Có phải bạn tìm:',
      index: 'Bản nháp và tin chờ đăng',
      none: 'Không có bản nháp nào.',
      hint: 'Chạy lại với --drafts để xem các mục này.',
      waiting: 'Trang chưa xem được. Hãy sửa các lỗi được nêu.',
      lost: 'Mất liên lạc với bản xem trước.',
    },
    en: {
      errors: (n) => `${n} error${n === 1 ? '' : 's'}`,
      warnings: (n) => `${n} warning${n === 1 ? '' : 's'}`,
      error: 'error',
      warning: 'warning',
      close: 'Close',
      more: (n) => `… and ${n} more; the terminal has them all.`,
      draft: 'Draft, not published',
      scheduled: 'Scheduled',
      unpublished: 'Withdrawn',
      broken: 'Has errors',
      near: 'Did you mean:',
      index: 'Drafts and scheduled entries',
      none: 'There are no drafts.',
      hint: 'Start again with --drafts to see these.',
      waiting: 'The page cannot be shown yet. Mend the errors that are named.',
      lost: 'The preview does not answer.',
    },
  };

  /** An element with a class, a text and children. */
  function make(name, look, text, ...children) {
    const made = document.createElement(name);
    if (look) made.className = look;
    if (text) made.textContent = text;
    made.append(...children.filter(Boolean));
    return made;
  }

  function link(href, text) {
    const made = make('a', '', text);
    if (href.startsWith('/')) made.href = href;
    return made;
  }

  /** A place of its own, which the site's styles do not reach and which does not reach the site. */
  const host = make('dongha-preview');
  const shadow = host.attachShadow({ mode: 'open' });
  const sheet = document.createElement('link');
  sheet.rel = 'stylesheet';
  sheet.href = `${OWN}preview.css`;
  const stage = make('div', 'stage');
  shadow.append(sheet, stage);
  document.body.append(host);

  /** The problems that somebody has put away, until they are others. */
  let putAway = '';
  let state;

  function draw() {
    const words = WORDS[state.lang] ?? WORDS.vi;
    const here = state.marks.find(({ href }) => href && href === decodeURI(location.pathname));
    stage.replaceChildren(
      ...[
        here && make('p', `ribbon ${here.reason}`, markText(here, words)),
        overlay(words),
        badge(words),
        nearBox(words),
        isIndex ? indexOf(words) : undefined,
      ].filter(Boolean),
    );
    markLinks(words);
  }

  function markText({ reason, until }, words) {
    const name = reason === 'error' ? words.broken : words[reason];
    return until ? `${name}: ${until}` : name;
  }

  function overlay(words) {
    const print = JSON.stringify(state.problems);
    if (state.errors === 0 || putAway === print) return undefined;
    const close = make('button', 'close', words.close);
    close.type = 'button';
    close.addEventListener('click', () => {
      putAway = print;
      draw();
    });
    const hidden = state.errors + state.warnings - state.problems.length;
    const made = make(
      'section',
      'overlay',
      '',
      make('header', '', '', make('h1', '', counts(words)), close),
      make('ol', '', '', ...state.problems.map((problem) => problemItem(problem, words))),
      hidden > 0 && make('p', 'more', words.more(hidden)),
    );
    made.setAttribute('role', 'alertdialog');
    made.setAttribute('aria-label', counts(words));
    return made;
  }

  function problemItem({ code, severity, place, message, hint, frame }, words) {
    return make(
      'li',
      severity,
      '',
      make(
        'p',
        'place',
        '',
        make('b', '', place),
        make('span', 'severity', words[severity]),
        make('code', '', code),
      ),
      make('p', 'message', message),
      frame.length > 0 && make('pre', '', frame.join('\n')),
      hint && make('pre', 'hint', `→ ${hint}`),
    );
  }

  function counts(words) {
    return [
      state.errors > 0 && words.errors(state.errors),
      state.warnings > 0 && words.warnings(state.warnings),
    ]
      .filter(Boolean)
      .join(', ');
  }

  /** What is left when the overlay is put away, and all there is for warnings. */
  function badge(words) {
    const drafts = state.marks.filter(({ reason }) => reason === 'draft' || reason === 'scheduled').length;
    const text = counts(words);
    const open = text && make('button', state.errors > 0 ? 'error' : 'warning', text);
    if (open) {
      open.type = 'button';
      open.addEventListener('click', () => {
        putAway = '';
        if (state.errors > 0) draw();
        else location.assign(OWN);
      });
    }
    const list = drafts > 0 && !isIndex && link(OWN, `${words.index} (${drafts})`);
    return text || list ? make('div', 'badge', '', open, list) : undefined;
  }

  function nearBox(words) {
    if (state.near.length === 0) return undefined;
    const items = state.near.map((href) => make('li', '', '', link(href, href)));
    return make('nav', 'near', '', make('p', '', words.near), make('ul', '', '', ...items));
  }

  function indexOf(words) {
    document.title = words.index;
    const items = state.marks.map((mark) =>
      make(
        'li',
        mark.reason,
        '',
        mark.href ? link(mark.href, mark.title || mark.file) : make('span', '', mark.file),
        make('small', '', markText(mark, words)),
      ),
    );
    const problems = state.problems.map((problem) => problemItem(problem, words));
    return make(
      'main',
      'index',
      '',
      make('h1', '', words.index),
      items.length > 0 ? make('ul', '', '', ...items) : make('p', '', words.none),
      items.length > 0 && !state.drafts && make('p', 'more', words.hint),
      problems.length > 0 && make('h1', '', counts(words)),
      make('ol', '', '', ...problems),
      link('/', '←'),
    );
  }

  /** Links to what readers do not see yet say so. */
  function markLinks(words) {
    for (const old of document.querySelectorAll('dongha-mark')) old.remove();
    const marks = new Map(state.marks.filter(({ href }) => href).map((mark) => [mark.href, mark]));
    if (marks.size === 0) return;
    for (const anchor of document.querySelectorAll('a[href]')) {
      const mark = anchor.host === location.host && marks.get(decodeURI(anchor.pathname));
      if (!mark) continue;
      const made = make('dongha-mark');
      const inside = made.attachShadow({ mode: 'open' });
      inside.append(sheet.cloneNode(), make('span', `mark ${mark.reason}`, markText(mark, words)));
      anchor.append(made);
    }
  }

  async function refresh() {
    const answer = await fetch(`${OWN}state?path=${encodeURIComponent(location.pathname)}`, {
      cache: 'no-store',
    });
    state = await answer.json();
    draw();
  }

  /** Puts new styles in the place of the old, each once it is loaded, so that nothing flickers. */
  function swapStyles(hrefs) {
    const old = [...document.head.querySelectorAll('link[rel="stylesheet"]')];
    for (const [i, href] of hrefs.entries()) {
      const before = old[i];
      if (!before || before.getAttribute('href') === href) continue;
      const after = before.cloneNode();
      after.href = href;
      after.addEventListener('load', () => before.remove());
      after.addEventListener('error', () => before.remove());
      before.after(after);
    }
  }

  const KEPT = 'dongha-preview-scroll';

  /** Loads the page again, or the one where its entry is now, and stays where it was read. */
  function reload(to) {
    try {
      sessionStorage.setItem(KEPT, JSON.stringify([to ?? location.pathname, scrollX, scrollY]));
    } catch {
      // The browser keeps nothing: the page begins at its top.
    }
    dispatchEvent(new CustomEvent('dongha-reload'));
    if (to) location.replace(to);
    else location.reload();
  }

  function scrollBack() {
    try {
      const [path, x, y] = JSON.parse(sessionStorage.getItem(KEPT) ?? '[]');
      sessionStorage.removeItem(KEPT);
      if (path !== location.pathname) return;
      const scroll = () => scrollTo({ left: x, top: y, behavior: 'instant' });
      scroll();
      addEventListener('load', scroll, { once: true });
    } catch {
      // As above.
    }
  }

  function follow() {
    const asked = new URLSearchParams({ path: location.pathname, version });
    const events = new EventSource(`${OWN}events?${asked}`);
    const on = (name, act) => events.addEventListener(name, ({ data }) => act(JSON.parse(data)));
    on('reload', ({ to }) => reload(to));
    on('problems', refresh);
    on('styles', (news) => {
      version = news.version;
      swapStyles(news.hrefs);
      // A lost connection is taken up again under the version that is shown now.
      events.close();
      follow();
      refresh();
    });
    addEventListener('pagehide', () => events.close(), { once: true });
    addEventListener('pageshow', ({ persisted }) => persisted && location.reload(), { once: true });
  }

  scrollBack();
  follow();
  refresh();
})();
