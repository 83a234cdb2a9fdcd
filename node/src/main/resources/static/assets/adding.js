// Adding that resumes: tus 1.0 towards the node, file after file. What is being added, and what was sealed before, is asked of
// the node, so that it goes on from any browser; the hash is made in a worker while the bytes leave. Without this file the
// form below does the same in one go.

const form = document.querySelector('form[data-uploads]');
const list = document.getElementById('uploads');
const told = document.getElementById('told');
const missing = document.getElementById('missing');
/** What to do next, once something is sealed. */
const next = document.getElementById('next');
const words = form.dataset;
const PIECE = 64 * 1024 * 1024;
const TRIES = 8;
const WHOLE = ['sealed', 'matched'];
const token = '_csrf=' + encodeURIComponent(words.token);
const queue = [];
let busy = false;

const say = (key, slots = {}) =>
  Object.entries(slots).reduce((text, [name, value]) => text.replaceAll(`{${name}}`, value), words[key] ?? '');
const pause = milliseconds => new Promise(done => setTimeout(done, milliseconds));
const base64 = text => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

const number = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1 });
function size(bytes) {
  let unit = 0;
  while (bytes >= 999.95 && unit < 4) { bytes /= 1000; unit++; }
  return say(['b', 'kb', 'mb', 'gb', 'tb'][unit], { n: number.format(bytes) });
}

function left(seconds) {
  if (seconds < 60) return say('soon');
  return seconds < 3600
    ? say('minutes', { n: number.format(Math.ceil(seconds / 60)) })
    : say('hours', { n: number.format(Math.round(seconds / 360) / 10) });
}

// One line a file -------------------------------------------------------------------------------------------------

function line(file) {
  const row = document.createElement('div');
  row.className = 'up';
  const head = document.createElement('p');
  head.className = 'r';
  const name = document.createElement('bdi');
  name.dir = 'ltr';
  name.textContent = file.path;
  const state = document.createElement('span');
  state.className = 'end muted';
  head.append(name, state);
  const bar = document.createElement('progress');
  bar.max = Math.max(1, file.blob.size);
  bar.value = 0;
  bar.setAttribute('aria-label', file.path);
  row.append(head, bar);
  list.append(row);
  return {
    say: text => { state.textContent = text; },
    tell: text => { state.textContent = text; told.textContent = file.path + ': ' + text; },
    at: bytes => { bar.value = bytes; },
    note: text => {
      const note = document.createElement('p');
      note.className = 'small';
      note.textContent = text;
      row.append(note);
      told.textContent = file.path + ': ' + text;
    },
    sealed: (id, text) => {
      bar.remove();
      const done = document.createElement(words.items ? 'a' : 'span');
      if (words.items) done.href = words.items + id;
      done.textContent = text;
      state.replaceChildren(done);
      next.hidden = false;
      told.textContent = file.path + ': ' + text;
    },
  };
}

// Hashing ----------------------------------------------------------------------------------------------------------

/** Of the whole, and of its first bytes, if it has as many. */
function hashing(blob, part) {
  const worker = new Worker(words.hasher, { type: 'module' });
  const begun = {};
  const first = new Promise((found, failed) => Object.assign(begun, { found, failed }));
  const whole = new Promise((found, failed) => {
    worker.onmessage = ({ data }) => {
      if (data.part) begun.found(data.part);
      else if (data.sha256) found(data.sha256);
      else failed(new Error(data.error));
    };
    worker.onerror = () => failed(new Error('worker'));
    worker.postMessage({ blob, part });
  }).finally(() => worker.terminate());
  whole.then(() => begun.found(null), begun.failed);
  whole.catch(() => {});
  first.catch(() => {});
  return { first, whole };
}

// The node ---------------------------------------------------------------------------------------------------------

class Refused extends Error {
  /** @param problem what the node says of it: `detail` in the reader's language, and `code` */
  constructor(status, problem) {
    super('status ' + status);
    this.status = status;
    this.said = problem?.detail;
    this.code = problem?.code;
  }
}

function problem(call) {
  try {
    return JSON.parse(call.responseText);
  } catch {
    return undefined;
  }
}

const TURNS = ['evidence.too-many-at-once', 'evidence.too-many-of-all'];

