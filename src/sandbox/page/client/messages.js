import { byId, make, showList } from './dom.js';
import { act } from './sandbox-api.js';
import { say } from './words.js';

/** The main pane shows the messages of a channel, or the app's Home. */
export function drawMessages(page) {
  const channel = page.seen.channels.find(({ id }) => id === page.place);
  const atHome = page.place === 'home';
  byId('place-name').textContent = atHome ? say.home : titleOf(channel);
  byId('place-note').textContent = atHome ? say.homeNote : ((channel && say.note[channel.kind](channel)) ?? '');
  byId('messages').hidden = atHome;
  byId('composer').hidden = atHome;
  byId('home').hidden = !atHome;
  // What is hidden is also emptied, so that nothing of one person's stays in the page of the next.
  const html = atHome ? (page.seen.home ?? `<p class="empty">${say.homeEmpty}</p>`) : '';
  if (byId('home').dataset.html !== html) {
    byId('home').dataset.html = html;
    byId('home').innerHTML = html;
  }
  const list = byId('messages');
  // A list that scrolls must be reached by keyboard.
  list.tabIndex = 0;
  if (atHome) return list.replaceChildren();
  const moved = list.dataset.place !== `${page.seen.me} ${page.place}`;
  const atEnd = moved || list.scrollHeight - list.scrollTop - list.clientHeight < 60;
  list.dataset.place = `${page.seen.me} ${page.place}`;
  const shown = (channel?.messages ?? []).filter(({ ts }) => !page.dismissed.has(ts));
  showList(list, shown.length === 0 ? [emptyItem(channel)] : shown.map((message) => item(page, message, true)));
  if (atEnd) list.scrollTop = list.scrollHeight;
}

function titleOf(channel) {
  if (channel === undefined) return '';
  return channel.kind === 'im' ? channel.name : `${channel.kind === 'private' ? '🔒 ' : '#'}${channel.name}`;
}

function emptyItem(channel) {
  const text = channel === undefined ? say.noPlace : say.noMessages;
  return { key: 'empty', content: text, build: () => make('li', { class: 'empty' }, text) };
}

/** The thread beside the main pane, if one is open. */
export function drawThread(page) {
  const root = page.seen.channels.find(({ id }) => id === page.place)?.messages.find(({ ts }) => ts === page.thread);
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
    content: JSON.stringify([{ ...message, replies }, open, page.fresh === message.ts]),
    build: () => build(page, message, withReplies, replies, open),
  };
}

function build(page, message, withReplies, replies, open) {
  const notes = [
    message.app ? make('span', { class: 'badge' }, say.app) : undefined,
    make('span', { class: 'time' }, message.time),
    message.edited ? make('span', { class: 'time' }, say.edited) : undefined,
    message.pinned ? make('span', { class: 'time' }, say.pinned) : undefined,
  ];
  return make(
    'li',
    {
      class: `message${message.ephemeral ? ' ephemeral' : ''}${page.fresh === message.ts ? ' fresh' : ''}`,
      'data-channel': message.channel,
      'data-ts': message.ts,
    },
    make('span', { class: `face${message.app ? ' app' : ''}`, 'aria-hidden': 'true' }, message.author.slice(0, 1)),
    make(
      'div',
      { class: 'content' },
      message.ephemeral ? ephemeralLine(page, message) : undefined,
      make('p', { class: 'by' }, make('strong', {}, message.author), ...notes, ...shortcutButtons(page, message)),
      // The server drew it. The copy in the thread gets element ids of its own.
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
    say.onlyYou,
    make('button', { type: 'button', class: 'link', onclick: dismiss }, say.dismiss),
  );
}

/** What Slack has in the menu of a message that somebody wrote. */
function shortcutButtons(page, { app, ephemeral, channel, ts }) {
  if (app || ephemeral) return [];
  return page.seen.shortcuts.map(({ callbackId, name }) =>
    make(
      'button',
      {
        type: 'button',
        class: 'link',
        onclick: () => void act('shortcut', { as: page.person, message: { channel, ts }, callback: callbackId }),
      },
      name,
    ),
  );
}

function threadButton(page, { ts }, replies, open) {
  const text = say.replies(replies);
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
