import { byId, make, showList } from './dom.js';
import { say } from './words.js';

const marks = { public: '#', private: '🔒', shared: '⇄', im: '@' };

/** The list of channels, Home and direct messages, with a dot where something is unread. */
export function drawSidebar(page) {
  const { seen } = page;
  const entries = [
    ...seen.channels.filter(({ kind }) => kind !== 'im').map((channel) => channelEntry(page, channel)),
    ...(seen.hasHome ? [homeEntry(page)] : []),
    ...seen.channels.filter(({ kind }) => kind === 'im').map((channel) => channelEntry(page, channel)),
  ];
  showList(byId('channels'), entries);
}

function channelEntry(page, { id, kind, name, messages }) {
  const here = page.place === id;
  const newest = messages
    .flatMap((message) => [message, ...message.replies])
    .reduce((max, { ts }) => Math.max(ts, max), '');
  const key = `${page.seen.me} ${id}`;
  if (here) page.read.set(key, newest);
  const unread = newest > (page.read.get(key) ?? '');
  const hint = unread ? say.unread(say.places[kind]) : say.places[kind];
  return item(page, id, marks[kind], name, hint, here, unread);
}

function homeEntry(page) {
  return item(page, 'home', '🏠', say.home, say.appHome, page.place === 'home', false);
}

function item(page, id, mark, name, hint, here, unread) {
  return {
    key: id,
    content: JSON.stringify([name, hint, here]),
    build: () =>
      make(
        'button',
        {
          type: 'button',
          class: `place${unread ? ' unread' : ''}`,
          'aria-current': here && 'page',
          onclick: () => page.goTo(id),
        },
        make('span', { class: 'mark', 'aria-hidden': 'true' }, mark),
        make('span', { class: 'name' }, name),
        make('span', { class: 'hidden-label' }, ` (${hint})`),
        unread ? make('span', { class: 'dot', 'aria-hidden': 'true' }) : undefined,
      ),
  };
}
