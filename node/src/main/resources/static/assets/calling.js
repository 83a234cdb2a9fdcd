// Whom to call stands there as soon as the State is chosen: the page is drawn for it beside this one, and what hangs on the
// State is taken from it. Without this file a button shows it.

const form = document.getElementById('told');
const state = form.elements.to;
const PARTS = ['whom', 'reads', 'instruments'];
let asked = 0;

/** What says that a button has to be pressed. */
const pressed = () => document.querySelectorAll('[data-calling]').forEach(it => { it.hidden = true; });

async function show() {
  const mine = ++asked;
  const typed = new URLSearchParams(new FormData(form));
  typed.set('then', 'show');
  let drawn;
  try {
    const answer = await fetch(form.action, { method: 'POST', body: typed, redirect: 'error' });
    if (!answer.ok) throw new Error(answer.status);
    drawn = new DOMParser().parseFromString(await answer.text(), 'text/html');
  } catch {
    // The node is away, or we are signed out: the button says so.
    document.querySelectorAll('[data-calling]').forEach(it => { it.hidden = false; });
    return;
  }
  if (mine !== asked) return;
  for (const id of PARTS) document.getElementById(id).replaceWith(drawn.getElementById(id));
  pressed();
  document.getElementById('calling').textContent = document.querySelector('#whom h2')?.textContent ?? '';
}

pressed();
state.addEventListener('change', show);