/** What no patience changes: too much for the room that is left, or a file of another hash; a turn comes. */
const final = failure => {
  throw failure.status === 409 && !TURNS.includes(failure.code) ? new Refused(410, { detail: failure.said }) : failure;
};

function send(method, url, headers, body, progress) {
  return new Promise((answered, failed) => {
    const call = new XMLHttpRequest();
    call.open(method, url + (url.includes('?') ? '&' : '?') + token);
    for (const [name, value] of Object.entries(headers)) call.setRequestHeader(name, value);
    if (progress) call.upload.onprogress = event => progress(event.loaded);
    call.onload = () => (call.status < 300 ? answered(call) : failed(new Refused(call.status, problem(call))));
    call.onerror = call.ontimeout = () => failed(new Error('line'));
    call.send(body);
  });
}

/** What of this request is here already, by path and size: before all else what is whole, or still being added. */
async function known() {
  const here = new Map();
  let after = '';
  do {
    const answer = await send('GET', `${words.uploads}?request=${words.request}${after}`, { Accept: 'application/json' });
    const page = JSON.parse(answer.responseText);
    for (const item of page.items) {
      const key = (item.folder ? item.folder + '/' : '') + item.name + '|' + item.size;
      if (item.state === 'given_up') continue;
      if ((item.request ?? '') !== words.request) continue;
      if (!here.has(key) || !counts(here.get(key)) && counts(item)) here.set(key, item);
    }
    after = page.cursor ? '&after=' + page.cursor : '';
  } while (after);
  return here;
}

const counts = item => item.state === 'adding' || WHOLE.includes(item.state);

async function begin(file) {
  const metadata = { filename: file.blob.name, relativePath: file.path, filetype: file.blob.type, request: words.request, sealedOnly: words.sealedonly };
  const answer = await send('POST', words.uploads, {
    'Tus-Resumable': '1.0.0',
    'Upload-Length': file.blob.size,
    'Upload-Metadata': Object.entries(metadata).filter(it => it[1]).map(([k, v]) => k + ' ' + base64(v)).join(','),
  }).catch(final);
  return answer.getResponseHeader('Location').split('/').pop().split('?')[0];
}

async function offset(id) {
  const answer = await send('HEAD', `${words.uploads}/${id}`, { 'Tus-Resumable': '1.0.0' });
  const at = answer.getResponseHeader('Upload-Offset');
  if (at === null) throw new Refused(401);
  return Number(at);
}

/** Whether this computer can read it: a request that fails looks the same. */
async function readable(blob) {
  try {
    const reader = blob.stream().getReader();
    while (!(await reader.read()).done);
    return true;
  } catch {
    return false;
  }
}

/** Goes on until the last byte is there, however often the line breaks; a refusal ends it, and what cannot be read. */
async function bring(id, file, row) {
  let at = await patiently(row, () => offset(id));
  const began = performance.now();
  const first = at;
  const show = bytes => {
    row.at(bytes);
    const rate = (bytes - first) / ((performance.now() - began) / 1000);
    if (rate > 0) {
      row.say(say('progress', {
        done: size(bytes), all: size(file.blob.size), rate: size(rate), left: left((file.blob.size - bytes) / rate),
      }));
    }
  };
  let refused = 0;
  let still = 0;
  while (at < file.blob.size) {
    const from = at;
    const piece = file.blob.slice(from, from + PIECE);
    try {
      const answer = await send('PATCH', `${words.uploads}/${id}`, {
        'Tus-Resumable': '1.0.0',
        'Upload-Offset': from,
        'Content-Type': 'application/offset+octet-stream',
      }, piece, loaded => show(from + loaded));
      const reached = answer.getResponseHeader('Upload-Offset');
      if (reached === null) throw new Refused(401);
      at = Number(reached);
      refused = 0;
    } catch (failure) {
      if (failure instanceof Refused && failure.status !== 409 && failure.status < 500) throw failure;
      // Another place, or another window that adds: the node says where it goes on. But not for ever.
      if (failure.status === 409 && !TURNS.includes(failure.code) && ++refused > 5) throw new Refused(410, { detail: failure.said });
      if (!failure.status && !await readable(piece)) throw new Error('unread');
      row.say(say('broken', { done: size(from), all: size(file.blob.size) }));
      await pause(Math.min(30000, 1000 * 2 ** still));
      at = await patiently(row, () => offset(id));
      still = at > from || TURNS.includes(failure.code) ? 0 : still + 1;
      if (still === TRIES) throw new Error('stuck');
    }
    show(at);
  }
}

