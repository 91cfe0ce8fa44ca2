import { anyText, plainText } from './composition.js';
import { accessory, actionElement, contextElement, inputElement } from './elements.js';
import { richTextElement } from './rich-text.js';
import {
  all,
  byType,
  type Check,
  fail,
  flag,
  inside,
  isObject,
  type Json,
  list,
  matching,
  object,
  oneOf,
  problemsOf,
  rule,
  text,
} from './shape.js';

export type Surface = 'message' | 'modal' | 'home';

// Shapes and lengths are those of docs.slack.dev/reference/block-kit/blocks.
const blockId = { block_id: text(255, 1) };
const block = (type: string, required: Record<string, Check>, optional: Record<string, Check> = {}) =>
  object({ type: oneOf(type), ...required }, { ...blockId, ...optional });

const section = all(
  block('section', {}, { text: anyText(3000), fields: list(anyText(2000), 10), accessory, expand: flag }),
  rule((value) => (value.text === undefined && value.fields === undefined ? 'needs text or fields' : undefined)),
);
const everywhere = {
  section,
  header: block('header', { text: plainText(150) }),
  divider: block('divider', {}),
  context: block('context', { elements: list(contextElement, 10) }),
  actions: block('actions', { elements: list(actionElement, 25) }),
  image: block(
    'image',
    { image_url: matching(/^https?:\/\/.{1,2990}$/, 'an http(s) address'), alt_text: text(2000, 1) },
    { title: plainText(2000) },
  ),
  rich_text: block('rich_text', { elements: list(richTextElement, 100, 0) }),
};
/** Stricter than Slack, which takes input blocks on other surfaces too: the bot uses them in modals only. */
const input = block(
  'input',
  { label: plainText(2000), element: inputElement },
  { hint: plainText(2000), optional: flag, dispatch_action: flag },
);

const bySurface = {
  message: byType('block', { ...everywhere, markdown: block('markdown', { text: text(12_000, 1) }) }),
  modal: byType('block', { ...everywhere, input }),
  home: byType('block', everywhere),
} satisfies Record<Surface, Check>;

const most = { message: 50, modal: 100, home: 100 } satisfies Record<Surface, number>;

/** What Slack would refuse in these blocks, one line for each. `pointer` is where they stand in the request. */
export function problemsOfBlocks(blocks: unknown, surface: Surface, pointer: string): string[] {
  return problemsOf(all(list(bySurface[surface], most[surface], 0), uniqueIds, oneFocus), blocks, pointer);
}

/** Block ids are unique on a surface, action ids in a block. */
const uniqueIds: Check = (blocks, place) => {
  const seen = new Set<unknown>();
  for (const [index, one] of objects(blocks).entries()) {
    const at = inside(place, index);
    if (one.block_id !== undefined && seen.has(one.block_id))
      fail(at, `block_id "${String(one.block_id)}" already exists`);
    seen.add(one.block_id);
    const actions = elementsOf(one).flatMap(({ action_id: id }) => (id === undefined ? [] : [id]));
    for (const twice of new Set(actions.filter((id, first) => actions.indexOf(id) !== first)))
      fail(at, `action_id "${String(twice)}" already exists for another action`);
  }
};

const oneFocus: Check = (blocks, place) => {
  const focused = objects(blocks)
    .flatMap(elementsOf)
    .filter((element) => element.focus_on_load === true);
  if (focused.length > 1) fail(place, 'only one element may have focus_on_load');
};

const objects = (value: unknown): readonly Json[] =>
  Array.isArray(value) ? value.map((one) => (isObject(one) ? one : {})) : [];

/** The elements of a block that a person can press or fill. */
export function elementsOf(one: Json): readonly Json[] {
  const inner = one.type === 'actions' && Array.isArray(one.elements) ? one.elements : [one.accessory, one.element];
  return inner.filter(isObject).filter(({ type }) => type !== 'image');
}
