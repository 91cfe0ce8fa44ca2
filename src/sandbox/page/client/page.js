import { byId, make } from './dom.js';
import { listenForInteractions } from './interactions.js';
import { drawMessages, drawThread } from './messages.js';
import { drawModal } from './modal.js';
import { act, fetchSeen, noAnswer, notice, onChange } from './sandbox-api.js';
import { drawSidebar } from './sidebar.js';
import { advance, drawTour } from './tour.js';

/** The state of the page. All of it is drawn again after each change. */
const page = {
  seen: undefined,
  person: new URLSearchParams(location.search).get('as') ?? undefined,
  /** What is open: the id of a channel, or `home`. */
  place: undefined,
  thread: undefined,
  /** The newest message that a person saw in a channel, by person and channel. */
  read: new Map(),
  /** Ephemeral messages that were dismissed, by ts. */
  dismissed: new Set(),
  draw,
  refresh,
  goTo,
  become,
  openThread,
};

let fetching;
let again = false;
/** Fetches what the person sees, one request at a time. A change during a request fetches once more. Never rejects. */
async function refresh() {
  if (fetching !== undefined) {
    again = true;
    return fetching;
  }
  fetching = (async () => {
    do {
      again = false;
      const { person } = page;
      const seen = await fetchSeen(person);
      if (person === page.person) {
        page.seen = seen;
        page.person = seen.me;
        draw();
      } else again = true;
    } while (again);
  })()
    .catch(() => notice(noAnswer))
    .finally(() => {
      fetching = undefined;
    });
  return fetching;
}

function draw() {
  const { seen } = page;
  if (seen === undefined) return;
  const known = page.place === 'home' ? seen.hasHome : seen.channels.some(({ id }) => id === page.place);
  if (!known) page.place = seen.channels[0]?.id;
  drawPerson(seen);
  drawClock(seen.clock);
  drawMessages(page);
  drawThread(page);
  drawSidebar(page);
  drawModal(page);
  drawTour(page);
}

function drawPerson({ people, me }) {
  const select = byId('person');
  const listed = JSON.stringify(people);
  if (select.dataset.listed !== listed) {
    select.replaceChildren(...people.map(({ id, name }) => make('option', { value: id }, name)));
    select.dataset.listed = listed;
  }
  select.value = me;
  const { role, outsider } = people.find(({ id }) => id === me);
  byId('role').textContent = role;
  byId('typed').placeholder = outsider
    ? 'Write a message, for example: @vulndesk hello'
    : 'Type a command: /vuln report, /vuln list or /vuln help';
  byId('composer-hint').textContent = outsider
    ? 'Outsiders have no slash commands. They use the report button.'
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
  if (page.seen.channels.find(({ id }) => id === place)?.kind === 'im') advance('looked at the receipt');
}

/** Shows the page as another person sees it. */
async function become(person, place) {
  // A command typed for one person is not sent by another.
  if (person !== page.person) byId('typed').value = '';
  page.person = person;
  page.place = place ?? page.place;
  page.thread = undefined;
  await refresh();
  if (page.seen?.people.find(({ id }) => id === page.person)?.outsider) advance('was an outsider');
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
  else advance(`sent ${text}`);
}
listenForInteractions(page);
onChange(refresh);
// The clock runs in real time between jumps.
setInterval(() => {
  if (document.visibilityState === 'visible') void refresh();
}, 20_000);