async function patiently(row, ask) {
  for (let wait = 1000; ; wait = Math.min(30000, wait * 2)) {
    try {
      return await ask();
    } catch (failure) {
      if (failure instanceof Refused && failure.status !== 409 && failure.status < 500) throw failure;
      await pause(wait);
    }
  }
}

/** By path and size; what a form without script began has a size that nobody told. */
function begunOrSealed(file, here) {
  const path = file.path.normalize('NFC');
  return here.get(path + '|' + file.blob.size) ?? here.get(path + '|null');
}

/** Only with the same file: what is here of it must be how this one begins. */
async function goesOn(before, hash, row) {
  if (before?.state !== 'adding') return false;
  if (!before.part) return true;
  row.say(say('comparing'));
  if (before.part.sha256 === await hash.first) return true;
  row.tell(say('another'));
  return false;
}

/** What was begun or added without the mark has it from now on, before another byte of it leaves. */
async function mark(id, row) {
  if (words.sealedonly) await patiently(row, () => send('POST', `${words.uploads}/${id}/sealed-only`, { Accept: 'application/json' }));
}

async function add(file, here) {
  const row = file.row;
  try {
    const before = begunOrSealed(file, here);
    const hash = hashing(file.blob, before?.part?.size);
    if (before && before.state !== 'adding') {
      row.say(say('comparing'));
      if (before.sha256 === await hash.whole) {
        if (before.state !== 'destroyed') await mark(before.id, row);
        if (WHOLE.includes(before.state)) return row.sealed(before.id, say('here'));
        row.note(say('anew', { state: say(before.state) }));
      }
    }
    const begun = await goesOn(before, hash, row);
    if (begun) await mark(before.id, row);
    const id = begun ? before.id : await patiently(row, () => begin(file));
    await bring(id, file, row);
    row.say(say('comparing'));
    const sha256 = await hash.whole;
    await patiently(row, () => send('POST', `${words.uploads}/${id}/sealing`,
      { 'Content-Type': 'application/json', Accept: 'application/json' }, JSON.stringify({ sha256 })).catch(final));
    row.sealed(id, say('sealed'));
  } catch (failure) {
    row.tell(failure.status === 401 || failure.status === 403 ? say('signedout')
      : failure.status ? [say('refused'), failure.said].filter(it => it).join(' ')
      : say(failure.message === 'stuck' ? 'stuck' : 'unread'));
  }
}

async function work() {
  if (busy) return;
  busy = true;
  addEventListener('beforeunload', stay);
  // Who adds a large file is here until it is added: nobody is signed out in the middle of it.
  const working = setInterval(() => dispatchEvent(new Event('comity-working')), 60000);
  try {
    const here = await patiently(queue[0].row, known);
    while (queue.length) await add(queue.shift(), here);
  } catch {
    queue.splice(0).forEach(file => file.row.tell(say('signedout')));
  } finally {
    clearInterval(working);
    removeEventListener('beforeunload', stay);
    busy = false;
  }
}

function stay(event) { event.preventDefault(); }

/** Something is chosen; and a file in which nothing is, only if they say so. */
function mayAdd(files) {
  const empty = files.filter(it => it.size === 0).map(it => it.name);
  missing.hidden = files.length > 0;
  if (!files.length) form.querySelector('input[type=file]').focus();
  return files.length > 0 && (!empty.length || confirm(say('empty', { names: empty.slice(0, 5).join(', ') })));
}

form.addEventListener('submit', event => {
  event.preventDefault();
  const inputs = [...form.querySelectorAll('input[type=file]')];
  if (!mayAdd(inputs.flatMap(it => [...it.files]))) return;
  for (const input of inputs) {
    for (const blob of input.files) {
      const file = { blob, path: blob.webkitRelativePath || blob.name };
      file.row = line(file);
      file.row.say(say('waits'));
      queue.push(file);
    }
    input.value = '';
  }
  if (queue.length) work();
});
