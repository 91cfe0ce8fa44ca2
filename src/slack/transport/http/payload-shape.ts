import { z } from 'zod';

/** What a payload turned out to be. `deliver`: with no more in it than is named here. */
export type Judged = Readonly<
  | { kind: 'deliver'; body: Readonly<Record<string, unknown>> }
  | { kind: 'challenge'; challenge: string }
  /** Well formed, and nothing that the bot listens to. */
  | { kind: 'ignored' }
  | { kind: 'malformed' }
>;

// What the bot reads of a payload is named below, and nothing else is looked at: an organisation's ids, names of channels or
// Slack's own bookkeeping may be anything.

const Id = z.string().regex(/^[A-Z][A-Z0-9]{1,31}$/);
const Ts = z.string().regex(/^\d{1,12}\.\d{1,9}$/);
const Name = z.string().max(255);
const Trigger = z.string().min(1).max(255);
const Url = z
  .string()
  .max(2048)
  .regex(/^https?:\/\//);
/** Slack leaves out what there is none of, or sends null for it. */
const maybe = <T extends z.ZodType>(shape: T) => shape.nullish().transform((value) => value ?? undefined);
/** What the bot can do without: of another shape, it is as good as not there. */
const ifGood = <T extends z.ZodType>(shape: T) => shape.optional().catch(undefined);

const actor = {
  /** `team_id` says who may do what: of another shape it is not taken for one that is missing. */
  user: z.object({ id: Id, name: ifGood(z.string()), team_id: maybe(Id) }),
  /** null for an app that a whole organisation installed. Read where `user` names no workspace. */
  team: ifGood(z.object({ id: Id, domain: ifGood(z.string().regex(/^[a-z0-9-]{1,63}$/)) })),
};

const Command = z.object({
  command: z.string().regex(/^\/\S{1,63}$/),
  text: z.string().default(''),
  user_id: Id,
  user_name: z.string().catch(''),
  team_id: Id,
  response_url: Url,
  trigger_id: Trigger,
});

/** What was typed and chosen, by block and action. What is in it is for the one who reads the form. */
const Values = z.custom<Readonly<Record<string, Readonly<Record<string, object>>>>>(
  (values) =>
    isObject(values) && Object.values(values).every((block) => isObject(block) && Object.values(block).every(isObject)),
);
const Modal = z.object({
  id: Id,
  type: z.literal('modal'),
  callback_id: Name,
  private_metadata: z.string().max(3000),
  state: z.object({ values: Values }),
});

const Element = z.object({
  type: Name,
  action_id: Name,
  block_id: ifGood(Name),
  value: maybe(z.string().max(2000)),
});
/** The views that this one lies on: null where there is none. */
const Below = z.string().nullish().default(null);
const PressedView = z.discriminatedUnion('type', [
  Modal.extend({ root_view_id: Below, previous_view_id: Below }),
  z.object({ type: z.literal('home') }),
]);
/** A message of the bot's own, as Slack shows it. The blocks go back to Slack when an answer takes the place of the buttons. */
const PressedMessage = z.object({
  ts: Ts,
  text: z.string().catch(''),
  blocks: z
    .array(z.looseObject({ type: Name, block_id: ifGood(Name) }))
    .max(50)
    .catch([]),
});
const BlockActions = z.object({
  ...actor,
  type: z.literal('block_actions'),
  trigger_id: Trigger,
  // Bolt hands on the first one alone.
  actions: z.tuple([Element], z.unknown()).transform(([first]) => [first]),
  channel: ifGood(z.object({ id: Id })),
  message: ifGood(PressedMessage),
  view: maybe(PressedView),
  response_url: ifGood(Url),
});

const SubmittedView = Modal.extend({ blocks: z.array(z.object({ type: Name, block_id: ifGood(Name) })).max(100) });
const ViewSubmission = z.object({
  ...actor,
  type: z.literal('view_submission'),
  trigger_id: ifGood(Trigger),
  view: SubmittedView,
});

/** Somebody chose a message from its menu. The text is theirs to report; nothing else of the message is read. */
const MessageAction = z.object({
  ...actor,
  type: z.literal('message_action'),
  callback_id: Name,
  trigger_id: Trigger,
  response_url: Url,
  channel: z.object({ id: Id, name: ifGood(Name) }),
  message: z.object({ ts: Ts, text: z.string().catch('') }),
});

/** What somebody is typing into an input whose options the bot has. */
const BlockSuggestion = z.object({
  ...actor,
  type: z.literal('block_suggestion'),
  action_id: Name,
  block_id: ifGood(Name),
  value: z.string().max(3000),
});

/** The events that the manifest subscribes to. The text of a mention is not handed on: nothing looks at it. */
const events = {
  app_home_opened: z.object({ type: z.literal('app_home_opened'), user: Id, tab: ifGood(Name) }),
  app_mention: z.object({ type: z.literal('app_mention'), user: maybe(Id), channel: Id }),
} as const;

const Kind = z.object({ type: z.string().min(1).max(255) });
const Typed = Kind.loose();
const EventCallback = z.object({ type: z.literal('event_callback'), event: Typed, event_id: ifGood(Name) });
const UrlVerification = z.object({ type: z.literal('url_verification'), challenge: z.string().max(1000) });

/** A slash command: the fields of a form. */
export function judgeCommand(fields: unknown): Judged {
  return judged(Command, fields);
}

/** What is in the field `payload` of a form: a press, a modal, or a kind that the bot does not listen to. */
export function judgeInteraction(payload: unknown): Judged {
  switch (Kind.safeParse(payload).data?.type) {
    case undefined:
      return { kind: 'malformed' };
    case 'block_actions':
      return judged(BlockActions, payload);
    case 'block_suggestion':
      return judged(BlockSuggestion, payload);
    case 'view_submission':
      return judged(ViewSubmission, payload);
    case 'message_action':
      return judged(MessageAction, payload);
    default:
      return { kind: 'ignored' };
  }
}

/** A JSON body: an event, or Slack's question whether the address is ours. */
export function judgeEvent(body: unknown): Judged {
  switch (Kind.safeParse(body).data?.type) {
    case undefined:
      return { kind: 'malformed' };
    case 'url_verification': {
      const { data } = UrlVerification.safeParse(body);
      return data === undefined ? { kind: 'malformed' } : { kind: 'challenge', challenge: data.challenge };
    }
    case 'event_callback': {
      const { data } = EventCallback.safeParse(body);
      if (data === undefined) return { kind: 'malformed' };
      const { event } = data;
      if (!isKnown(event.type)) return { kind: 'ignored' };
      const known = events[event.type].safeParse(event);
      return known.success ? { kind: 'deliver', body: { ...data, event: known.data } } : { kind: 'malformed' };
    }
    default:
      return { kind: 'ignored' };
  }
}

/** A payload of which nothing else tells the kind: Socket Mode hands all of them over alike. */
export function judgePayload(payload: unknown): Judged {
  if (typeof payload !== 'object' || payload === null) return { kind: 'malformed' };
  if ('command' in payload) return judgeCommand(payload);
  return 'event' in payload ? judgeEvent(payload) : judgeInteraction(payload);
}

function judged(shape: z.ZodType<Record<string, unknown>>, payload: unknown): Judged {
  const { data } = shape.safeParse(payload);
  return data === undefined ? { kind: 'malformed' } : { kind: 'deliver', body: data };
}

function isKnown(type: string): type is keyof typeof events {
  return Object.hasOwn(events, type);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
