import { randomBytes } from 'node:crypto';
import { elementsOf } from './limits/blocks.js';
import { isObject, type Json } from './limits/shape.js';
import type { Block } from './message-log.js';

/** Checked blocks with the block and action ids that Slack gives where the app gave none. */
export function withGivenIds(blocks: readonly Json[]): readonly Block[] {
  return blocks.map((block) => ({ ...withActionIds(block), block_id: block.block_id ?? freshId() }) as Block);
}

function withActionIds(block: Json): Json {
  const given = (element: unknown) =>
    isObject(element) && elementsOf({ accessory: element }).length > 0
      ? { ...element, action_id: element.action_id ?? freshId() }
      : element;
  if (block.type === 'actions' && Array.isArray(block.elements))
    return { ...block, elements: block.elements.map(given) };
  return {
    ...block,
    ...(block.accessory === undefined ? {} : { accessory: given(block.accessory) }),
    ...(block.element === undefined ? {} : { element: given(block.element) }),
  };
}

const freshId = () => randomBytes(4).toString('base64url');
