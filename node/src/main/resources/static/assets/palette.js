// Ctrl+K from anywhere: what is found, what can be done, where one can go. It moves and opens; nothing is signed here.
// Enter in the field opens the line that is marked, the first that fits what was typed; where none fits, it searches.
// Without this file the page /search does the same.

const palette = document.getElementById('palette');
const field = palette.querySelector('input');
const found = palette.querySelector('[data-palette-found]');
const PAUSE = 150;
let timer;
let asking;
let answered;

async function ask() {
  asking?.abort();
  asking = new AbortController();
  const typed = field.value.trim();
  try {
    const answer = await fetch(`${palette.dataset.palette}?q=${encodeURIComponent(typed)}`, {
      signal: asking.signal,
      redirect: 'error',
    });
    if (!answer.ok) return;
    dispatchEvent(new Event('comity-used'));
    const drawn = new DOMParser().parseFromString(await answer.text(), 'text/html');
    found.replaceChildren(...drawn.body.childNodes);
    answered = typed;
    mark();
  } catch {
    // Asked again meanwhile, or the node is away: what stands there stays.
  }
}

const marked = () => (answered ? found.querySelector('a[data-match]') : null);

/** What Enter opens is seen, and heard. */
function mark() {
  const line = marked();
  if (!line) return;
  line.classList.add('on');
  const status = found.querySelector('[role=status]');
  if (status) status.textContent += ` ${palette.dataset.opens.replace('{what}', line.querySelector('b').textContent)}`;
}

/** The field and each line, one after the other. */
function move(step) {
  const stops = [field, ...found.querySelectorAll('a')];
  const at = stops.indexOf(document.activeElement);
  stops[Math.max(0, Math.min(stops.length - 1, at + step))].focus();
}

function open() {
  if (!palette.open) palette.showModal();
  field.focus();
  field.select();
  ask();
}

field.addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(ask, PAUSE);
});

palette.querySelector('form').addEventListener('submit', async (event) => {
  event.preventDefault();
  clearTimeout(timer);
  if (answered !== field.value.trim()) await ask();
  const line = answered === field.value.trim() ? marked() : null;
  if (line) line.click();
  else if (palette.dataset.searches) event.target.submit();
});

palette.addEventListener('keydown', (event) => {
  if (event.isComposing) return;
  // A search field takes the first Escape to empty itself.
  if (event.key === 'Escape') {
    event.preventDefault();
    palette.close();
  }
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  event.preventDefault();
  move(event.key === 'ArrowDown' ? 1 : -1);
});

// A line that leads to a place on this very page closes what lies over it.
found.addEventListener('click', (event) => { if (event.target.closest('a')) palette.close(); });

addEventListener('keydown', (event) => {
  if (event.code !== 'KeyK' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
  event.preventDefault();
  open();
});
