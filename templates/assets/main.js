/* Adds the buttons that need a script; every page is whole without it. */
(() => {
  const root = document.documentElement;
  const KEY = 'dongha-co-chu';
  const SMALLEST = -1;
  const LARGEST = 3;

  const each = (selector, act) => document.querySelectorAll(selector).forEach(act);

  function button(box, words, act, name) {
    const made = document.createElement('button');
    made.type = 'button';
    made.textContent = words;
    if (name) {
      made.setAttribute('aria-label', name);
      made.title = name;
    }
    made.addEventListener('click', act);
    box.append(made);
  }

  function status(box, look) {
    const made = document.createElement('span');
    made.className = look;
    made.setAttribute('role', 'status');
    box.append(made);
    return made;
  }

  // The reader's text size: from -1 to 3, kept in the browser.
  let size = 0;

  function setSize(wanted) {
    size = Math.max(SMALLEST, Math.min(LARGEST, wanted));
    if (size) root.dataset.size = size;
    else delete root.dataset.size;
    try {
      if (size) localStorage.setItem(KEY, size);
      else localStorage.removeItem(KEY);
    } catch {
      // The browser keeps nothing: the size lasts for this page.
    }
  }

  try {
    setSize(Number(localStorage.getItem(KEY)) || 0);
  } catch {
    // As above.
  }

  each('[data-tools="size"]', (box) => {
    const { label, smaller, default: normal, larger } = box.dataset;
    const change = (next) => () => {
      setSize(next());
      said.textContent = size ? `${label} ${size > 0 ? '+' : '−'}${Math.abs(size)}` : normal;
    };
    box.setAttribute('role', 'group');
    box.setAttribute('aria-label', label);
    button(
      box,
      'A−',
      change(() => size - 1),
      smaller,
    );
    button(
      box,
      'A',
      change(() => 0),
      normal,
    );
    button(
      box,
      'A+',
      change(() => size + 1),
      larger,
    );
    const said = status(box, 'visually-hidden');
  });

  each('[data-tools="share"]', (box) => {
    const words = box.dataset;
    const canonical = document.querySelector('link[rel="canonical"]');
    const url = canonical ? canonical.href : location.href.split('#')[0];
    button(box, words.print, () => print());
    button(box, words.copy, async () => {
      said.textContent = '';
      try {
        await navigator.clipboard.writeText(url);
        said.textContent = words.copied;
      } catch {
        said.textContent = `${words.notCopied} ${url}`;
      }
    });
    if (navigator.share) {
      button(box, words.share, () => navigator.share({ title: document.title, url }).catch(() => {}));
    }
    const said = status(box, 'tools-status');
  });

  // A wide table can be scrolled with the keyboard.
  each('.prose table', (table) => {
    if (table.scrollWidth > table.clientWidth) table.tabIndex = 0;
  });

  // Open menus and filters close with Escape, and with a click elsewhere.
  const MENUS = '.menu-phone > details[open], .menu-desk details[open], .facet[open]';
  addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    each(MENUS, (menu) => {
      if (menu.contains(document.activeElement)) menu.firstElementChild.focus();
      menu.open = false;
    });
  });
  addEventListener('click', ({ target }) => {
    each(MENUS, (menu) => {
      if (!menu.contains(target)) menu.open = false;
    });
  });
})();
