// Keeps in this window what is typed into a form until the node has it: who leaves the page, or whose session ends, finds
// it again. Forms that save by themselves (saving.js) do so on their own; files and passwords are never kept.

const ALL = 'typed ';
const who = document.body.dataset.keeps;
const failed = !who || Boolean(document.querySelector('.fault'));
const wrong = Boolean(document.querySelector('.problems'));
const store = sessionStorage;

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
  let sent = false;
  let timer;

  const keep = () => {
    clearTimeout(timer);
    const now = words(form);
    if (now === before) store.removeItem(place);
    else write(place, { before, words: now, sent });
  };
  const later = () => {
    sent = false;
    clearTimeout(timer);
    timer = setTimeout(keep, 300);
  };

  const kept = read(place);
  if (kept?.words === page) {
    // The node drew it again, as after something wrong: it is still only here.
    before = kept.before;
    write(place, { ...kept, sent: false });
  } else if (kept?.before === page && (!kept.sent || wrong)) {
    fill(form, JSON.parse(kept.words));
  } else if (kept) {
    store.removeItem(place);
  }

  form.addEventListener('input', later);
  form.addEventListener('change', later);
  form.addEventListener('submit', (event) => {
    sent = !event.defaultPrevented;
    keep();
  });
  addEventListener('pagehide', keep);
}

/** Sent, and nothing went wrong: the node has it. Where a page says that something did, it is still only here. */
function settle(here) {
  for (const place of Object.keys(store).filter((it) => it.startsWith(ALL) && !here.includes(it))) {
    const kept = read(place);
    if (!kept.sent) continue;
    if (failed) write(place, { ...kept, sent: false });
    else store.removeItem(place);
  }
}

const forms = who ? [...document.querySelectorAll('main form[method=post]:not([data-saves])')] : [];
const address = (form) => new URL(form.getAttribute('action') ?? '', location).pathname;
const places = forms
  .filter((form) => form.querySelector('textarea:not([readonly])'))
  .map((form) => {
    const nth = forms.filter((it) => address(it) === address(form)).indexOf(form);
    const place = `${ALL}${who} ${location.pathname}${location.search} ${address(form)} ${nth}`;
    watch(form, place);
    return place;
  });
settle(places);
