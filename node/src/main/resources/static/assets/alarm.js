// Life at risk: the bar arrives and goes without a reload, and sounds where the officer of this screen allowed it.
// The server draws bar and title with each page; without this file they are there, and silent.

const ALLOWED = 'comity-alarm';
const SILENCED = 'comity-alarm-silenced';
const EVERY = 15000;

const top = document.querySelector('header.top');
const find = document.querySelector('form.find');
const calm = document.body.dataset.title;
let audio = null;
let sounding = null;
let told = new Set();

const kept = (store, key) => { try { return store.getItem(key); } catch { return null; } };
const keep = (store, key, value) => { try { store.setItem(key, value); } catch { /* nothing is remembered here */ } };
const allowed = () => kept(localStorage, ALLOWED) === 'on';
const siren = () => document.getElementById('siren');

function tone(at, pitch) {
  const note = audio.createOscillator();
  const volume = audio.createGain();
  note.frequency.value = pitch;
  volume.gain.setValueAtTime(0.25, at);
  volume.gain.exponentialRampToValueAtTime(0.001, at + 0.45);
  note.connect(volume).connect(audio.destination);
  note.start(at);
  note.stop(at + 0.5);
}

function twoTones() {
  audio ??= new AudioContext();
  audio.resume();
  tone(audio.currentTime, 880);
  tone(audio.currentTime + 0.5, 660);
}

function hush() {
  clearInterval(sounding);
  sounding = null;
}

/** One tab of a browser sounds; another takes over when it is closed. */
function sound() {
  if (sounding) return;
  sounding = setInterval(twoTones, EVERY);
  twoTones();
}

function notify(bar) {
  if (!('Notification' in window) || Notification.permission !== 'granted' || told.has(bar.dataset.reference)) return;
  told.add(bar.dataset.reference);
  new Notification(bar.dataset.notice, { body: bar.dataset.reference, tag: bar.dataset.reference, requireInteraction: true });
}

function look() {
  const bar = siren();
  if (!bar) {
    hush();
    document.body.dataset.alarm = 'none';
    return;
  }
  const mark = `${bar.dataset.reference} ${bar.dataset.n}`;
  const silenced = kept(sessionStorage, SILENCED) === mark;
  const silence = bar.querySelector('[data-alarm-silence]');
  const allow = bar.querySelector('[data-alarm-allow]');
  silence.hidden = !allowed() || silenced;
  allow.hidden = allowed();
  silence.onclick = () => { keep(sessionStorage, SILENCED, mark); look(); };
  allow.onclick = permit;
  if (!allowed() || silenced) hush();
  else {
    sound();
    notify(bar);
  }
  document.body.dataset.alarm = !allowed() ? 'not-allowed' : silenced ? 'silenced' : 'sounding';
}

function permit() {
  keep(localStorage, ALLOWED, 'on');
  if ('Notification' in window && Notification.permission === 'default') Notification.requestPermission().then(look, look);
  choices();
  look();
}

function choices() {
  for (const part of document.querySelectorAll('[data-alarm-choice]')) {
    part.hidden = (part.dataset.alarmChoice === 'on') !== allowed();
  }
}

function put(bar) {
  siren()?.remove();
  top.classList.toggle('alarm', Boolean(bar));
  if (find) find.hidden = Boolean(bar);
  if (bar) top.querySelector('.brand').after(document.importNode(bar, true));
  document.title = bar ? `${bar.dataset.title} – ${calm}` : calm;
  look();
}

let asked = 0;
async function again() {
  const mine = ++asked;
  const answer = await fetch('/alarm', { headers: { Accept: 'text/html' } });
  if (!answer.ok || mine !== asked) return;
  const drawn = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('siren');
  const here = siren();
  if (!drawn && !here) return;
  if (drawn && here && drawn.dataset.reference === here.dataset.reference && drawn.dataset.n === here.dataset.n) return;
  put(drawn);
}

addEventListener('comity-live', ({ detail }) => {
  if (detail.kind === 'missed' || (detail.kind === 'changed' && detail.data.topic === 'requests')) again().catch(() => {});
});

for (const button of document.querySelectorAll('[data-alarm-on]')) button.addEventListener('click', permit);
for (const button of document.querySelectorAll('[data-alarm-off]')) {
  button.addEventListener('click', () => { keep(localStorage, ALLOWED, 'off'); choices(); look(); });
}
choices();
if (top) look();
