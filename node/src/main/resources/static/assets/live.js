// Live pages: ticking clocks, one event stream for all tabs of a browser, a bar for what arrived.
// The server draws everything; without this file a page is complete and still.

const body = document.body;
const listens = body.dataset.live === 'on';
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

/** In one piece and left to right, as the server draws it. */
const utc = (at) => `\u2066${hour(at, 'UTC')} UTC\u2069`;

const lengths = JSON.parse(body.dataset.lengths || '{}');
const plural = new Intl.PluralRules(document.documentElement.lang);
const counted = (words, n) => (words?.[plural.select(n)] ?? words?.other ?? '').replaceAll('#', n);

/** Minutes, then hours, then days, as the server says them. */
function length(minutes) {
  if (minutes < 60) return counted(lengths.minutes, minutes);
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) return counted(lengths.days, Math.floor(hours / 24));
  const said = counted(lengths.hours, hours);
  return minutes % 60 ? counted(lengths.both, minutes % 60).replace('{hours}', said) : said;
}

function tick() {
  const at = now();
  for (const clock of document.querySelectorAll('[data-clock]')) {
    const text = clock.querySelector('bdi') ?? clock;
    const told = hour(at, clock.dataset.clock);
    if (text.textContent !== told) text.textContent = told;
  }
  for (const age of document.querySelectorAll('[data-since]')) {
    const told = length(Math.max(0, Math.floor((at - Date.parse(age.dataset.since)) / 60000)));
    if (age.textContent !== told) age.textContent = told;
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

const LONGEST_SILENCE = 45000;
const ASKING_AGAIN = 60000;
const TIME_TO_OPEN = 30000;

const state = document.querySelector('[data-live-state]');
/** Stands at the head of a narrow screen, which has no place for the line above. */
const above = document.querySelector('[data-not-live]');
let stream = null;
let heard = started;
let quiet = null; // since when, of our own counting
let ended = false; // whoever types was told that they are signed out

function said(text) {
  if (state) {
    state.classList.remove('on');
    state.textContent = text;
  }
  if (above && text) {
    if (above.textContent !== text) above.textContent = text;
    above.hidden = false;
  }
}

// A stream that was opened before goes on for a while: that says nothing of this page.
addEventListener('comity-session', ({ detail }) => {
  ended = detail.ended;
  if (ended) said(state?.dataset.liveEnded);
});

function alive(time) {
  heard = performance.now();
  quiet = null;
  if (time) ahead += Date.parse(time) - now();
  if (ended) return;
  if (above) above.hidden = true;
  if (state && !state.classList.contains('on')) {
    state.classList.add('on');
    state.textContent = state.dataset.liveOn;
  }
}

/** A stream that hangs gives no sign of it: it is opened again, and whoever must not miss anything asks by itself. */
function silence() {
  const at = performance.now();
  if (!listens || at - heard < LONGEST_SILENCE || (quiet !== null && at - quiet < ASKING_AGAIN)) return;
  quiet = at;
  if (!ended) said(state?.dataset.liveOff.replace('{time}', utc(new Date(now() - (at - heard)))));
  stream?.again();
  dispatchEvent(new CustomEvent('comity-live', { detail: { kind: 'quiet' } }));
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
  let opened;
  const open = () => {
    opened = performance.now();
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
    /** Unless one is about to be opened, or had no time yet. */
    again() {
      if (source.readyState === EventSource.CLOSED || performance.now() - opened < TIME_TO_OPEN) return;
      source.close();
      lost = true;
      open();
    },
    close() {
      clearTimeout(timer);
      source.close();
    },
  };
}

function connect() {
  if (!('locks' in navigator) || !('BroadcastChannel' in window)) {
    stream = listen(take);
    return;
  }
  const channel = new BroadcastChannel('comity-live');
  channel.onmessage = (event) => take(event.data);
  navigator.locks.request('comity-live', () => {
    stream = listen((message) => {
      take(message);
      channel.postMessage(message);
    });
    return new Promise((resolve) => {
      addEventListener('pagehide', () => {
        stream.close();
        resolve();
      }, { once: true });
    });
  });
  // A page that the browser kept and shows again has lost its stream and its lock.
  addEventListener('pageshow', (event) => { if (event.persisted) location.reload(); });
}

// On a narrow screen the tab one stands on is drawn into view: the strip alone moves, never the page.
for (const strip of document.querySelectorAll('.views, .rail')) {
  const here = strip.querySelector('[aria-current]');
  if (!here || strip.scrollWidth <= strip.clientWidth) continue;
  const [tab, frame] = [here.getBoundingClientRect(), strip.getBoundingClientRect()];
  strip.scrollLeft += tab.left + tab.width / 2 - frame.left - frame.width / 2;
}

tick();
setInterval(tick, 5000);
if (listens) connect();
document.querySelector('[data-focus]')?.focus();
