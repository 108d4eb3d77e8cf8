// What Blazor cannot do itself: keys, files dropped anywhere, focus, and the browser's own words for phones and countries.
(function () {
  const visible = el => el.getClientRects().length > 0 && !el.disabled && el.getAttribute('aria-disabled') !== 'true';
  const typing = el => el && (el.isContentEditable || el.tagName === 'TEXTAREA' || el.tagName === 'SELECT'
    || (el.tagName === 'INPUT' && !/^(checkbox|radio|button|submit|file)$/.test(el.type)));
  const store = (key, value) => { try { if (value === undefined) return localStorage.getItem(key); localStorage.setItem(key, value); } catch { return null; } };

  // ---------- keys: an element says its key in data-key; pressing it clicks the element, or focuses it when it is a field
  const dialog = () => [...document.querySelectorAll('[role="dialog"], .mud-dialog')].find(visible);
  const find = key => {
    const scope = dialog() || document;
    const all = [...scope.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)].filter(visible);
    return all.find(el => el.closest('main')) || all[0];
  };
  const press = el => { if (typing(el)) { el.focus(); if (el.select) el.select(); } else { el.click(); } };

  const rows = () => [...document.querySelectorAll('[data-rows] [data-row]')].filter(visible);
  const moveRow = step => {
    const all = rows();
    if (all.length === 0) return false;
    const now = all.indexOf(document.activeElement?.closest('[data-row]'));
    const current = now >= 0 ? now : all.findIndex(row => row.getAttribute('aria-selected') === 'true');
    const next = all[current < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, current + step))];
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: 'nearest' });
    return true;
  };

  let chord = '', chordTimer = 0;
  document.addEventListener('keydown', e => {
    if (e.defaultPrevented || e.isComposing) return;
    if (document.querySelector('.mud-popover-open') && e.key !== 'Enter') return; // an open menu has its own keys
    const ctrl = e.ctrlKey || e.metaKey;
    let key = null;
    if (ctrl && e.key === 'Enter') key = 'Ctrl Enter';
    else if (ctrl || e.altKey) return;
    else if (e.key === 'Escape') key = 'Esc';
    else if (typing(e.target)) {
      if (e.key === 'ArrowDown' && e.target.dataset.rowsEntry !== undefined && moveRow(1)) e.preventDefault();
      return;
    } else if (dialog()) return;
    else if ((e.key === 'ArrowDown' || e.key === 'ArrowUp') && e.target.closest('[data-rows]')) { if (moveRow(e.key === 'ArrowDown' ? 1 : -1)) e.preventDefault(); return; }
    else if (e.key === 'Enter') { const row = e.target.matches?.('[data-row]') ? e.target : null; if (row) { e.preventDefault(); row.click(); } return; }
    else if (store('signet.keys') === 'off') return;
    else if (e.key === 'Delete') key = 'Del';
    else if (e.key.length === 1) key = e.key.toUpperCase();
    if (!key) return;

    if (chord) { key = chord + ' ' + key; chord = ''; clearTimeout(chordTimer); }
    else if (key === 'G' && document.querySelector('[data-key^="G "]')) {
      chord = 'G'; chordTimer = setTimeout(() => { chord = ''; }, 1500); e.preventDefault(); return;
    } else if ((key === 'J' || key === 'K') && moveRow(key === 'J' ? 1 : -1)) { e.preventDefault(); return; }

    const target = find(key);
    if (target) { e.preventDefault(); press(target); }
    else if (key === 'Esc' && typing(e.target)) e.target.blur();
  });

  // ---------- a mail dropped anywhere goes into the one file field of the page, which Blazor listens to
  const mailInput = () => document.getElementById('mail-input');
  let depth = 0;
  const dragging = e => e.dataTransfer && [...e.dataTransfer.types].includes('Files');
  const over = on => document.body.classList.toggle('dropping', on);
  document.addEventListener('dragenter', e => { if (dragging(e)) { depth++; over(true); e.preventDefault(); } });
  document.addEventListener('dragover', e => { if (dragging(e)) { e.preventDefault(); e.dataTransfer.dropEffect = 'copy'; } });
  document.addEventListener('dragleave', e => { if (dragging(e) && --depth <= 0) { depth = 0; over(false); } });
  document.addEventListener('drop', e => {
    if (!dragging(e)) return;
    e.preventDefault(); depth = 0; over(false);
    const input = mailInput();
    if (!input || e.dataTransfer.files.length === 0) return;
    input.files = e.dataTransfer.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });

  const names = new Map();
  const name = (type, code, language) => {
    try {
      const key = type + language;
      if (!names.has(key)) names.set(key, new Intl.DisplayNames([language], { type }));
      return names.get(key).of(code) || code;
    } catch { return code; }
  };
  window.signet = {
    openMail: () => mailInput()?.click(),
    clearMail: () => { const input = mailInput(); if (input) input.value = ''; },
    focus: selector => { const el = document.querySelector(selector); if (el) { el.focus({ preventScroll: false }); el.scrollIntoView?.({ block: 'nearest' }); } return !!el; },
    focusRow: (id, top) => {
      const box = document.getElementById('rows');
      if (box) box.scrollTop = Math.max(0, top - box.clientHeight / 2);
      let tries = 20; // the table draws the rows it has been scrolled to a few frames later
      const look = () => { const row = document.querySelector(`[data-row="${id}"]`); if (row) row.focus({ preventScroll: true }); else if (--tries > 0) requestAnimationFrame(look); };
      requestAnimationFrame(look);
    },
    reveal: selector => document.querySelector(selector)?.scrollIntoView({ block: 'nearest' }),
    scrollTop: selector => { const el = document.querySelector(selector); if (el) el.scrollTop = 0; },
    copy: async text => { try { await navigator.clipboard.writeText(text); return true; } catch { return false; } },
    store: key => store(key),
    save: (key, value) => { store(key, value); },
    phone: (value, separator) => {
      try {
        const [number, extension] = value.split(';ext=');
        const parsed = libphonenumber.parsePhoneNumber(number);
        return parsed.formatInternational() + (extension ? separator + extension : '');
      } catch { return value; }
    },
    // E.164 of what a person typed, read as a number of their country when it has no country code; as typed when it is none.
    e164: (value, country) => {
      try {
        const parsed = libphonenumber.parsePhoneNumber(value, country);
        return parsed.isPossible() ? parsed.number + (parsed.ext ? ';ext=' + parsed.ext : '') : value;
      } catch { return value; }
    },
    region: (code, language) => name('region', code, language),
    language: (code, language) => name('language', code, language),
    // The code of a country that a text names in one of these languages.
    regionNamed: (text, codes, languages) => {
      const wanted = text.toLocaleLowerCase();
      return codes.find(code => languages.some(language => name('region', code, language).toLocaleLowerCase() === wanted)) || null;
    },
    mac: () => /Mac|iPhone|iPad/.test(navigator.platform),
    touch: () => matchMedia('(max-width: 700px)').matches,
    onTouch: reference => matchMedia('(max-width: 700px)').addEventListener('change', e => reference.invokeMethodAsync('OnTouchChanged', e.matches)),
    onTheme: reference => signetTheme.watch(dark => reference.invokeMethodAsync('OnThemeChanged', dark)),
    // The keys that work on this page now, with the words on their buttons.
    keys: () => {
      const seen = new Map();
      for (const el of document.querySelectorAll('[data-key]')) {
        if (!visible(el) || el.closest('[role="dialog"]') || seen.has(el.dataset.key)) continue;
        const clone = el.cloneNode(true);
        clone.querySelectorAll('kbd, svg, .sr, .n').forEach(part => part.remove());
        seen.set(el.dataset.key, el.dataset.keyLabel || clone.textContent.trim() || el.getAttribute('aria-label') || '');
      }
      return [...seen].map(([key, label]) => ({ key, label }));
    },
    hasRows: () => rows().length > 0,
  };
})();
