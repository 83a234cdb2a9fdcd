// Saves what is being written: a few seconds after the last key, before anything is pressed, and when the page is left.
// Where the session has ended, the words wait in this window until their author has signed in again.
// Without this file each button saves, the steps of the list too.

const PAUSE = 3000;
const form = document.querySelector('form[data-saves]');
/** The field that names the draft, of a page on which it is begun. */
const names = form?.dataset.names;

/** What the page would post, as the answer to "keep this and stay here". */
function typed() {
  const data = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') data.append(name, value);
  // What one signs with is nobody's words.
  for (const { name } of form.querySelectorAll('[data-signing] [name]')) data.delete(name);
  data.set('then', 'keep');
  return data;
}

/** What the author typed of it: the rest is the page's own, and another page's is not to be said again. */
function words() {
  const data = typed();
  for (const name of ['_csrf', 'version', 'then', names]) data.delete(name);
  return data.toString();
}

function hidden(name, value) {
  const field = form.elements[name] ?? form.appendChild(Object.assign(document.createElement('input'), { type: 'hidden', name }));
  field.value = value;
}

/** Loaded again, the page is that of the draft. */
function addressed(draft) {
  const address = new URL(location);
  if (address.searchParams.get('draft') === draft) return;
  address.searchParams.set('draft', draft);
  history.replaceState(history.state, '', address);
}

function watch() {
  const line = form.querySelector('[data-saved]');
  const place = `words ${form.dataset.saves} ${location.pathname}`;
  let changed = false;
  let refused = false;
  let passing = false;
  /** A button waits for its save: the page is being left, or its answer is another. */
  let pressed = false;
  let saving = 0;
  let timer;
  let underWay = Promise.resolve(true);
  /** The words of the save that is under way. */
  let sent = null;
  /** What the node has of it: a field that is left tells of a change that was saved long ago. */
  let saved = words();

  const say = (words, link) => {
    line.textContent = words;
    if (link) line.append(' ', Object.assign(document.createElement('a'), { href: link, textContent: form.dataset.signIn }));
  };

  /** Nothing can be saved from here any more: not beside the buttons, but above everything, as what is wrong with a form is. */
  let stale = null;
  const warn = (words) => {
    if (stale) return;
    stale = Object.assign(document.createElement('section'), { className: 'problems', role: 'alert', tabIndex: -1 });
    stale.append(Object.assign(document.createElement('h2'), { textContent: words }));
    form.prepend(stale);
  };

  /** What is no longer being written has another page: that of the act. */
  const tell = async () => {
    warn(form.dataset.elsewhere);
    if (!form.dataset.gone) return;
    const now = await fetch(location, { headers: { Accept: 'text/html' } }).catch(() => null);
    if (!now?.ok || new URL(now.url).pathname === location.pathname) return;
    stale.firstChild.textContent = form.dataset.gone;
    stale.append(Object.assign(document.createElement('a'), { href: now.url, textContent: form.dataset.see }));
  };

  const version = () => Number(form.elements.version?.value ?? 0);
  const draft = () => form.elements[names]?.value ?? '';

  /** Beside them, of which draft and after which version they were typed. */
  const keep = () => sessionStorage.setItem(place, JSON.stringify({ draft: draft(), version: version(), sent, words: words() }));

  /** Newer words that the node has are not written over, unless they are those that were on their way. */
  const stillNew = (kept) =>
    !(kept.draft && draft() && kept.draft !== draft()) && (version() <= kept.version || words() === kept.sent);

  async function send() {
    if (!changed || refused) return !refused;
    changed = false;
    sent = words();
    try {
      return await post();
    } finally {
      sent = null;
    }
  }

  async function post() {
    let answer;
    try {
      answer = await fetch(form.action, { method: 'POST', headers: { Accept: 'application/json' }, body: typed(), redirect: 'error' });
    } catch {
      changed = true;
      say(form.dataset.silent);
      return false;
    }
    if (answer.ok) {
      const kept = await answer.json();
      // What has no draft has no version either: that of the draft here stays.
      if (kept.draft) hidden('version', kept.version);
      saved = sent;
      sessionStorage.removeItem(place);
      dispatchEvent(new Event('comity-used'));
      dispatchEvent(new CustomEvent('comity-session', { detail: { ended: false } }));
      if (names && kept.draft) {
        hidden(names, kept.draft);
        if (!pressed) addressed(kept.draft);
      }
      // Before a State is chosen there is no draft: the words wait in this window.
      if (kept.draft) form.dispatchEvent(new Event('comity-kept'));
      say(kept.said);
      return true;
    }
    changed = true;
    if (answer.status === 401 || answer.status === 403) {
      keep();
      dispatchEvent(new CustomEvent('comity-session', { detail: { ended: true } }));
      say(form.dataset.ended, `/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`);
    } else {
      refused = answer.status === 409;
      if (refused) tell();
      else say(form.dataset.silent);
    }
    return false;
  }

  /** One after the other: each save names the version that the one before it made. */
  const save = () => {
    saving++;
    return (underWay = underWay.then(send).finally(() => saving--));
  };

  const later = () => {
    clearTimeout(timer);
    changed = words() !== (sent ?? saved);
    if (!changed) return;
    timer = setTimeout(save, PAUSE);
  };
  /** Some fields of the form stand beside it. */
  const mine = ({ target }) => target.form === form && target.type !== 'file' && !target.closest('[data-signing]') && later();

  addEventListener('input', mine);
  addEventListener('change', mine);

  form.addEventListener('submit', async (event) => {
    clearTimeout(timer);
    if (event.submitter?.value === 'discard') passing = true;
    if (passing || (!changed && !saving)) return;
    event.preventDefault();
    const signs = event.submitter?.name === 'method';
    if (signs) event.stopImmediatePropagation();
    pressed = true;
    const kept = await save();
    pressed = false;
    if (!kept) {
      if (stale) stale.focus();
      else line.scrollIntoView({ block: 'nearest' });
      return;
    }
    // It is shown first: what is signed is what was read.
    if (signs) {
      if (draft()) addressed(draft());
      form.dispatchEvent(new Event('comity-unsigned'));
      return;
    }
    passing = true;
    // Not while this press is still being told around: a form ignores a second submission until then.
    setTimeout(() => form.requestSubmit(event.submitter));
  });

  // While a save is under way, nobody here knows of which version the next one would be.
  addEventListener('pagehide', () => {
    if (passing || refused) return;
    if (sent !== null) keep();
    else if (changed) fetch(form.action, { method: 'POST', headers: { Accept: 'application/json' }, body: typed(), keepalive: true });
  });
  // The desk is being locked: what would still be sent comes after its session.
  addEventListener('comity-leaving', () => {
    if (passing || refused || (!changed && !saving)) return;
    keep();
    passing = true;
  });
  addEventListener('pageshow', (event) => {
    if (event.persisted) passing = false;
  });

  const kept = JSON.parse(sessionStorage.getItem(place));
  if (kept && kept.words !== words() && stillNew(kept)) {
    fill(new URLSearchParams(kept.words));
    say(form.dataset.again);
    later();
  }
}

/** Puts words back into their fields; what the page itself sets stays as the page has it. */
function fill(words) {
  for (const field of form.elements) {
    if (!field.name || field.type === 'hidden' || field.type === 'submit') continue;
    if (field.type === 'checkbox' || field.type === 'radio') field.checked = words.getAll(field.name).includes(field.value);
    else if (words.has(field.name)) {
      const all = [...form.elements].filter((other) => other.name === field.name);
      field.value = words.getAll(field.name)[all.indexOf(field)] ?? '';
    }
  }
}

if (form) watch();
