/** The value of one element as the page sends it: text, one choice, a list of choices or a local time. */
export function valueIn(element) {
  const control = element.querySelector('input, textarea, select');
  switch (element.dataset.type) {
    case 'checkboxes':
    case 'multi_static_select':
    case 'multi_users_select':
      return [...element.querySelectorAll('input:checked')].map((box) => box.value);
    case 'multi_external_select':
      return control.value.split(',').flatMap((part) => part.trim() || []);
    case 'radio_buttons':
      return element.querySelector('input:checked')?.value ?? null;
    default:
      return control === null || control.value === '' ? null : control.value;
  }
}

/** Puts back a value from `valueIn` after the form was drawn again. */
export function setValue(element, value) {
  if (element.dataset.type === 'multi_external_select') {
    element.querySelector('input').value = [value ?? []].flat().join(', ');
  } else if (Array.isArray(value)) {
    for (const box of element.querySelectorAll('input')) box.checked = value.includes(box.value);
  } else if (element.dataset.type === 'radio_buttons') {
    for (const button of element.querySelectorAll('input')) button.checked = button.value === value;
  } else {
    const control = element.querySelector('input, textarea, select');
    if (control !== null) control.value = value ?? '';
  }
}

/** The values of a form's inputs by block, each with the type of its element. */
export function valuesIn(form, selector = '[data-field]') {
  const elements = [...form.querySelectorAll(`${selector} .element`)];
  return Object.fromEntries(
    elements.map((element) => [element.dataset.block, { type: element.dataset.type, value: valueIn(element) }]),
  );
}
