import { randomBytes } from 'node:crypto';
import { elementsOf } from './limits/blocks.js';
import { isObject, type Json } from './limits/shape.js';
import type { Block } from './message-log.js';

/** Adds the block and action ids that Slack generates where the app sent none. The blocks must have passed the checks. */
export function withGeneratedIds(blocks: readonly Json[]): readonly Block[] {
  return blocks.map((block) => ({ ...withActionIds(block), block_id: block.block_id ?? freshId() }) as Block);
}

function withActionIds(block: Json): Json {
  const withId = (element: unknown) =>
    isObject(element) && elementsOf({ accessory: element }).length > 0
      ? { ...element, action_id: element.action_id ?? freshId() }
      : element;
  if (block.type === 'actions' && Array.isArray(block.elements))
    return { ...block, elements: block.elements.map(withId) };
  return {
    ...block,
    ...(block.accessory === undefined ? {} : { accessory: withId(block.accessory) }),
    ...(block.element === undefined ? {} : { element: withId(block.element) }),
  };
}

const freshId = () => randomBytes(4).toString('base64url');
