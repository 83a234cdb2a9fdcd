// Single-letter keys, by what stands on them where that is Latin, else by position, only when no field has the focus.
// They move, open and go; what binds a State is opened, never signed.

let before = null;

const rows = () => [...document.querySelectorAll('[data-row]')];
const chosen = () => document.querySelector('[data-row].sel');
const writing = (element) => element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName);

function move(step) {
  const all = rows();
  if (!all.length) return false;
  const at = all.indexOf(chosen());
  const next = all[Math.max(0, Math.min(all.length - 1, at < 0 ? (step > 0 ? 0 : all.length - 1) : at + step))];
  chosen()?.classList.remove('sel');
  next.classList.add('sel');
  (next.querySelector('a') ?? next).focus();
  return true;
}

/** On the page of a request the bar, which speaks of another, has no keys. */
const KEYED = ':is(main, body:not([data-own-keys]) .siren)';

/** A link is followed; a button only gets the focus, so that pressing it stays a decision. */
function act(letter) {
  const found = chosen()?.querySelector(`[data-key="${letter}"]`) ?? document.querySelector(`${KEYED} [data-key="${letter}"]`);
  if (!found) return false;
  found.closest('details')?.setAttribute('open', '');
  if (found.tagName === 'A') found.click();
  else found.focus();
  return true;
}

/** What binds a State is never done to many at once: a tick chooses, and a press says what for. */
function tick() {
  const box = chosen()?.querySelector('.tick input');
  box?.click();
  return Boolean(box);
}

function go(path) {
  location.assign(path);
  return true;
}

function open(selector) {
  const link = document.querySelector(selector);
  link?.click();
  return Boolean(link);
}

/** While life is at risk the bar stands in the place of the field, and has a link to the page of the search. */
function search() {
  const field = document.getElementById('q');
  if (!field?.checkVisibility()) return open('.siren .seek');
  field.focus();
  return true;
}

const after = { KeyG: { KeyD: () => go('/desk'), KeyR: () => go('/requests') } };

const keys = {
  KeyJ: () => move(1),
  KeyK: () => move(-1),
  KeyN: () => open('.rail .new'),
  KeyX: tick,
  Slash: search,
  Period: () => open('.newbar:not([hidden]) a'),
  Digit1: () => act('1'),
  Digit2: () => act('2'),
  ...Object.fromEntries(['A', 'P', 'F', 'O', 'M', 'V', 'R', 'H'].map((letter) => [`Key${letter}`, () => act(letter)])),
};

/** A key is what stands on it; where that is no letter of ours, as on an Arabic keyboard, what lies there on a Latin one. */
function pressed({ key, code }) {
  if (/^[a-z]$/i.test(key)) return `Key${key.toUpperCase()}`;
  if (/^[0-9]$/.test(key)) return `Digit${key}`;
  return { '/': 'Slash', '.': 'Period' }[key] ?? (/^[ -~]$/.test(key) ? null : code);
}

addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || writing(event.target) || document.querySelector('dialog[open]')) return;
  const first = before;
  before = null;
  if (event.key === '?' || event.key === '؟') {
    event.preventDefault();
    go('/choices');
    return;
  }
  // On some keyboards figures and the stroke need it.
  if (event.shiftKey && !/^[0-9/.]$/.test(event.key)) return;
  const named = pressed(event);
  if (named === 'KeyG' && first !== 'KeyG') {
    before = 'KeyG';
    return;
  }
  const done = (after[first]?.[named] ?? keys[named])?.();
  if (done) event.preventDefault();
});

for (const line of document.querySelectorAll('[data-keys-line]')) line.hidden = false;
