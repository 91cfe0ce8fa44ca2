import {
  anyText,
  confirm,
  consistentOptions,
  dispatchActionConfig,
  markedOption,
  optionGroup,
  overflowOption,
  plainText,
  selectOption,
} from './composition.js';
import { all, byType, type Check, flag, integer, list, matching, object, oneOf, rule, text } from './shape.js';

// Shapes and lengths are those of docs.slack.dev/reference/block-kit/block-elements.
type Fields = Readonly<Record<string, Check>>;

const actionId = text(255, 1);
const element = (type: string, required: Fields, optional: Fields, ...rules: readonly Check[]): Check =>
  all(object({ type: oneOf(type), ...required }, { action_id: actionId, ...optional }), ...rules);

const focus = { focus_on_load: flag };
const asked = { ...focus, confirm };
const picked = { ...asked, placeholder: plainText(150) };
const typed = { ...focus, placeholder: plainText(150), dispatch_action_config: dispatchActionConfig };
const many = { max_selected_items: integer(1, 100) };
const day = matching(/^\d{4}-(0\d|1[0-2])-([0-2]\d|3[01])$/, 'a date YYYY-MM-DD');
const numberText = matching(/^-?\d+(\.\d+)?$/, 'a number written as a string');
const options = { options: list(selectOption, 100), option_groups: list(optionGroup, 100) };
const optionsOrGroups = rule((select) =>
  (select.options === undefined) === (select.option_groups === undefined)
    ? 'needs options or option_groups, not both'
    : undefined,
);
const conversationFilter = object(
  {},
  {
    include: list(oneOf('im', 'mpim', 'private', 'public'), 4),
    exclude_external_shared_channels: flag,
    exclude_bot_users: flag,
  },
);
const conversation = {
  default_to_current_conversation: flag,
  filter: conversationFilter,
};
const answerUrl = { response_url_enabled: flag };

const button = element(
  'button',
  { text: plainText(75) },
  { url: text(3000), value: text(2000), style: oneOf('primary', 'danger'), confirm, accessibility_label: text(75) },
);
const overflow = element('overflow', { options: list(overflowOption, 5) }, { confirm }, consistentOptions);
const radioButtons = element(
  'radio_buttons',
  { options: list(markedOption, 10) },
  { ...asked, initial_option: markedOption },
  consistentOptions,
);
const checkboxes = element(
  'checkboxes',
  { options: list(markedOption, 10) },
  { ...asked, initial_options: list(markedOption, 10) },
  consistentOptions,
);
const staticSelect = element(
  'static_select',
  {},
  { ...picked, ...options, initial_option: selectOption },
  optionsOrGroups,
  consistentOptions,
);
const multiStaticSelect = element(
  'multi_static_select',
  {},
  { ...picked, ...options, ...many, initial_options: list(selectOption, 100) },
  optionsOrGroups,
  consistentOptions,
);
const multiExternalSelect = element(
  'multi_external_select',
  {},
  { ...picked, ...many, min_query_length: integer(0, 1000), initial_options: list(selectOption, 100) },
);
const usersSelect = element('users_select', {}, { ...picked, initial_user: text(255, 1) });
const multiUsersSelect = element(
  'multi_users_select',
  {},
  { ...picked, ...many, initial_users: list(text(255, 1), 100) },
);
const conversationsSelect = element(
  'conversations_select',
  {},
  { ...picked, ...conversation, ...answerUrl, initial_conversation: text(255, 1) },
);
const channelsSelect = element('channels_select', {}, { ...picked, ...answerUrl, initial_channel: text(255, 1) });
const datePicker = element('datepicker', {}, { ...picked, initial_date: day });
const timePicker = element(
  'timepicker',
  {},
  { ...picked, initial_time: matching(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time HH:mm'), timezone: text(255, 1) },
);
const dateTimePicker = element('datetimepicker', {}, { ...asked, initial_date_time: integer(1e9, 9_999_999_999) });
const plainTextInput = element(
  'plain_text_input',
  {},
  {
    ...typed,
    initial_value: text(3000),
    multiline: flag,
    min_length: integer(0, 3000),
    max_length: integer(1, 3000),
  },
  rule(({ min_length: min = 0, max_length: max = 3000 }) =>
    (min as number) > (max as number) ? 'min_length is above max_length' : undefined,
  ),
);
const oneLine = (type: string) => element(type, {}, { ...typed, initial_value: text(3000) });
const numberInput = element(
  'number_input',
  { is_decimal_allowed: flag },
  { ...typed, initial_value: numberText, min_value: numberText, max_value: numberText },
);
const richTextInput = element(
  'rich_text_input',
  {},
  { ...typed, initial_value: object({ type: oneOf('rich_text'), elements: list(() => {}, 100) }) },
);
const fileInput = element('file_input', {}, { filetypes: list(text(255, 1), 100), max_files: integer(1, 10) });

const pickers = {
  radio_buttons: radioButtons,
  checkboxes,
  static_select: staticSelect,
  users_select: usersSelect,
  conversations_select: conversationsSelect,
  channels_select: channelsSelect,
  datepicker: datePicker,
  timepicker: timePicker,
};
const multiSelects = {
  multi_static_select: multiStaticSelect,
  multi_external_select: multiExternalSelect,
  multi_users_select: multiUsersSelect,
};

export const image = object(
  {
    type: oneOf('image'),
    image_url: matching(/^https?:\/\/.{1,2990}$/, 'an http(s) address'),
    alt_text: text(2000, 1),
  },
  {},
);
export const contextElement = byType('context element', { image, plain_text: anyText(3000), mrkdwn: anyText(3000) });
export const accessory = byType('accessory', { button, overflow, image, ...pickers, ...multiSelects });
export const actionElement = byType('actions element', {
  button,
  overflow,
  datetimepicker: dateTimePicker,
  ...pickers,
});
export const inputElement = byType('input element', {
  ...pickers,
  ...multiSelects,
  datetimepicker: dateTimePicker,
  plain_text_input: plainTextInput,
  email_text_input: oneLine('email_text_input'),
  url_text_input: oneLine('url_text_input'),
  number_input: numberInput,
  rich_text_input: richTextInput,
  file_input: fileInput,
});
