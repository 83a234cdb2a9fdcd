// The sheet that will be signed is drawn again whenever the words beside it were saved. Without this file a button does so.

const form = document.querySelector('form[data-saves][data-passkey]');
let asked = 0;

async function draw() {
  const mine = ++asked;
  const answer = await fetch(`/drafts/${form.elements.draft.value}/sheet`);
  if (!answer.ok || mine !== asked) return;
  const drawn = new DOMParser().parseFromString(await answer.text(), 'text/html');
  form.querySelector('[data-drawn]').replaceWith(drawn.querySelector('[data-drawn]'));
  const before = form.querySelector('[data-signing]');
  const now = drawn.querySelector('[data-signing]');
  if (before.dataset.signing === 'alone' && now.dataset.signing === 'alone') {
    // Whoever is at the signature stays there: what it is over is another act.
    form.elements.act.value = now.querySelector('[name=act]').value;
    form.elements.assertion.value = '';
  } else {
    before.replaceWith(now);
    form.dispatchEvent(new Event('comity-drawn'));
  }
}

const said = (shown) => {
  const note = form.querySelector('[data-unsigned]');
  if (note) note.hidden = !shown;
  if (note && shown) note.scrollIntoView({ block: 'nearest' });
};

if (form) {
  form.addEventListener('comity-kept', () => draw().catch(() => {}));
  form.addEventListener('comity-unsigned', () => said(true));
  form.addEventListener('input', () => said(false));
}
