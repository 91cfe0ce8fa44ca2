import { byId, make } from './dom.js';
import { setValue, valueIn, valuesIn } from './element-values.js';
import { act } from './sandbox-api.js';
import { advance } from './tour.js';
import { say } from './words.js';

/** Shows the person's topmost modal. What was typed stays when the same view changes. */
export function drawModal(page) {
  const dialog = byId('modal');
  const { modal } = page.seen;
  if (modal === undefined) {
    if (dialog.open) dialog.close();
    dialog.replaceChildren();
    delete dialog.dataset.version;
    return;
  }
  if (dialog.dataset.version !== modal.version) build(page, dialog, modal);
  showErrors(dialog, modal.errors);
  if (!dialog.open) dialog.showModal();
}

function build(page, dialog, modal) {
  const same = dialog.dataset.view === modal.id && dialog.dataset.version !== undefined;
  const typed = same ? typedIn(dialog) : new Map();
  const place = same ? placeIn(dialog) : undefined;
  let closing;
  // A button that is pressed twice closes once.
  const close = (all) => {
    closing ??= act('close', { as: page.person, view: modal.id, all }).then((done) => {
      if (done === undefined) closing = undefined;
    });
    return closing;
  };
  const form = make(
    'form',
    { novalidate: true, onsubmit: (event) => submit(event, page, modal) },
    make(
      'header',
      { class: 'head' },
      make('h2', { id: 'modal-title' }, modal.title),
      make(
        'button',
        {
          type: 'button',
          class: 'button plain close',
          'aria-label': say.close,
          onclick: () => close(true),
        },
        '×',
      ),
    ),
    modal.example === undefined ? undefined : exampleBar(modal.example),
    make('div', { class: 'body', tabindex: '0', role: 'group', 'aria-labelledby': 'modal-title', html: modal.html }),
    make(
      'div',
      { class: 'foot' },
      make('button', { type: 'button', class: 'button plain', onclick: () => close(false) }, modal.close ?? say.close),
      modal.submit === undefined ? undefined : make('button', { class: 'button primary' }, modal.submit),
    ),
  );
  dialog.replaceChildren(form);
  dialog.dataset.view = modal.id;
  dialog.dataset.version = modal.version;
  dialog.oncancel = (event) => {
    event.preventDefault();
    void close(false);
  };
  for (const element of form.querySelectorAll('[data-field] .element')) {
    const value = typed.get(keyOf(element));
    if (value !== undefined) setValue(element, value);
  }
  for (const line of form.querySelectorAll('.count')) keepCount(line);
  if (!dialog.open) dialog.showModal();
  const body = form.querySelector('.body');
  const again = [...form.querySelectorAll('[data-field] .element')].find((element) => keyOf(element) === place?.key);
  (again?.querySelector(fields) ?? again ?? form.querySelector(`.body :is(${fields})`) ?? body).focus();
  if (place !== undefined) body.scrollTop = place.scrollTop;
}

/** Beside the form, because Slack has no such button. What was typed or chosen already stays. */
function exampleBar(example) {
  const fillIn = ({ target }) => {
    for (const [block, value] of Object.entries(example)) {
      const element = target.form.querySelector(`[data-field] .element[data-block="${CSS.escape(block)}"]`);
      if (element === null || [valueIn(element)].flat().join('') !== '') continue;
      setValue(element, value);
      for (const type of ['input', 'change'])
        element.querySelector(fields).dispatchEvent(new Event(type, { bubbles: true }));
    }
  };
  return make(
    'p',
    { class: 'example' },
    make('button', { type: 'button', class: 'link', onclick: fillIn }, say.example),
    make('span', {}, say.exampleHint),
  );
}

const fields = 'input, textarea, select, button';

/** How far down the person has scrolled, and the element with the focus. */
function placeIn(dialog) {
  const at = document.activeElement?.closest('[data-field] .element');
  return {
    scrollTop: dialog.querySelector('.body')?.scrollTop ?? 0,
    key: at && dialog.contains(at) ? keyOf(at) : undefined,
  };
}

const keyOf = (element) => `${element.dataset.block} ${element.dataset.action} ${element.dataset.type}`;

function typedIn(dialog) {
  return new Map(
    [...dialog.querySelectorAll('[data-field] .element')].map((element) => [keyOf(element), valueIn(element)]),
  );
}

async function submit(event, page, modal) {
  event.preventDefault();
  const form = event.target;
  if (form.getAttribute('aria-busy') === 'true') return;
  form.setAttribute('aria-busy', 'true');
  const done = await act('submit', { as: page.person, view: modal.id, values: valuesIn(form) });
  form.removeAttribute('aria-busy');
  await page.refresh();
  if (done !== undefined && page.seen.modal?.version !== modal.version) advance('submitted', page);
  form.querySelector('[aria-invalid="true"]')?.focus();
}

/** Writes each error at its field, whose description for screen readers it is part of. */
function showErrors(dialog, errors) {
  for (const field of dialog.querySelectorAll('[data-field]')) {
    const line = field.querySelector('.error');
    const text = errors[field.dataset.field] ?? '';
    line.textContent = text;
    line.hidden = text === '';
    for (const control of field.querySelectorAll('input, textarea, select')) {
      if (text === '') control.removeAttribute('aria-invalid');
      else control.setAttribute('aria-invalid', 'true');
    }
  }
}

function keepCount(line) {
  const control = line.closest('[data-field]').querySelector('input, textarea');
  const most = Number(line.dataset.max);
  const show = () => {
    const left = most - control.value.length;
    line.textContent = `${control.value.length} / ${most}`;
    line.classList.toggle('near', left < most / 10);
  };
  control.addEventListener('input', show);
  show();
}
