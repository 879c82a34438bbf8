/* Adds the buttons that need a script; every page is whole without it. */
(() => {
  const root = document.documentElement;
  const KEY = 'dongha-co-chu';
  const SMALLEST = -1;
  const LARGEST = 3;

  const each = (selector, act) => document.querySelectorAll(selector).forEach(act);

  function part(tag, words, look) {
    const made = document.createElement(tag);
    made.textContent = words;
    made.className = look;
    return made;
  }

  // A button that shows a sign is still called by its words.
  function button(box, words, act, sign) {
    const made = part('button', sign ? '' : words, '');
    made.type = 'button';
    if (sign) {
      const shown = part('span', sign, '');
      shown.setAttribute('aria-hidden', 'true');
      made.append(shown, part('span', words, 'visually-hidden'));
      made.title = words;
    }
    made.addEventListener('click', act);
    box.append(made);
  }

  function status(box, look) {
    const made = part('span', '', look);
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
      said.textContent = size ? `${label} ${size > 0 ? '+' : '–'}${Math.abs(size)}` : normal;
    };
    box.setAttribute('role', 'group');
    box.setAttribute('aria-label', label);
    button(
      box,
      smaller,
      change(() => size - 1),
      'A–',
    );
    button(
      box,
      normal,
      change(() => 0),
      'A',
    );
    button(
      box,
      larger,
      change(() => size + 1),
      'A+',
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

  // What is wider than the page can be scrolled with the keyboard.
  const reach = () =>
    each('.prose table, .prose pre', (wide) => {
      if (wide.scrollWidth > wide.clientWidth) wide.tabIndex = 0;
      else wide.removeAttribute('tabindex');
    });
  reach();
  addEventListener('resize', reach);

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
