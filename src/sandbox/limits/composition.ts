import { all, byType, type Check, flag, type Json, list, object, oneOf, rule, text } from './shape.js';

// Lengths are those of the composition objects: docs.slack.dev/reference/block-kit/composition-objects.
export const plainText = (max: number): Check =>
  object({ type: oneOf('plain_text'), text: text(max, 1) }, { emoji: flag });
const mrkdwn = (max: number): Check => object({ type: oneOf('mrkdwn'), text: text(max, 1) }, { verbatim: flag });
export const anyText = (max: number): Check => byType('text', { plain_text: plainText(max), mrkdwn: mrkdwn(max) });

export const confirm = object(
  { title: plainText(100), text: anyText(300), confirm: plainText(30), deny: plainText(30) },
  { style: oneOf('primary', 'danger') },
);

const optionParts = { value: text(75, 1) };
/** Of selects: plain text only. 75 is the smaller of the two figures documented for a value; 150 is the other. */
export const selectOption = object({ text: plainText(75), ...optionParts }, { description: plainText(75) });
/** Of radio buttons and checkboxes: mrkdwn too. */
export const markedOption = object({ text: anyText(75), ...optionParts }, { description: anyText(75) });
export const overflowOption = object(
  { text: plainText(75), ...optionParts },
  { description: plainText(75), url: text(3000) },
);
export const optionGroup = object({ label: plainText(75), options: list(selectOption, 100) });

export const dispatchActionConfig = object({
  trigger_actions_on: list(oneOf('on_enter_pressed', 'on_character_entered'), 2),
});

const optionsOf = (element: Json): readonly Json[] => {
  const groups = Array.isArray(element.option_groups) ? (element.option_groups as readonly Json[]) : [];
  const grouped = groups.flatMap(({ options }) => (Array.isArray(options) ? (options as readonly Json[]) : []));
  return [...(Array.isArray(element.options) ? (element.options as readonly Json[]) : []), ...grouped];
};

/**
 * What is chosen at first must be one of the options, to the letter; two options of one value could not be told apart
 * afterwards (the second is this Slack's own strictness).
 */
export const consistentOptions: Check = all(
  rule((element) => {
    const values = optionsOf(element).map((option) => option?.value);
    return new Set(values).size < values.length ? 'two options have the same value' : undefined;
  }),
  rule((element) => {
    const known = new Set(optionsOf(element).map(canonical));
    const many = Array.isArray(element.initial_options) ? element.initial_options : [];
    const chosen = element.initial_option === undefined ? many : [element.initial_option];
    return chosen.every((option) => known.has(canonical(option)))
      ? undefined
      : 'initial option is not one of the options';
  }),
);

/** The same text for the same option, whatever the order of its fields. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
