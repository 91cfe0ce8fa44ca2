import { hideMoved, showMoved } from './clock-moved.js';
import { byId, make, showList } from './dom.js';
import { listenForInteractions } from './interactions.js';
import { drawMessages, drawThread } from './messages.js';
import { drawModal } from './modal.js';
import { keepInAddress, keptSet, start } from './page-memory.js';
import { act, fetchSeen, notice, onChange } from './sandbox-api.js';
import { drawSidebar } from './sidebar.js';
import { advance, drawTour } from './tour.js';
import { say, speak, words } from './words.js';

/** The state of the page. All of it is drawn again after each change. */
const page = {
  seen: undefined,
  person: start.person,
  /** What is open: the id of a channel, or `home`. */
  place: start.place,
  thread: start.thread,
  /** The message to look at: what a move of the clock changed. */
  fresh: undefined,
  /** The newest message that a person saw in a channel, by person and channel. */
  read: new Map(),
  /** Ephemeral messages that were dismissed, by ts. */
  dismissed: keptSet('dismissed'),
  draw,
  refresh,
  goTo,
  become,
  openThread,
  show,
  switchLanguage,
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
    .catch(() => notice(say.noAnswer))
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
  if (say !== words[seen.language]) speak(seen.language);
  page.dismissed.load(seen.run);
  keepInAddress(page);
  drawTheme();
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
  const { kind, workspace, city, language } = people.find(({ id }) => id === me);
  const speaks = say.speaks[language];
  byId('role').textContent = [say.kinds[kind](workspace), speaks === undefined ? city : `${city}, ${speaks}`].join(
    ' · ',
  );
  byId('typed').placeholder = kind === 'outsider' ? say.typeMessage : say.typeCommand;
  byId('composer-hint').textContent = kind === 'outsider' ? say.hintMessage : say.hintCommand;
}

/** The button names what it switches to. */
function drawTheme() {
  byId('theme').textContent = document.documentElement.dataset.theme === 'dark' ? say.light : say.dark;
}

function drawClock({ day, time, zone, jumps }) {
  byId('clock').textContent = say.moment(day, time);
  byId('zone').textContent = zone;
  showList(
    byId('jumps'),
    jumps.map((id) => ({
      key: id,
      content: id,
      build: () => make('button', { type: 'button', class: 'button quiet', onclick: () => jump(id) }, say.jumps[id]),
    })),
  );
}

async function jump(to) {
  const buttons = [...byId('jumps').children];
  if (buttons[0].hasAttribute('aria-disabled')) return;
  for (const button of buttons) button.setAttribute('aria-disabled', 'true');
  const { day, time } = page.seen.clock;
  const from = say.moment(day, time);
  const done = await act('jump', { as: page.person, to });
  await refresh();
  for (const button of buttons) button.removeAttribute('aria-disabled');
  if (done === undefined) return;
  advance('jumped');
  showMoved(page, from, done.changes);
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
  if (page.seen?.people.find(({ id }) => id === page.person)?.kind === 'outsider') advance('was an outsider');
}

/** Leads to a message, as somebody who sees it. */
async function show({ as, channel, ts, thread }) {
  page.fresh = ts;
  await become(as, channel);
  page.thread = thread;
  draw();
  document.querySelector('.message.fresh')?.scrollIntoView({ block: 'nearest' });
}

async function switchLanguage() {
  const to = page.seen.language === 'en' ? 'zh' : 'en';
  const done = await act('language', { to });
  if (page.place === 'home') await act('home', { as: page.person });
  await refresh();
  if (done === undefined) return;
  hideMoved();
  advance('switched the language');
  notice(to === 'zh' ? say.nowChinese : say.nowEnglish);
}

function openThread(ts) {
  page.thread = ts;
  draw();
  if (ts !== undefined) byId('close-thread').focus();
}

byId('person').addEventListener('change', (event) => void become(event.target.value));
byId('language').addEventListener('click', () => void switchLanguage());
new MutationObserver(drawTheme).observe(document.documentElement, { attributeFilter: ['data-theme'] });
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
listenForInteractions(page);
onChange(refresh);
// The clock runs in real time between jumps.
setInterval(() => {
  if (document.visibilityState === 'visible') void refresh();
}, 20_000);
