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

const kept = (key) => { try { return localStorage.getItem(key); } catch { return null; } };
const keep = (key, value) => { try { localStorage.setItem(key, value); } catch { /* nothing is remembered here */ } };
const allowed = () => kept(ALLOWED) === 'on';
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
  tone(audio.currentTime, 880);
  tone(audio.currentTime + 0.5, 660);
}

function hush() {
  clearInterval(sounding);
  sounding = null;
}

/** A browser plays nothing on a page that nobody has touched, whatever was allowed before: its word counts. */
function plays() {
  if (!audio) {
    audio = new AudioContext();
    audio.onstatechange = look;
  }
  if (audio.state !== 'running') audio.resume();
  return audio.state === 'running';
}

let turn = 'locks' in navigator ? 'none' : 'ours';
let giveBack = null;

/** One tab of a browser sounds, of those that can; another takes over when it is closed or can no longer. */
function ours() {
  if (turn === 'none') {
    turn = 'asked';
    navigator.locks.request('comity-alarm', () => new Promise((resolve) => {
      turn = 'ours';
      giveBack = resolve;
      look();
    }));
  }
  return turn === 'ours';
}

function leaveTurn() {
  if (!giveBack) return;
  turn = 'none';
  giveBack();
  giveBack = null;
}

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
  const mark = `${document.body.dataset.keeps} ${bar.dataset.reference} ${bar.dataset.n}`;
  const silenced = kept(SILENCED) === mark;
  const can = allowed() && plays();
  if (!can) leaveTurn();
  const silence = bar.querySelector('[data-alarm-silence]');
  const allow = bar.querySelector('[data-alarm-allow]');
  silence.hidden = !can || silenced;
  allow.hidden = can;
  silence.onclick = () => { keep(SILENCED, mark); look(); };
  allow.onclick = permit;
  if (can && !silenced && ours()) sound();
  else hush();
  if (allowed() && !silenced) notify(bar);
  document.body.dataset.alarm = !can ? 'not-allowed' : silenced ? 'silenced' : sounding ? 'sounding' : 'elsewhere';
}

function permit() {
  keep(ALLOWED, 'on');
  plays();
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
  if (bar) (find ?? top.querySelector('.brand')).after(document.importNode(bar, true));
  document.title = bar ? `${bar.dataset.title} – ${calm}` : calm;
  look();
}

/** What a bar says, its age left out, which ticks by itself. */
function said(bar) {
  const copy = bar.querySelector('.what').cloneNode(true);
  for (const age of copy.querySelectorAll('[data-since]')) age.remove();
  return copy.textContent.replace(/\s+/g, ' ');
}

let asked = 0;
async function again() {
  const mine = ++asked;
  const answer = await fetch('/alarm', { headers: { Accept: 'text/html' } });
  // Who is signed out meanwhile is led elsewhere: that says nothing of the alarm.
  if (!answer.ok || answer.redirected || mine !== asked) return;
  const drawn = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('siren');
  const here = siren();
  if (!drawn && !here) return;
  if (drawn && here && drawn.dataset.reference === here.dataset.reference && drawn.dataset.n === here.dataset.n) {
    // Its buttons stay: one of them may have the focus.
    if (said(drawn) !== said(here)) here.querySelector('.what').replaceWith(document.importNode(drawn.querySelector('.what'), true));
    return;
  }
  put(drawn);
}

addEventListener('comity-live', ({ detail }) => {
  const told = detail.kind === 'changed' && ['requests', 'alarm'].includes(detail.data.topic);
  if (told || detail.kind === 'missed' || detail.kind === 'quiet') again().catch(() => {});
});

for (const button of document.querySelectorAll('[data-alarm-on]')) button.addEventListener('click', permit);
for (const button of document.querySelectorAll('[data-alarm-off]')) {
  button.addEventListener('click', () => { keep(ALLOWED, 'off'); choices(); look(); });
}
// What one tab is told holds in all of them, and a touch of the page lets it play.
addEventListener('storage', ({ key }) => {
  if (key !== ALLOWED && key !== SILENCED) return;
  choices();
  if (top) look();
});
addEventListener('pagehide', leaveTurn);
// A finger that goes down is no activation yet; one that comes up is.
for (const touch of ['pointerdown', 'pointerup', 'click', 'keydown']) addEventListener(touch, () => { if (audio && audio.state !== 'running') audio.resume(); });
choices();
if (top) look();
