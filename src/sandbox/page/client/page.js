import { byId, make } from './dom.js';
import { listenForPresses } from './interactions.js';
import { drawMessages, drawThread } from './messages.js';
import { drawModal } from './modal.js';
import { act, fetchSeen, gone, notice, onChange } from './sandbox-api.js';
import { drawPlaces } from './sidebar.js';
import { advance, drawGuide } from './tour.js';

/** What the page shows, and where each person is looking. One object, drawn afresh after each change. */
const page = {
  seen: undefined,
  person: new URLSearchParams(location.search).get('as') ?? undefined,
  place: undefined,
  thread: undefined,
  /** By person and place: the ts of the newest message that was on the screen. */
  read: new Map(),
  /** The ephemeral messages that were dismissed. */
  dismissed: new Set(),
  draw,
  refresh,
  goTo,
  become,
  openThread,
};

let fetching;
let again = false;
/** Fetches what the person sees, one request at a time; a change during a request asks once more. Never rejects. */
async function refresh() {
  if (fetching !== undefined) {
    again = true;
    return fetching;
  }
  fetching = (async () => {
    do {
      again = false;
      const asked = page.person;
      const seen = await fetchSeen(asked);
      if (asked === page.person) {
        page.seen = seen;
        page.person = seen.me;
        draw();
      } else again = true;
    } while (again);
  })()
    .catch(() => notice(gone))
    .finally(() => {
      fetching = undefined;
    });
  return fetching;
}

function draw() {
  const { seen } = page;
  if (seen === undefined) return;
  const known = page.place === 'home' ? seen.hasHome : seen.places.some(({ id }) => id === page.place);
  if (!known) page.place = seen.places[0]?.id;
  drawPerson(seen);
  drawClock(seen.clock);
  drawMessages(page);
  drawThread(page);
  drawPlaces(page);
  drawModal(page);
  drawGuide(page);
}

function drawPerson({ people, me }) {
  const select = byId('person');
  const listed = JSON.stringify(people);
  if (select.dataset.listed !== listed) {
    select.replaceChildren(...people.map(({ id, name }) => make('option', { value: id }, name)));
    select.dataset.listed = listed;
  }
  select.value = me;
  byId('role').textContent = roleOf(me, people);
  drawComposer(isOutsider(me, people));
}

const roleOf = (person, people) => people.find(({ id }) => id === person)?.role ?? '';
const isOutsider = (person, people) => roleOf(person, people).startsWith('Outsider');

/** Slack gives people of another workspace none of this one's commands. */
function drawComposer(outside) {
  byId('typed').placeholder = outside
    ? 'Write a message; to mention the bot, write @vulndesk'
    : 'Type a command: /vuln report, /vuln list, /vuln help';
  byId('composer-hint').textContent = outside
    ? 'Slack gives outsiders no commands: outsiders use the buttons.'
    : 'Start with /vuln and press Enter.';
}

function drawClock({ text, jumps }) {
  byId('clock').textContent = text;
  const row = byId('jumps');
  if (row.children.length > 0) return;
  row.append(
    ...jumps.map(({ id, label }) =>
      make('button', { type: 'button', class: 'button quiet', onclick: () => jump(id) }, label),
    ),
  );
}

async function jump(to) {
  const buttons = [...byId('jumps').children];
  if (buttons[0].hasAttribute('aria-disabled')) return;
  for (const button of buttons) button.setAttribute('aria-disabled', 'true');
  const done = await act('jump', { to });
  for (const button of buttons) button.removeAttribute('aria-disabled');
  if (done !== undefined) advance('jumped');
  await refresh();
}

function goTo(place) {
  page.place = place;
  page.thread = undefined;
  draw();
  if (place === 'home') void act('home', { as: page.person });
  if (page.seen.places.find(({ id }) => id === place)?.kind === 'im') advance('looked at the receipt');
}

async function become(person, place) {
  page.person = person;
  page.place = place ?? page.place;
  page.thread = undefined;
  await refresh();
  if (isOutsider(page.person, page.seen?.people ?? [])) advance('was an outsider');
}

function openThread(ts) {
  page.thread = ts;
  draw();
  if (ts !== undefined) byId('close-thread').focus();
}

byId('person').addEventListener('change', (event) => void become(event.target.value));
byId('close-thread').addEventListener('click', () => openThread(undefined));
byId('composer').addEventListener('submit', (event) => {
  event.preventDefault();
  void send();
});
async function send() {
  const typed = byId('typed');
  const text = typed.value.trim();
  if (text === '') return;
  typed.value = '';
  const done = await act('say', { as: page.person, channel: page.place, text });
  if (done === undefined && typed.value === '') typed.value = text;
}
listenForPresses(page);
onChange(refresh);
// The clock runs in real time between jumps.
setInterval(() => {
  if (document.visibilityState === 'visible') void refresh();
}, 20_000);
