import { elementsOf, problemsOfBlocks } from './blocks.js';
import { plainText } from './composition.js';
import type { Refusal } from './messages.js';
import { flag, isObject, type Json, object, oneOf, problemsOf, text } from './shape.js';

// docs.slack.dev/surfaces/modals and docs.slack.dev/reference/views
const mostBytes = 250_000;
const common = { private_metadata: text(3000), callback_id: text(255), external_id: text(255) };
const any = () => {};
const modal = object(
  { type: oneOf('modal'), title: plainText(24), blocks: any },
  {
    ...common,
    submit: plainText(24),
    close: plainText(24),
    clear_on_close: flag,
    notify_on_close: flag,
    submit_disabled: flag,
  },
);
const home = object({ type: oneOf('home'), blocks: any }, common);

/** Why Slack would refuse a view. A file input needs a scope. */
export function refusalOfView(view: unknown, type: 'modal' | 'home', scopes: readonly string[]): Refusal | undefined {
  if (!isObject(view)) return { code: 'invalid_arguments', lines: ['[ERROR] must be an object [json-pointer:/view]'] };
  if (Buffer.byteLength(JSON.stringify(view)) > mostBytes) return { code: 'view_too_large', lines: [] };
  const lines = [
    ...problemsOf(type === 'modal' ? modal : home, view, '/view'),
    ...problemsOfBlocks(view.blocks, type, '/view/blocks'),
    ...problemsOfInputs(view, scopes),
  ];
  return lines.length > 0 ? { code: 'invalid_arguments', lines } : undefined;
}

function problemsOfInputs(view: Json, scopes: readonly string[]): string[] {
  const blocks = Array.isArray(view.blocks) ? view.blocks.filter(isObject) : [];
  const inputs = blocks.filter(({ type }) => type === 'input');
  const files = inputs.flatMap(elementsOf).some(({ type }) => type === 'file_input');
  return [
    ...(inputs.length > 0 && view.submit === undefined
      ? ['[ERROR] submit is required when an input is within blocks [json-pointer:/view/submit]']
      : []),
    ...(files && !scopes.includes('files:read')
      ? ['[ERROR] file_input needs the scope files:read [json-pointer:/view/blocks]']
      : []),
  ];
}
