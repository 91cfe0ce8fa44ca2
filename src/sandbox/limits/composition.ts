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
/** An option of a select: plain text only. Slack documents both 75 and 150 for a value; this is the smaller one. */
export const selectOption = object({ text: plainText(75), ...optionParts }, { description: plainText(75) });
/** An option of radio buttons or checkboxes: mrkdwn too. */
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
 * The initial choice must be exactly one of the options. Stricter than Slack: two options may not have the same value, because
 * the app could not tell them apart.
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

/** Equal options give the same text, whatever the order of their fields. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
