// Keeps in this window what is typed into a form until the node has it: who leaves the page, or whose session or line ends,
// finds it again. That the node has it, it says itself: it names the form in a cookie. What another person typed is removed,
// and so is all of it when one signs out. Forms that save by themselves (saving.js) do so on their own, but for those that the
// node may be unable to save yet (data-window); files and passwords are never kept.

const ALL = 'typed ';

// A page that answers a posted form bears the address of the page on which the form stood: opened again from there, it finds
// what was typed; and the token of a form that brings files stands in no address. It is posted there, since a form whose
// fields are read only as a whole would, when its file is too large, be answered as if another site had posted it.
const here = document.body.dataset.here;
const search = new URLSearchParams(location.search);
const token = search.has('_csrf');
for (const name of ['lang', '_csrf']) search.delete(name);
const shown = new URL(here, location);
if (token || shown.pathname !== location.pathname || new URLSearchParams(shown.search).toString() !== search.toString())
  history.replaceState(history.state, '', here + location.hash);
const who = document.body.dataset.keeps;
const failed = !who || Boolean(document.querySelector('.fault'));
const wrong = Boolean(document.querySelector('.problems'));
const store = sessionStorage;

/** The form that the node took last, by the name under which it was sent. */
const taken = document.cookie.match(/(?:^|; )taken=([0-9a-f]{32})(?:;|$)/)?.[1];
const LEAVING = 'leaving';

/** What is kept here and by saving.js, each beginning with what it is and whose. */
function forget(but) {
  for (const place of Object.keys(store).filter((it) => /^(typed|words) /.test(it)))
    if (!but || place.split(' ')[1] !== but) store.removeItem(place);
}

/** Another name each time it is sent. */
function named(form) {
  const name = [...crypto.getRandomValues(new Uint8Array(16))].map((it) => it.toString(16).padStart(2, '0')).join('');
  const field = form.elements._kept ?? form.appendChild(Object.assign(document.createElement('input'), { type: 'hidden', name: '_kept' }));
  field.value = name;
  return name;
}

const read = (place) => JSON.parse(store.getItem(place));
const write = (place, kept) => {
  try {
    store.setItem(place, JSON.stringify(kept));
  } catch {
    /* no room in this window: nothing is kept */
  }
};

const typed = ({ name, type }) => name && !/^(hidden|file|password|submit|button|fieldset)$/.test(type);
const fields = (form) => [...form.elements].filter(typed);
const box = ({ type }) => type === 'checkbox' || type === 'radio';
const chosen = ({ options }) => ([...options].find((each) => each.defaultSelected) ?? options[0])?.value;

/** What stands in a form now, and what the node wrote into it. */
const words = (form) => JSON.stringify(fields(form).map((it) => (box(it) ? it.checked : it.value)));
const drawn = (form) => JSON.stringify(fields(form).map((it) => (box(it) ? it.defaultChecked : it.options ? chosen(it) : it.defaultValue)));

const isTaken = ({ name }) => Boolean(name) && name === taken;

function fill(form, kept) {
  fields(form).forEach((it, n) => {
    if (box(it)) it.checked = kept[n];
    else it.value = kept[n];
  });
  form.prepend(Object.assign(document.createElement('p'), { className: 'note', role: 'status', textContent: document.body.dataset.again }));
  form.closest('details')?.setAttribute('open', '');
}

function watch(form, place) {
  const page = drawn(form);
  let before = page;
  let name = null;
  let timer;

  const keep = () => {
    clearTimeout(timer);
    const now = words(form);
    if (now === before) store.removeItem(place);
    else write(place, { before, words: now, name });
  };
  const later = () => {
    name = null;
    clearTimeout(timer);
    timer = setTimeout(keep, 300);
  };

  const kept = read(place);
  if (kept?.words === page) {
    // The node drew it again, as after something wrong or to show more of the form: it may still be only here.
    before = kept.before;
    write(place, { ...kept, name: null });
  } else if (kept && isTaken(kept) && !failed && !wrong) {
    store.removeItem(place);
  } else if (kept?.before === page) {
    fill(form, JSON.parse(kept.words));
    write(place, { ...kept, name: null });
  } else if (kept) {
    store.removeItem(place);
  }

  form.addEventListener('input', later);
  form.addEventListener('change', later);
  form.addEventListener('submit', (event) => {
    name = event.defaultPrevented ? null : named(form);
    keep();
  });
  // Saved by itself: the node has it.
  form.addEventListener('comity-kept', () => {
    before = words(form);
    keep();
  });
  addEventListener('pagehide', keep);
}

/** Taken, and nothing went wrong: the node has it. Where a page says that something did, it is still only here. */
function settle(here) {
  for (const place of Object.keys(store).filter((it) => it.startsWith(ALL) && !here.includes(it))) {
    const kept = read(place);
    if (!isTaken(kept)) continue;
    if (failed) write(place, { ...kept, name: null });
    else store.removeItem(place);
  }
}

if (taken && store.getItem(LEAVING) === taken) {
  forget();
  store.removeItem(LEAVING);
} else if (who) {
  forget(who);
}
for (const form of document.querySelectorAll('form[action$="/sign-out"]'))
  form.addEventListener('submit', () => store.setItem(LEAVING, named(form)));

const forms = who ? [...document.querySelectorAll('main form[method=post]:not([data-saves]), main form[data-window]')] : [];
const address = (form) => new URL(form.getAttribute('action') ?? '', location).pathname;
const places = forms
  .filter((form) => form.querySelector('textarea:not([readonly])'))
  .map((form) => {
    const nth = forms.filter((it) => address(it) === address(form)).indexOf(form);
    const place = `${ALL}${who} ${here} ${address(form)} ${nth}`;
    watch(form, place);
    return place;
  });
settle(places);
