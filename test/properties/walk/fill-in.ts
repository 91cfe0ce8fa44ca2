import type { Value } from '../../../src/sandbox/user-actions.js';
import type { OpenView } from '../../../src/sandbox/view-stacks.js';
import { optionsOf, type Placed, placedElements } from '../../../src/sandbox/view-state.js';
import { inputs } from '../../../src/slack/views/inputs.js';
import type { Seeded } from '../../support/seeded.js';
import type { Canaries } from './canaries.js';
import { kindOf } from './classes.js';
import { plausibleText } from './plausible-texts.js';

export type Filling = Readonly<{
  values: Readonly<Record<string, Value>>;
  /** Numbers of the canaries that were typed. */
  canaries: readonly number[];
  /** Inputs of text that the table of classes doesn't list, as form and field. */
  unlisted: readonly string[];
}>;

export type FillParts = Readonly<{
  random: Seeded;
  canaries: Canaries;
  now: () => Date;
  people: readonly string[];
  channels: readonly string[];
  /** Ids of reports, to be typed where one is asked for. */
  reports: readonly string[];
}>;

const fillers = [
  '',
  ' ',
  ' <!channel> <@U00000MEI> *bold* & <https://evil.example|click>',
  ' 🔓 多字节 👩‍💻',
  ' {"$gt":""} ```code``` ',
  `\n${'a long story, '.repeat(400)}`,
];

/** Fills a modal as somebody might: each input by its type, texts with a canary of their own. */
export function fillIn(parts: FillParts, author: string, view: OpenView): Filling {
  const { random, canaries } = parts;
  const numbers: number[] = [];
  const unlisted: string[] = [];
  const report = /VR-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(view.content.private_metadata)?.[0];
  const careless = random.next() < 0.1;

  const canaryFor = ({ block, element }: Placed): string => {
    const { kind, listed } = kindOf(view.content.callback_id, block.block_id);
    if (!listed) unlisted.push(`${view.content.callback_id}.${block.block_id}`);
    const field = `${view.content.callback_id}.${element.action_id}`;
    const made = canaries.make({ kind, field, author, ...(report === undefined ? {} : { report }) });
    numbers.push(...canaries.numbersIn(made));
    return made;
  };
  const textFor = (placed: Placed): Value => {
    const { element } = placed;
    const most = Math.min(3000, Number(element.max_length ?? 3000));
    const likely =
      random.next() < 0.1 ? undefined : plausibleText(placed, () => canaryFor(placed), parts.reports, random);
    if (likely !== undefined) return likely.slice(0, most);
    // What stands there already is sent as it is, now and then.
    if (typeof element.initial_value === 'string' && random.next() < 0.2) return element.initial_value;
    const long = `${canaryFor(placed)}${random.pick(fillers) ?? ''}`;
    return long.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
  };
  const valueFor = (placed: Placed): Value => {
    const { element } = placed;
    const choice = () => String(random.pick(optionsOf(element))?.value ?? '');
    switch (element.type) {
      case 'plain_text_input':
        return textFor(placed);
      case 'rich_text_input':
        return canaryFor(placed);
      case 'email_text_input':
        return `${canaryFor(placed)}@reports.example`;
      case 'url_text_input':
        return `https://reports.example/${canaryFor(placed)}`;
      case 'number_input':
        return String(random.between(Number(element.min_value ?? 0), Number(element.max_value ?? 10)));
      case 'static_select':
      case 'radio_buttons':
        return choice() || null;
      case 'multi_external_select':
        return random.next() < 0.5 ? ['CWE-79'] : ['CWE-79', 'CWE-862'];
      case 'checkboxes':
      case 'multi_static_select':
        return [...new Set([choice(), choice()])].filter((one) => one !== '');
      case 'users_select':
        return random.pick(parts.people) ?? null;
      case 'multi_users_select':
        return [random.pick(parts.people) ?? ''];
      case 'conversations_select':
      case 'channels_select':
        return random.pick(parts.channels) ?? null;
      case 'datepicker':
        return aDay(parts, element.action_id === inputs.embargoDay)
          .toISOString()
          .slice(0, 10);
      case 'timepicker':
        return `${String(random.between(0, 23)).padStart(2, '0')}:30`;
      case 'datetimepicker':
        return String(Math.floor(aDay(parts, false).getTime() / 1000));
      default:
        throw new Error(`Nobody here knows how to fill a ${element.type}.`);
    }
  };
  const values: Record<string, Value> = {};
  const inChinese = random.next() < 0.5;
  for (const placed of placedElements(view.content.blocks)) {
    const { block } = placed;
    if (block.type !== 'input') continue;
    const left = random.next() < leftOut(block.block_id, inChinese);
    if (block.optional === true && left) values[block.block_id] = null;
    else if (careless && random.next() < 0.3) continue;
    else values[block.block_id] = valueFor(placed);
  }
  return { values, canaries: numbers, unlisted };
}

/** How often an input that may stay empty does. Some belong together, and some are what the form is for. */
function leftOut(block: string, inChinese: boolean): number {
  if (block === inputs.zhTitle || block === inputs.zhSummary) return inChinese ? 0.03 : 1;
  if (block === inputs.zhWorkaround) return inChinese ? 0.35 : 1;
  if (block.startsWith(inputs.fixWont)) return 0.9;
  if (block.startsWith(inputs.fixVersion) || block.startsWith(inputs.fixDay)) return 0.05;
  return 0.35;
}

/** A day of the weeks around now: mostly one before, as somebody says when an e-mail came; mostly one after, if one is to come. */
function aDay({ random, now }: FillParts, ahead: boolean): Date {
  const halfDays = ahead ? random.between(-1, 6) : random.between(-20, random.next() < 0.2 ? 6 : -1);
  return new Date(now().getTime() + halfDays * 43_200_000);
}
