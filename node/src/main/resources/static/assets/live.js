// Live pages: ticking clocks, one event stream for all tabs of a browser, a bar for what arrived.
// The server draws everything; without this file a page is complete and still.

const body = document.body;
const askedAt = Date.parse(body.dataset.now);
const started = performance.now();
let ahead = 0; // what the stream's clock says beyond our own counting

const now = () => new Date(askedAt + (performance.now() - started) + ahead);

// Clocks --------------------------------------------------------------------------------------------------------

function hour(at, zone) {
  const offset = /^([+-])(\d\d):(\d\d)$/.exec(zone);
  const shift = offset ? (offset[1] === '-' ? -1 : 1) * (offset[2] * 60 + +offset[3]) * 60000 : 0;
  const timeZone = offset || zone === 'Z' ? 'UTC' : zone;
  return new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
    .format(new Date(at.getTime() + shift));
}

const minuteWords = JSON.parse(body.dataset.minutes || '{}');
const plural = new Intl.PluralRules(document.documentElement.lang);
const counted = (words, n) => (words[plural.select(n)] ?? words.other ?? '').replaceAll('#', n);

function tick() {
  const at = now();
  for (const clock of document.querySelectorAll('[data-clock]')) {
    const text = clock.querySelector('bdi') ?? clock;
    const told = hour(at, clock.dataset.clock);
    if (text.textContent !== told) text.textContent = told;
  }
  for (const age of document.querySelectorAll('[data-since]')) {
    const minutes = Math.floor((at - Date.parse(age.dataset.since)) / 60000);
    if (minutes < 60) age.textContent = counted(minuteWords, Math.max(0, minutes));
  }
  silence();
}

// What arrived --------------------------------------------------------------------------------------------------

const bars = [...document.querySelectorAll('.newbar[data-topic]')];

function show(bar, text) {
  bar.querySelector('span').textContent = text;
  bar.hidden = false;
}

/** A row keeps its place: it only gets the word. */
function mark(row, word) {
  if (row.querySelector('.changed')) return;
  const said = document.createElement('span');
  said.className = 'changed';
  said.textContent = ` ${word}`;
  (row.querySelector('.l2') ?? row.lastElementChild ?? row).append(said);
}

function changed({ topic, id, at, ours }) {
  // What was so before this page was asked for stands on it, however late we hear of it.
  if (Date.parse(at) < askedAt) return;
  for (const bar of bars) {
    if (bar.dataset.topic !== topic || (bar.dataset.id && bar.dataset.id !== id)) continue;
    bar.seen ??= new Set();
    bar.seen.add(id);
    if (!ours) bar.times = (bar.times ?? 0) + 1;
    const own = bar.dataset.ours && !bar.times;
    show(bar, own ? bar.dataset.ours : counted(JSON.parse(bar.dataset.words), bar.dataset.id ? bar.times : bar.seen.size));
    for (const row of document.querySelectorAll(`[data-row][data-id="${CSS.escape(id)}"]`)) mark(row, bar.dataset.changed);
  }
}

// Live or not ---------------------------------------------------------------------------------------------------

const state = document.querySelector('[data-live-state]');
let heard = null;
let quiet = false;

function alive(time) {
  heard = performance.now();
  quiet = false;
  if (time) ahead += Date.parse(time) - now();
  if (state && !state.classList.contains('on')) {
    state.classList.add('on');
    state.textContent = state.dataset.liveOn;
  }
}

function silence() {
  if (!state || heard === null || quiet || performance.now() - heard < 45000) return;
  quiet = true;
  state.classList.remove('on');
  const since = hour(new Date(now() - (performance.now() - heard)), 'UTC') + ' UTC';
  state.textContent = state.dataset.liveOff.replace('{time}', since);
}

function take(message) {
  dispatchEvent(new CustomEvent('comity-live', { detail: message }));
  alive(message.kind === 'clock' ? message.data.now : null);
  if (message.kind === 'changed') changed(message.data);
  if (message.kind === 'missed') bars.forEach((bar) => show(bar, bar.dataset.missed));
}

// One stream a browser: the tab that holds the lock listens for all -----------------------------------------------

/** A browser gives up a stream that is refused, as in an outage: so we ask again, ever later. */
function listen(pass) {
  let source;
  let timer;
  let pause = 10000;
  let lost = false;
  const open = () => {
    source = new EventSource('/events');
    for (const kind of ['clock', 'changed', 'missed']) {
      source.addEventListener(kind, (event) => pass({ kind, data: JSON.parse(event.data) }));
    }
    source.onopen = () => {
      if (lost) pass({ kind: 'missed' });
      lost = false;
      pause = 10000;
    };
    source.onerror = () => {
      if (source.readyState !== EventSource.CLOSED) return;
      lost = true;
      timer = setTimeout(open, pause);
      pause = Math.min(pause * 2, 60000);
    };
  };
  open();
  return {
    close() {
      clearTimeout(timer);
      source.close();
    },
  };
}

function connect() {
  if (!('locks' in navigator) || !('BroadcastChannel' in window)) {
    listen(take);
    return;
  }
  const channel = new BroadcastChannel('comity-live');
  channel.onmessage = (event) => take(event.data);
  navigator.locks.request('comity-live', () => {
    const source = listen((message) => {
      take(message);
      channel.postMessage(message);
    });
    return new Promise((resolve) => {
      addEventListener('pagehide', () => {
        source.close();
        resolve();
      }, { once: true });
    });
  });
  // A page that the browser kept and shows again has lost its stream and its lock.
  addEventListener('pageshow', (event) => { if (event.persisted) location.reload(); });
}

// On a narrow screen the tab one stands on is drawn into view.
for (const strip of document.querySelectorAll('.views, .rail')) {
  const here = strip.querySelector('[aria-current]');
  if (here && strip.scrollWidth > strip.clientWidth) here.scrollIntoView({ block: 'nearest', inline: 'center' });
}

tick();
setInterval(tick, 5000);
if (body.dataset.live === 'on') connect();
document.querySelector('[data-focus]')?.focus();
