import { byId, make, showList } from './dom.js';

/** The main pane: the messages of a channel, or the app's Home. */
export function drawMessages(page) {
  const place = page.seen.places.find(({ id }) => id === page.place);
  const atHome = page.place === 'home';
  byId('place-name').textContent = atHome ? 'Vulndesk Home' : titleOf(place);
  byId('place-note').textContent = atHome ? 'What the bot shows to you alone' : (place?.note ?? '');
  byId('messages').hidden = atHome;
  byId('composer').hidden = atHome;
  byId('home').hidden = !atHome;
  // What is not shown is not there either: nothing of one person's stays in the page of the next.
  const html = atHome ? (page.seen.home ?? '<p class="empty">The bot has published nothing here yet.</p>') : '';
  if (byId('home').dataset.html !== html) {
    byId('home').dataset.html = html;
    byId('home').innerHTML = html;
  }
  const list = byId('messages');
  // It scrolls, so the keyboard must reach it.
  list.tabIndex = 0;
  if (atHome) return list.replaceChildren();
  const moved = list.dataset.place !== `${page.seen.me} ${page.place}`;
  const atEnd = moved || list.scrollHeight - list.scrollTop - list.clientHeight < 60;
  list.dataset.place = `${page.seen.me} ${page.place}`;
  const shown = (place?.messages ?? []).filter(({ ts }) => !page.dismissed.has(ts));
  showList(list, shown.length === 0 ? [emptyItem(place)] : shown.map((message) => item(page, message, true)));
  if (atEnd) list.scrollTop = list.scrollHeight;
}

function titleOf(place) {
  if (place === undefined) return '';
  return place.kind === 'im' ? place.name : `${place.kind === 'private' ? '🔒 ' : '#'}${place.name}`;
}

function emptyItem(place) {
  const text = place === undefined ? 'Nothing to see here.' : 'No messages yet.';
  return { key: 'empty', content: text, build: () => make('li', { class: 'empty' }, text) };
}

/** The thread beside the main pane, if one is open. */
export function drawThread(page) {
  const root = page.seen.places.find(({ id }) => id === page.place)?.messages.find(({ ts }) => ts === page.thread);
  byId('thread').hidden = root === undefined;
  document.body.classList.toggle('with-thread', root !== undefined);
  if (root === undefined) return byId('replies').replaceChildren();
  const list = byId('replies');
  const before = list.children.length;
  showList(
    list,
    [root, ...root.replies].map((message) => item(page, message, false)),
  );
  if (list.children.length !== before) list.scrollTop = list.scrollHeight;
}

function item(page, message, withReplies) {
  const replies = withReplies ? message.replies.length : 0;
  const open = withReplies && page.thread === message.ts;
  return {
    key: `${message.ts}${withReplies ? '' : ' in thread'}`,
    content: JSON.stringify([{ ...message, replies }, open]),
    build: () => build(page, message, withReplies, replies, open),
  };
}

function build(page, message, withReplies, replies, open) {
  const notes = [
    message.app ? make('span', { class: 'badge' }, 'APP') : undefined,
    make('span', { class: 'time' }, message.time),
    message.edited ? make('span', { class: 'time' }, '(edited)') : undefined,
    message.pinned ? make('span', { class: 'time' }, 'pinned') : undefined,
  ];
  return make(
    'li',
    {
      class: `message${message.ephemeral ? ' ephemeral' : ''}`,
      'data-channel': message.channel,
      'data-ts': message.ts,
    },
    make('span', { class: `face${message.app ? ' app' : ''}`, 'aria-hidden': 'true' }, message.author.slice(0, 1)),
    make(
      'div',
      { class: 'said' },
      message.ephemeral ? ephemeralLine(page, message) : undefined,
      make('p', { class: 'by' }, make('strong', {}, message.author), ...notes),
      // Drawn from blocks by the server; ids of the thread's copy would repeat those of the channel's.
      make('div', { class: 'blocks', html: withReplies ? message.html : message.html.replaceAll('="m-', '="t-') }),
      replies > 0 ? threadButton(page, message, replies, open) : undefined,
    ),
  );
}

function ephemeralLine(page, { ts }) {
  const dismiss = () => {
    page.dismissed.add(ts);
    page.draw();
  };
  return make(
    'p',
    { class: 'only-you' },
    'Only visible to you',
    make('button', { type: 'button', class: 'link', onclick: dismiss }, 'Dismiss'),
  );
}

function threadButton(page, { ts }, replies, open) {
  const text = `${replies} ${replies === 1 ? 'reply' : 'replies'}`;
  return make(
    'button',
    {
      type: 'button',
      class: 'link replies',
      'aria-expanded': String(open),
      onclick: () => page.openThread(open ? undefined : ts),
    },
    text,
  );
}
