// Plays saving.js in pages that have just what it asks of one: what does it post, and what does it keep?
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const play = new Function(
  'document', 'FormData', 'sessionStorage', 'fetch', 'location', 'addEventListener', 'setTimeout', 'clearTimeout', 'dispatchEvent', 'history',
  readFileSync(process.argv[2], 'utf8'));

class Form {
  constructor(form) {
    this.form = form;
  }
  *[Symbol.iterator]() {
    for (const { name, value } of this.form.elements) yield [name, String(value)];
  }
}

/** A form with these fields, as the node sent it to this window. */
function page(fields, store = new Map()) {
  const heard = {};
  const listen = (what, then) => (heard[what] = then);
  const elements = [];
  const add = (field) => {
    elements.push(field);
    return (elements[field.name] = field);
  };
  for (const [name, value] of Object.entries(fields)) add({ name, value, type: name === 'text' ? 'textarea' : 'hidden' });
  const line = { textContent: '', append() {} };
  let alert = null;
  let keptByNode = 0;
  const form = {
    querySelectorAll: () => [],
    prepend: (section) => (alert = section),
    dispatchEvent: () => keptByNode++,
    elements, action: '/requests/A/withdraw', dataset: { saves: 'maren', names: 'draft', again: 'again', elsewhere: 'changed elsewhere' },
    querySelector: () => line, addEventListener: listen, appendChild: add,
  };
  const posts = [];
  const told = [];
  const addresses = [];
  let timer;
  play(
    { querySelector: () => form, createElement: () => ({ append(child) { this.child = child; }, focus() { this.focused = true; } }) },
    Form,
    { getItem: (key) => store.get(key) ?? null, setItem: (key, value) => store.set(key, value), removeItem: (key) => store.delete(key) },
    (to, { body }) => new Promise((answer) => posts.push({ body, answer })),
    new URL('https://node.example/requests/A/withdraw'),
    listen,
    (then) => (timer = then),
    () => {},
    (event) => told.push(event.type),
    { state: null, replaceState: (state, title, to) => addresses.push(to.search) });
  return {
    posts, store, told, addresses,
    beside: () => heard.input({ target: { form: null } }),
    waits: () => timer !== undefined,
    text: () => elements.text.value,
    said: () => line.textContent,
    alert: () => alert,
    keptByNode: () => keptByNode,
    async refused(status) {
      posts.at(-1).answer({ ok: false, status });
      await settled();
    },
    async press() {
      heard.submit({ preventDefault() {} });
      await settled();
    },
    type(words) {
      elements.text.value = words;
      heard.input({ target: { form, closest: () => null } });
    },
    async pause() {
      timer();
      await settled();
    },
    async answered(draft, version) {
      posts.at(-1).answer({ ok: true, status: 200, json: async () => ({ draft, version, said: 'saved' }) });
      await settled();
    },
    leave: () => heard.pagehide(),
    lock() {
      heard['comity-leaving']();
      heard.pagehide();
    },
  };
}

const settled = () => new Promise((then) => setImmediate(then));
const fresh = { _csrf: 'token', text: '' };
const kept = (from) => JSON.parse([...from.store.values()][0]);

const cases = {
  async 'left while the first save is under way, nothing is posted and the words wait here'() {
    const it = page(fresh);
    it.type('one');
    await it.pause();
    it.type('one two');
    it.leave();
    assert.equal(it.posts.length, 1);
    assert.equal(kept(it).words, 'text=one+two');
    assert.equal(kept(it).version, 0);
  },
  async 'left after a save, what was typed since is posted for that draft and version'() {
    const it = page(fresh);
    it.type('one');
    await it.pause();
    await it.answered('d1', 2);
    it.type('one two');
    it.leave();
    assert.deepEqual([it.posts.length, it.posts[1].body.get('draft'), it.posts[1].body.get('version')], [2, 'd1', '2']);
    assert.equal(it.store.size, 0);
  },
  async 'saved words count as use of the session'() {
    const it = page(fresh);
    it.type('one');
    await it.pause();
    assert.deepEqual(it.told, []);
    await it.answered('d1', 2);
    assert.deepEqual(it.told, ['comity-used', 'comity-session']);
  },
  async 'when the desk is locked nothing is posted and the words wait here'() {
    const it = page(fresh);
    it.type('one');
    it.lock();
    assert.equal(it.posts.length, 0);
    assert.equal(kept(it).words, 'text=one');
    const nothing = page(fresh);
    nothing.lock();
    assert.deepEqual([nothing.posts.length, nothing.store.size], [0, 0]);
  },
  async 'while the node has no draft of it the page keeps its address, and is posted as it stands'() {
    const it = page(fresh);
    it.type('one');
    await it.pause();
    await it.answered('', 0);
    assert.deepEqual([it.said(), it.addresses, it.keptByNode()], ['saved', [], 0]);
    await it.press();
    assert.equal(it.posts.length, 1);
  },
  async 'once saved the page has the address of its draft'() {
    const it = page(fresh);
    it.type('one');
    await it.pause();
    await it.answered('d1', 2);
    assert.deepEqual([it.addresses, it.keptByNode()], [['?draft=d1'], 1]);
  },
  async 'a field that is left after its words were saved changes nothing'() {
    const it = page(fresh);
    it.type('one');
    await it.pause();
    await it.answered('d1', 2);
    it.type('one');
    await it.press();
    it.leave();
    assert.equal(it.posts.length, 1);
  },
  async 'a page that is being left is given no other address first'() {
    const it = page(fresh);
    it.type('one');
    const pressed = it.press();
    await settled();
    await it.answered('d1', 2);
    await pressed;
    assert.deepEqual(it.addresses, []);
  },
  async 'what is typed into another form begins no save'() {
    const it = page(fresh);
    it.beside();
    assert.equal(it.waits(), false);
  },
  async 'words that wait come back'() {
    const it = page(fresh);
    it.type('one');
    await it.pause();
    it.leave();
    const again = page(fresh, it.store);
    assert.deepEqual([again.text(), again.said()], ['one', 'again']);
  },
  async 'what was changed in another window is told above everything, and pressed again the notice has the focus'() {
    const it = page({ ...fresh, draft: 'd1', version: '2' });
    it.type('mine');
    await it.pause();
    await it.refused(409);
    assert.deepEqual([it.alert().role, it.alert().child.textContent], ['alert', 'changed elsewhere']);
    await it.press();
    assert.deepEqual([it.posts.length, it.alert().focused, it.text()], [1, true, 'mine']);
  },
  async 'an answer without a draft leaves the version of the draft that is here'() {
    const it = page({ ...fresh, draft: 'd1', version: '7' });
    it.type('one');
    await it.pause();
    await it.answered('', 0);
    it.type('two');
    await it.pause();
    assert.deepEqual([it.posts[1].body.get('draft'), it.posts[1].body.get('version')], ['d1', '7']);
  },
  async 'newer words of the node are not written over'() {
    const it = page({ ...fresh, draft: 'd1', version: '2' });
    it.type('mine');
    await it.pause();
    it.type('mine too');
    it.leave();
    assert.equal(page({ ...fresh, draft: 'd1', version: '3', text: 'theirs' }, it.store).text(), 'theirs');
    assert.equal(page({ ...fresh, draft: 'd2', version: '1', text: 'other' }, it.store).text(), 'other');
    assert.equal(page({ ...fresh, draft: 'd1', version: '3', text: 'mine' }, it.store).text(), 'mine too');
  },
};

for (const [name, plays] of Object.entries(cases)) {
  await plays().catch((e) => {
    console.log(`${name}: ${e.message}`);
    process.exitCode = 1;
  });
}
