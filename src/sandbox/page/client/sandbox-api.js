import { byId } from './dom.js';
import { say } from './words.js';

/** What the person sees now. */
export async function fetchSeen(person) {
  const answer = await fetch(`/seen${person === undefined ? '' : `?as=${encodeURIComponent(person)}`}`);
  if (!answer.ok) throw new Error(say.status(answer.status));
  return answer.json();
}

/** Does something as a person. On a refusal or a lost connection it shows why and returns `undefined`. */
export async function act(action, details) {
  try {
    const answer = await fetch(`/do/${action}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(details),
    });
    const body = await answer.json();
    if (answer.ok) return body;
    notice(say.problems[body.problem] ?? body.problem ?? say.status(answer.status));
  } catch {
    notice(say.noAnswer);
  }
  return undefined;
}

let fading;
/** Shows a line at the bottom of the page for eight seconds. */
export function notice(text) {
  const line = byId('notice');
  line.textContent = text;
  // A popover lies above an open modal.
  line.hidePopover();
  line.showPopover();
  clearTimeout(fading);
  fading = setTimeout(() => {
    line.hidePopover();
  }, 8000);
}

/** Calls back after each change in the sandbox. The browser reconnects by itself; meanwhile the person is told. */
export function onChange(changed) {
  const source = new EventSource('/events');
  source.addEventListener('changed', changed);
  source.addEventListener('open', changed);
  source.addEventListener('error', () => notice(say.noAnswer));
}
