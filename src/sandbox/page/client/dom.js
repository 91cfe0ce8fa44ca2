/** Makes an element. `on…` properties are listeners and `html` is markup from the server. `undefined` and `false` are left out. */
export function make(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === false) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (name === 'html') node.innerHTML = value;
    else node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...children.filter((child) => child !== undefined && child !== ''));
  return node;
}

export const byId = (id) => document.getElementById(id);

/**
 * Shows items in a list, each under its key. An item with the same content keeps its node, and with it the focus and open menus.
 * A replaced node passes the focus on to the same control of the new one.
 */
export function showList(list, items) {
  const old = new Map([...list.children].map((node) => [node.dataset.key, node]));
  // What the page itself says is part of what an item shows.
  const { lang } = document.documentElement;
  const nodes = items.map(({ key, content: own, build }) => {
    const content = `${lang} ${own}`;
    const kept = old.get(key);
    if (kept !== undefined && kept.dataset.content === content) return kept;
    const node = build();
    node.dataset.key = key;
    node.dataset.content = content;
    if (kept?.contains(document.activeElement)) restoreFocus(node, document.activeElement);
    return node;
  });
  if (nodes.length === list.children.length && nodes.every((node, index) => node === list.children[index])) return;
  list.replaceChildren(...nodes);
  list.querySelector('[data-refocus]')?.focus();
  list.querySelector('[data-refocus]')?.removeAttribute('data-refocus');
}

function restoreFocus(node, focused) {
  const action = focused.closest('[data-action]')?.dataset.action;
  const selector = action === undefined ? undefined : `[data-action="${CSS.escape(action)}"] button`;
  const next = (selector && node.querySelector(selector)) ?? node.querySelector('button, a, summary');
  next?.setAttribute('data-refocus', '');
}
