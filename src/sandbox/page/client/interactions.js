import { byId, make } from './dom.js';
import { valueIn, valuesIn } from './element-values.js';
import { act } from './sandbox-api.js';
import { advance } from './tour.js';
import { say } from './words.js';

/** Sends what is pressed or chosen in messages, on Home and in modals. Inputs of a form are sent with the form. */
export function listenForInteractions(page) {
  document.addEventListener('click', (event) => {
    const button = event.target.closest('[data-press]');
    if (button === null) return;
    button.closest('details')?.removeAttribute('open');
    const value = button.dataset.option;
    void press(page, button.closest('.element'), button.textContent, value);
  });
  document.addEventListener('change', (event) => {
    const element = event.target.closest('.element');
    if (element === null) return;
    const field = element.closest('[data-field]');
    if (element.dataset.type === 'multi_external_select') takeOffered(element);
    if (field === null) void press(page, element, say.goOn, valueIn(element));
    else if (field.dataset.dispatch === 'change') void fill(page, element);
  });
  // Slack tells the app what was typed into such an input when Enter is pressed, and does not submit the form.
  document.addEventListener('keydown', (event) => {
    const field = event.key === 'Enter' ? event.target.closest?.('[data-dispatch="enter"]') : null;
    if (!field || event.isComposing || event.target.tagName === 'TEXTAREA') return;
    event.preventDefault();
    void fill(page, event.target.closest('.element'));
  });
  // Of such a select the app has the options: it is asked while somebody types.
  document.addEventListener('input', (event) => {
    const element = event.target.closest('[data-type="multi_external_select"]');
    if (element !== null) void offer(page, element);
  });
  document.addEventListener('click', (event) => {
    for (const menu of document.querySelectorAll('details.menu[open]'))
      if (!menu.contains(event.target)) menu.removeAttribute('open');
  });
  document.addEventListener('keydown', (event) => {
    const menu = event.key === 'Escape' ? event.target.closest?.('details.menu[open]') : null;
    if (!menu) return;
    event.preventDefault();
    menu.removeAttribute('open');
    menu.querySelector('summary').focus();
  });
}

async function press(page, element, label, value) {
  if (element.getAttribute('aria-busy') === 'true') return;
  const { block, action, type, confirm } = element.dataset;
  if (confirm !== undefined && !(await confirmed(JSON.parse(confirm), label))) return;
  const form = element.closest('form');
  element.setAttribute('aria-busy', 'true');
  const done = await act('press', {
    as: page.person,
    where: placeOf(element),
    block,
    action,
    type,
    value,
    confirmed: confirm === undefined ? undefined : true,
    values: form === null ? undefined : valuesIn(form, '[data-field]:not([data-dispatch="change"])'),
  });
  element.removeAttribute('aria-busy');
  if (done !== undefined) advance('pressed', page);
}

/** Fills the list below a select with what the app offers for what stands after the last comma. */
async function offer(page, element) {
  const { value } = element.querySelector('input');
  const before = value.slice(0, value.lastIndexOf(',') + 1);
  const view = element.closest('[data-view]').dataset.view;
  const typed = value.slice(before.length).trim();
  const done = await act('suggest', { as: page.person, view, action: element.dataset.action, typed });
  const options = (done?.options ?? []).map((one) =>
    make('option', { value: `${before}${before === '' ? '' : ' '}${one.value}` }, one.text),
  );
  element.querySelector('datalist').replaceChildren(...options);
}

/** On Slack only what is offered can be chosen: what was typed becomes the first of what is offered for it. */
function takeOffered(element) {
  const input = element.querySelector('input');
  const offered = [...element.querySelectorAll('datalist option')].map((option) => option.value);
  if (input.value.trim() !== '' && offered.length > 0 && !offered.includes(input.value)) input.value = offered[0];
}

/** Sends the value of an input that dispatches its action at once. */
function fill(page, element) {
  const { block, type } = element.dataset;
  const view = element.closest('[data-view]').dataset.view;
  return act('fill', { as: page.person, view, values: { [block]: { type, value: valueIn(element) } } });
}

function placeOf(element) {
  const message = element.closest('.message');
  if (message !== null) return { message: { channel: message.dataset.channel, ts: message.dataset.ts } };
  const modal = element.closest('[data-view]');
  return modal === null ? { home: true } : { view: modal.dataset.view };
}

/** Slack's confirm dialog. */
function confirmed({ title, text, confirm, deny, style }, label) {
  const dialog = byId('confirm');
  return new Promise((resolve) => {
    const end = (answer) => () => {
      dialog.close();
      resolve(answer);
    };
    dialog.replaceChildren(
      make('h2', { id: 'confirm-title' }, title?.text ?? label),
      make('p', { id: 'confirm-text' }, text?.text ?? ''),
      make(
        'div',
        { class: 'foot' },
        make('button', { type: 'button', class: 'button plain', onclick: end(false) }, deny?.text ?? say.cancel),
        make(
          'button',
          { type: 'button', class: `button ${style === 'danger' ? 'danger' : 'primary'}`, onclick: end(true) },
          confirm?.text ?? label,
        ),
      ),
    );
    dialog.oncancel = end(false);
    dialog.showModal();
  });
}
