/** The value of one element as the page sends it: text, one choice, many choices, or a local time. */
export function valueIn(element) {
  const control = element.querySelector('input, textarea, select');
  switch (element.dataset.type) {
    case 'checkboxes':
    case 'multi_static_select':
    case 'multi_users_select':
      return [...element.querySelectorAll('input:checked')].map((box) => box.value);
    case 'radio_buttons':
      return element.querySelector('input:checked')?.value ?? null;
    default:
      return control === null || control.value === '' ? null : control.value;
  }
}

/** Puts a value back that `valueIn` took, after the form was drawn afresh. */
export function setValue(element, value) {
  if (Array.isArray(value)) {
    for (const box of element.querySelectorAll('input')) box.checked = value.includes(box.value);
  } else if (element.dataset.type === 'radio_buttons') {
    for (const button of element.querySelectorAll('input')) button.checked = button.value === value;
  } else {
    const control = element.querySelector('input, textarea, select');
    if (control !== null) control.value = value ?? '';
  }
}

/** All values of a form's input fields by block, each with the element's type. */
export function valuesIn(form, selector = '[data-field]') {
  const elements = [...form.querySelectorAll(`${selector} .element`)];
  return Object.fromEntries(
    elements.map((element) => [element.dataset.block, { type: element.dataset.type, value: valueIn(element) }]),
  );
}
