import { byId, make } from './dom.js';
import { say } from './words.js';

/** Says what a move of the clock did, with a way to each place that changed. */
export function showMoved(page, from, changes) {
  const moved = byId('moved');
  const lines = changes.map((change) =>
    make(
      'li',
      {},
      change.direct
        ? say.direct(change.name, change.posted + change.edited)
        : say.changed(change.name, change.posted, change.edited),
      ' ',
      make('button', { type: 'button', class: 'link', onclick: () => page.show(change) }, say.show),
    ),
  );
  moved.replaceChildren(
    make(
      'p',
      {},
      say.moved(from, say.moment(page.seen.clock.day, page.seen.clock.time)),
      lines.length === 0 ? ` ${say.nothingDue}` : '',
    ),
    make('ul', {}, ...lines),
    make('button', { type: 'button', class: 'button plain close', 'aria-label': say.dismiss, onclick: hideMoved }, '×'),
  );
  moved.hidden = false;
}

export function hideMoved() {
  byId('moved').hidden = true;
}
