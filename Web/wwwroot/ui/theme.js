// Runs in <head> before the first paint, so that a chosen theme never flashes the other one.
// "system" (nothing stored) leaves data-theme away and lets prefers-color-scheme decide.
(function () {
  const stored = () => { try { return localStorage.getItem('signet.theme'); } catch { return null; } };
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const listeners = [];
  const isDark = () => { const t = stored(); return t ? t === 'dark' : dark.matches; };
  const apply = () => {
    const t = stored();
    if (t === 'dark' || t === 'light') document.documentElement.dataset.theme = t;
    else delete document.documentElement.dataset.theme;
    listeners.forEach(listener => listener(isDark()));
  };
  dark.addEventListener('change', apply);
  apply();
  window.signetTheme = {
    get: () => stored() || 'system',
    set: theme => { try { theme === 'system' ? localStorage.removeItem('signet.theme') : localStorage.setItem('signet.theme', theme); } catch { /* storage is off: the system decides */ } apply(); },
    isDark,
    watch: listener => listeners.push(listener),
  };
})();
