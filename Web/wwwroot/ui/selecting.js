// Selecting in the text of a capture, with mouse, finger or keys. Every piece of it says in data-at where it begins, so a selection is known by its
// place in the captured text. Keys: arrows go from word to word, Shift extends, Enter gives the words to the field, F6 goes there and back.
(function () {
  const area = () => document.querySelector('[data-select]');
  const pieces = () => [...area().querySelectorAll('[data-at]')];
  let watcher = null, timer = 0;

  // ---------- from the browser's selection to positions in the text
  const within = (piece, node, offset) => { const r = document.createRange(); r.selectNodeContents(piece); r.setEnd(node, offset); return r.toString().length; };
  const chosen = () => {
    const box = area(), selection = getSelection();
    if (!box || !selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    if (!box.contains(range.startContainer) && !box.contains(range.endContainer)) return null; // everything on the page was selected
    let start = -1, end = -1;
    for (const piece of pieces()) {
      if (!range.intersectsNode(piece)) continue;
      const at = Number(piece.dataset.at);
      const from = at + (piece.contains(range.startContainer) ? within(piece, range.startContainer, range.startOffset) : 0);
      const to = at + (piece.contains(range.endContainer) ? within(piece, range.endContainer, range.endOffset) : piece.textContent.length);
      if (to <= from) continue;
      if (start < 0) start = from;
      end = to;
    }
    return start < 0 ? null : { start, end };
  };

  const report = (start, length) => { if (watcher) watcher.invokeMethodAsync('OnSelected', start, length); };
  document.addEventListener('selectionchange', () => {
    if (!watcher) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      const range = chosen(), anchor = getSelection()?.anchorNode;
      // A selection that ends because a field takes the focus is still meant; one that ends by a click into the text is not.
      if (range) report(range.start, range.end - range.start);
      else if (anchor && area()?.contains(anchor)) report(0, 0);
    }, 120);
  });
  // When the press takes the focus from a field that then shows an error, Chromium does not begin to select: from the second move on the press is
  // followed here. It would then take the selection for something to be dragged away.
  let pressed = null, moves = 0, own = false;
  const caret = e => { const at = document.caretPositionFromPoint?.(e.clientX, e.clientY); return at ? [at.offsetNode, at.offset] : null; };
  document.addEventListener('mousedown', e => {
    [moves, own] = [0, false];
    pressed = e.button === 0 && !e.shiftKey && area()?.contains(e.target) ? caret(e) : null;
  }, true);
  document.addEventListener('mouseup', () => { pressed = null; }, true);
  document.addEventListener('dragstart', e => { if (own && pressed) e.preventDefault(); }, true);
  document.addEventListener('mousemove', e => {
    if (!pressed || !(e.buttons & 1) || ++moves < 2 || (!own && !getSelection().isCollapsed)) return;
    const to = caret(e);
    if (!to || !pressed[0].isConnected || (to[0] === pressed[0] && to[1] === pressed[1])) return;
    own = true;
    getSelection().setBaseAndExtent(...pressed, ...to);
  }, true);

  // Selecting within a mark ends with a click on it, which is none.
  document.addEventListener('click', e => { if (e.target.closest?.('[data-select] mark') && chosen()) e.stopPropagation(); }, true);

  // ---------- from words to the browser's selection
  const words = () => {
    const runs = [];
    for (const piece of pieces()) {
      const at = Number(piece.dataset.at), last = runs[runs.length - 1];
      if (last && last.at + last.text.length === at) last.text += piece.textContent;
      else runs.push({ at, text: piece.textContent });
    }
    let line = 0;
    return runs.flatMap(run => {
      const found = run.text.split('\n').flatMap((text, i, lines) => {
        const before = lines.slice(0, i).reduce((sum, other) => sum + other.length + 1, 0);
        return [...text.matchAll(/\S+/g)].map(word => ({ start: run.at + before + word.index, end: run.at + before + word.index + word[0].length, line: line + i }));
      });
      line += run.text.split('\n').length;
      return found;
    });
  };
  const place = position => {
    for (const piece of pieces()) {
      const at = Number(piece.dataset.at);
      if (position < at || position > at + piece.textContent.length) continue;
      let left = position - at;
      const walk = document.createTreeWalker(piece, NodeFilter.SHOW_TEXT);
      for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        if (left <= node.length) return [node, left];
        left -= node.length;
      }
    }
    return null;
  };
  const choose = (all, anchor, focus) => {
    const start = place(all[Math.min(anchor, focus)].start), end = place(all[Math.max(anchor, focus)].end);
    if (!start || !end) return;
    if (focus < anchor) getSelection().setBaseAndExtent(...end, ...start); else getSelection().setBaseAndExtent(...start, ...end);
    place(all[focus].start)?.[0].parentElement?.scrollIntoView({ block: 'nearest' });
  };
  // The words that are selected now, in the direction that they were selected in; else none, just before the word of the field's own mark.
  const now = all => {
    const range = chosen();
    const mark = area().querySelector('mark.on');
    const from = range ? range.start : mark ? Number(mark.dataset.at) : -1;
    const first = Math.max(0, all.findIndex(word => word.end > from));
    if (!range) return { anchor: first, focus: first, none: true };
    let last = first;
    while (last + 1 < all.length && all[last + 1].start < range.end) last++;
    const selection = getSelection(), back = selection.anchorNode === selection.getRangeAt(0).endContainer && selection.anchorOffset === selection.getRangeAt(0).endOffset;
    return back ? { anchor: last, focus: first } : { anchor: first, focus: last };
  };
  const line = (all, from, step) => {
    const wanted = step > 0 ? all.find(word => word.line > all[from].line) : all.findLast(word => word.line < all[from].line);
    return wanted ? all.findIndex(word => word.line === wanted.line) : from;
  };
  const move = (key, extend) => {
    const all = words();
    if (all.length === 0) return;
    const at = now(all), from = at.focus;
    const to = at.none ? from : key === 'ArrowRight' ? Math.min(all.length - 1, from + 1) : key === 'ArrowLeft' ? Math.max(0, from - 1) : line(all, from, key === 'ArrowDown' ? 1 : -1);
    choose(all, extend ? at.anchor : to, to);
  };

  const field = () => document.querySelector('.f.on :is(input, select)') || document.querySelector('.draft :is(input, select)');
  document.addEventListener('keydown', e => {
    const box = area();
    if (!box || box.getClientRects().length === 0 || e.ctrlKey || e.metaKey || e.altKey) return;
    const inside = e.target === box;
    if (e.key === 'F6') { if (inside) field()?.focus(); else box.focus(); }
    else if (!inside) return;
    else if (/^Arrow/.test(e.key)) move(e.key, e.shiftKey);
    else if (e.key === 'Enter') document.querySelector('[data-take]')?.click();
    else if (e.key === 'Escape' && chosen()) { getSelection().removeAllRanges(); report(0, 0); }
    else return;
    e.preventDefault();
    e.stopPropagation();
  }, true);

  window.signetSelecting = {
    watch: reference => { watcher = reference; },
    unwatch: () => { watcher = null; clearTimeout(timer); },
    clear: () => getSelection()?.removeAllRanges(),
  };
})();
