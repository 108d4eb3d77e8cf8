// Comfort only: the pages work without it.
const password = document.getElementById('password');
const reveal = document.getElementById('reveal');
const caps = document.querySelector('#caps > span');

if (password && reveal) {
  const show = reveal.getAttribute('aria-label');
  reveal.hidden = false;
  reveal.addEventListener('click', () => {
    const shown = password.type === 'password';
    password.type = shown ? 'text' : 'password';
    reveal.setAttribute('aria-pressed', String(shown));
    reveal.setAttribute('aria-label', shown ? reveal.dataset.hide : show);
    password.focus();
  });
  // A password in clear must not be offered by the browser's form history.
  password.form.addEventListener('submit', () => { password.type = 'password'; });
}

if (password && caps) {
  for (const event of ['keydown', 'keyup', 'pointerdown']) {
    password.addEventListener(event, e => { caps.hidden = !e.getModifierState?.('CapsLock'); });
  }
}
