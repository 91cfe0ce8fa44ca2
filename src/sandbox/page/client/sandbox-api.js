import { byId } from './dom.js';

export const gone = 'The sandbox does not answer. Is it still running in its terminal?';

/** What the person now sees. */
export async function fetchSeen(person) {
  const answer = await fetch(`/seen${person === undefined ? '' : `?as=${encodeURIComponent(person)}`}`);
  if (!answer.ok) throw new Error(`The sandbox answered ${answer.status}.`);
  return answer.json();
}

/** Does something as a person. A refusal or a lost connection is shown to the person, and gives `undefined`. */
export async function act(deed, details) {
  try {
    const answer = await fetch(`/do/${deed}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(details),
    });
    const body = await answer.json();
    if (answer.ok) return body;
    notice(body.problem ?? `The sandbox answered ${answer.status}.`);
  } catch {
    notice(gone);
  }
  return undefined;
}

let fading;
/** A line for the person at the bottom of the page. It stays for eight seconds. */
export function notice(text) {
  const line = byId('notice');
  line.textContent = text;
  // In the top layer, so that an open modal does not cover it.
  line.hidePopover();
  line.showPopover();
  clearTimeout(fading);
  fading = setTimeout(() => {
    line.hidePopover();
  }, 8000);
}

/** Calls back when anything changed in the small Slack. Reconnects by itself, and says when the sandbox is gone. */
export function onChange(changed) {
  const source = new EventSource('/events');
  source.addEventListener('changed', changed);
  source.addEventListener('open', changed);
  source.addEventListener('error', () => notice(gone));
}
