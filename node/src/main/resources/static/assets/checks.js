// What stands beside the questions of a request is drawn again whenever the words were saved: what is settled, what is doubtful.
// Without this file it moves with each page.

const form = document.querySelector('form[data-saves]');
const panel = document.querySelector('[data-checks]');
const line = document.querySelector('[data-checks-said]');
let asked = 0;

async function draw() {
  const mine = ++asked;
  const answer = await fetch(location, { headers: { Accept: 'text/html' } });
  // Who is signed out meanwhile, or whose draft is gone, is led elsewhere: that says nothing of the checks.
  if (!answer.ok || answer.redirected) return;
  const text = await answer.text();
  // While this one came in, the words may have been saved and asked for again: an older answer is not drawn over a newer one.
  if (mine !== asked) return;
  const drawn = new DOMParser().parseFromString(text, 'text/html').querySelector('[data-checks]');
  // Whoever stands in it stays where they are.
  if (!drawn || panel.contains(document.activeElement)) return;
  const before = said(panel);
  const open = [...panel.querySelectorAll('details[open]')].map(({ id }) => id);
  panel.replaceChildren(...document.importNode(drawn, true).childNodes);
  for (const id of open) document.getElementById(id)?.setAttribute('open', '');
  copies();
  if (said(panel) !== before) line.textContent = said(panel);
}

/** One line: how much is settled, and what is pointed out. */
function said(part) {
  return [...part.querySelectorAll('header .tag, .note b')].map((it) => it.textContent.trim()).join('. ');
}

/** Their own wording, to be put into a field: without this file it is marked and copied by hand. */
function copies() {
  if (!navigator.clipboard) return;
  for (const button of panel.querySelectorAll('[data-copy]')) {
    button.hidden = false;
    button.onclick = async () => {
      await navigator.clipboard.writeText(button.parentElement.querySelector('[data-copied]').textContent);
      button.textContent = button.dataset.done;
    };
  }
}

if (panel) copies();
if (form && panel && line) form.addEventListener('comity-kept', () => draw().catch(() => {}));
