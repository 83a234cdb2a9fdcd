// Who is away from the desk: Ctrl+L locks it, two minutes before a session that nobody used ends one press keeps it, and then
// it is locked, in every tab of this browser. The words typed stay in their windows. Without this file the button locks.

const WARNED = 120000;
/** The node counts from the moment at which it was asked; we, from its answer. Locking comes first. */
const EARLIER = 15000;
/** While somebody types, or waits for what they began, the node is told so at most this often. */
const TYPED = 60000;
const USED = 'comity-used';

const lasts = Number(document.body.dataset.lasts) * 1000;
const lock = document.querySelector('form.lock');
lock.elements.lost.remove();
lock.querySelector('[data-kept]').title = lock.querySelector('[data-kept]').dataset.kept;
const dialog = document.getElementById('stay');
const stay = dialog.querySelector('form');
const tabs = 'BroadcastChannel' in window ? new BroadcastChannel('comity-leaving') : null;

let here = 0;
/** Of all tabs: they share one session. */
const used = () => {
  try { return Math.max(here, Number(localStorage.getItem(USED) ?? 0)); } catch { return here; }
};
function use() {
  here = Date.now();
  try { localStorage.setItem(USED, here); } catch { /* each tab counts for itself */ }
}

/** Whatever keeps words does so now; what is on its way comes too late. */
const keep = () => dispatchEvent(new Event('comity-leaving'));

const leave = () => lock.requestSubmit();

async function stayed() {
  const answer = await fetch(stay.action, { method: 'POST', body: new URLSearchParams(new FormData(stay)), headers: { Accept: 'application/json' } });
  if (answer.ok) use();
  return answer.ok;
}

let asked = 0;
function typing() {
  if (Date.now() - Math.max(used(), asked) < TYPED) return;
  asked = Date.now();
  stayed().catch(() => {});
}

function look() {
  const left = used() + lasts - Date.now();
  if (left <= EARLIER) leave();
  else if (left <= WARNED && !dialog.open) dialog.showModal();
  else if (left > WARNED && dialog.open) dialog.close();
}

lock.addEventListener('submit', () => {
  keep();
  // Once the node has answered: before, the others would still find the session.
  addEventListener('pagehide', () => tabs?.postMessage('locked'), { once: true });
});
if (tabs) {
  tabs.onmessage = () => {
    keep();
    location.assign(`/sign-in?locked&to=${encodeURIComponent(lock.elements.to.value)}`);
  };
}
stay.addEventListener('submit', (event) => {
  event.preventDefault();
  dialog.close();
  stayed().then((kept) => kept || leave(), look);
});
dialog.addEventListener('cancel', () => stay.requestSubmit());
addEventListener('comity-used', use);
document.addEventListener('input', typing);
// What somebody began and waits for, as the adding of a large file.
addEventListener('comity-working', typing);
addEventListener('keydown', (event) => {
  if (event.code !== 'KeyL' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
  event.preventDefault();
  lock.requestSubmit();
});
// A page that the browser kept is not shown to who comes after.
addEventListener('pageshow', (event) => { if (event.persisted) location.reload(); });
use();
if (lasts > WARNED) setInterval(look, 1000);
