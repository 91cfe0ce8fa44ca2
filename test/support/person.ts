import { defined } from '../../src/report/defined.js';
import type { ReportId } from '../../src/report/report-id.js';
import { sandbox } from '../../src/sandbox/sandbox-world.js';
import type { SlackEmulator } from '../../src/sandbox/slack-emulator.js';
import type { Choice, Delivered, Value, Where } from '../../src/sandbox/user-actions.js';
import type { OpenView } from '../../src/sandbox/view-stacks.js';
import { type ActionName, actions } from '../../src/slack/views/actions.js';
import type { inputs } from '../../src/slack/views/inputs.js';
import { aForm, type FilledForm, inputsOf } from './a-form.js';
import { until } from './bounded-poll.js';
import { cardOf, directMessages, ephemerals, idOn, lastOf, openModal, textIn } from './screen.js';

export type Values = Readonly<Record<string, Value>>;
/** What went wrong, by input; empty when the form was taken. */
export type InputErrors = Readonly<Record<string, string>>;
type Input = (typeof inputs)[keyof typeof inputs];

type MessagePlace = Extract<Where, { message: unknown }>['message'];
/**
 * Where a button is: on a message, as it is or as it was; on the card of a report, by its id; else in the modal on the screen.
 * `of`: in the buttons that name this report.
 */
export type At = Choice & Readonly<{ on?: MessagePlace | ReportId; block?: string; of?: ReportId }>;

/** Somebody in front of Slack. Whatever they do, the bot has finished with it when the promise resolves. */
export type Person = Readonly<{
  id: string;
  /** Types a slash command in #general. */
  command(text: string): Promise<void>;
  say(channel: string, text: string): Promise<void>;
  press(button: ActionName, at?: At): Promise<void>;
  /** Presses a button under *More…* of a report's card. */
  pressInMore(button: ActionName, id: ReportId): Promise<void>;
  /** Fills inputs of the modal on the screen without sending it. */
  type(values: Values): Promise<void>;
  /** Fills inputs of the modal on the screen and sends it. */
  submit(values?: Values): Promise<InputErrors>;
  /** Closes every modal. */
  closeAll(): Promise<void>;
  /** Files a report by `/vuln report` and closes the receipt. */
  files(form?: Partial<FilledForm>, more?: Values): Promise<ReportId>;

  /** The modal on the screen. @throws when none is open */
  modal(): OpenView;
  modals(): readonly OpenView[];
  /** What the modal on the screen says. */
  modalText(): string;
  /** The value of an input of the modal on the screen. */
  typed(input: Input): unknown;
  /** Opens the Home tab and reads it. */
  home(): Promise<string>;
  /** What the bot wrote to them in private, oldest first. */
  directMessages(): readonly string[];
  lastDirectMessage(): string;
  /** What only they were shown in a channel, oldest first. */
  ephemerals(): readonly string[];
  lastEphemeral(): string;
  /** Everything that was ever shown to them, and what went with it unseen. */
  everShown(): string;
}>;

export type Surroundings = Readonly<{ slack: SlackEmulator; quiet(): Promise<void> }>;

export function personOn({ slack, quiet }: Surroundings, user: string): Person {
  const hands = () => slack.as(user);
  const modals = () => slack.seenBy(user).views;
  const modal = () => openModal(slack, user);
  const modalText = () => textIn(modal().content);
  /** The bot may take its time, but it must answer. */
  const answered = async (delivered: Promise<Delivered>) => {
    const { error, answer } = await delivered;
    await quiet();
    if (error !== undefined && answer === undefined) throw new Error(error);
    return (answer as { errors?: InputErrors } | undefined)?.errors ?? {};
  };
  const place = ({ on, block, of }: At): Where => {
    const inBlock = (blocks: readonly Readonly<Record<string, unknown>>[] = []) => {
      const isOf = (one: Readonly<Record<string, unknown>>) =>
        of !== undefined && one.type === 'actions' && JSON.stringify(one).includes(of);
      return defined({ block: block ?? (blocks.find(isOf)?.block_id as string | undefined) });
    };
    if (on !== undefined) {
      const message = typeof on === 'string' ? cardOf(slack, on) : on;
      return { message, ...inBlock('blocks' in message ? message.blocks : []) };
    }
    const { id, content } = modal();
    return { view: id, ...inBlock(content.blocks) };
  };
  const command = async (text: string) => {
    await answered(hands().command(sandbox.general, text));
  };
  const press = async (button: ActionName, at: At = {}) => {
    await answered(hands().press(place(at), actions[button], at));
  };
  const submit = (values: Values = {}) => answered(hands().submit(modal().id, values));
  const closeAll = async () => {
    for (let top = modals().at(-1); top !== undefined; top = modals().at(-1)) await hands().close(top.id);
    await quiet();
  };
  const direct = () => directMessages(slack, user).map(textIn);
  const shownAlone = () => ephemerals(slack, user).map(textIn);
  return {
    id: user,
    command,
    press,
    submit,
    closeAll,
    modal,
    modals,
    modalText,
    say: async (channel, text) => {
      await hands().say(channel, text);
      await quiet();
    },
    pressInMore: async (button, id) => {
      await press('more', { on: id });
      await press(button);
    },
    type: async (values) => {
      await hands().type(modal().id, values);
      await quiet();
    },
    files: async (form = {}, more = {}) => {
      const before = modals().at(-1)?.id;
      await command('/vuln report');
      // A bot in a process of its own may open the form after it has answered.
      await until('the form', () => modals().at(-1)?.id !== before);
      const errors = await submit({ ...inputsOf(aForm(form)), ...more });
      if (Object.keys(errors).length > 0) throw new Error(`not filed: ${JSON.stringify(errors)}`);
      const id = idOn(modalText());
      await closeAll();
      return id;
    },
    typed: (input) => {
      const state = modal().state[input]?.[input];
      return state?.value ?? state?.selected_date;
    },
    home: async () => {
      await answered(hands().openHome());
      return textIn(slack.seenBy(user).home?.content);
    },
    directMessages: direct,
    lastDirectMessage: () => lastOf(direct(), 'direct message'),
    ephemerals: shownAlone,
    lastEphemeral: () => lastOf(shownAlone(), 'ephemeral message'),
    everShown: () => slack.seenBy(user).texts.join('\n'),
  };
}

const names = ['mei', 'bo', 'wen', 'ana', 'guo', 'solo', 'dana', 'ravi', 'stranger'] as const;
export type People = Readonly<Record<(typeof names)[number], Person>>;

/** The sandbox's people. */
export function peopleOn(surroundings: Surroundings): People {
  return Object.fromEntries(names.map((name) => [name, personOn(surroundings, sandbox[name])])) as People;
}
