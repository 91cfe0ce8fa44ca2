import { z } from 'zod';

/** What a payload turned out to be. `deliver`: with no more in it than is named here. */
export type Judged = Readonly<
  | { kind: 'deliver'; body: Readonly<Record<string, unknown>> }
  | { kind: 'challenge'; challenge: string }
  /** Well formed, and nothing that the bot listens to. */
  | { kind: 'ignored' }
  | { kind: 'malformed' }
>;

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

const Somewhere = {
  user: z.object({ id: Id, name: maybe(z.string()), username: maybe(z.string()), team_id: maybe(Id) }),
  /** null for an app that a whole organisation installed. */
  team: maybe(z.object({ id: Id, domain: maybe(z.string()), enterprise_id: maybe(Id) })),
  enterprise: maybe(z.object({ id: Id })),
  is_enterprise_install: maybe(z.boolean()),
  api_app_id: maybe(Id),
};

const Command = z.object({
  command: z.string().regex(/^\/\S{1,63}$/),
  text: z.string().default(''),
  user_id: Id,
  user_name: z.string().default(''),
  team_id: Id,
  team_domain: maybe(z.string()),
  enterprise_id: maybe(Id),
  channel_id: Id,
  channel_name: maybe(z.string()),
  api_app_id: maybe(Id),
  is_enterprise_install: maybe(z.enum(['true', 'false'])),
  response_url: Url,
  trigger_id: Trigger,
});

const Element = z.looseObject({
  type: Name,
  action_id: Name,
  block_id: maybe(Name),
  value: maybe(z.string().max(2000)),
});
const BlockActions = z.object({
  ...Somewhere,
  type: z.literal('block_actions'),
  trigger_id: Trigger,
  actions: z.array(Element).min(1).max(100),
  container: maybe(z.looseObject({ type: Name })),
  channel: maybe(z.object({ id: Id, name: maybe(z.string()) })),
  message: maybe(z.looseObject({ ts: Ts })),
  view: maybe(z.looseObject({ id: Id, type: Name })),
  response_url: maybe(z.union([Url, z.literal('')])),
});

const View = z.looseObject({
  id: Id,
  type: z.literal('modal'),
  callback_id: Name,
  private_metadata: z.string().max(3000),
  app_installed_team_id: maybe(Id),
  blocks: z.array(z.looseObject({ type: Name, block_id: Name.optional() })).max(100),
  state: z.object({ values: z.record(z.string(), z.record(z.string(), z.looseObject({ type: Name }))) }),
});
const ViewSubmission = z.object({
  ...Somewhere,
  type: z.literal('view_submission'),
  trigger_id: maybe(Trigger),
  view: View,
});
const ViewClosed = z.object({ ...Somewhere, type: z.literal('view_closed'), view: z.looseObject({ id: Id }) });

/** The events that the manifest subscribes to. The text of a mention is not handed on: nothing looks at it. */
const events = {
  app_home_opened: z.object({ type: z.literal('app_home_opened'), user: Id, tab: maybe(Name), channel: maybe(Id) }),
  app_mention: z.object({ type: z.literal('app_mention'), user: maybe(Id), channel: Id, ts: maybe(Ts) }),
} as const;

const Typed = z.looseObject({ type: z.string().min(1).max(255) });
const EventCallback = z.object({
  type: z.literal('event_callback'),
  team_id: maybe(Id),
  enterprise_id: maybe(Id),
  api_app_id: maybe(Id),
  event: Typed,
  event_id: maybe(Name),
  event_time: maybe(z.number().int()),
  authorizations: maybe(
    z.array(z.object({ team_id: maybe(Id), enterprise_id: maybe(Id), is_enterprise_install: maybe(z.boolean()) })),
  ),
  is_ext_shared_channel: maybe(z.boolean()),
});
const UrlVerification = z.object({ type: z.literal('url_verification'), challenge: z.string().max(1000) });

/** A slash command: the fields of a form. */
export function judgeCommand(fields: unknown): Judged {
  return judged(Command, fields);
}

/** What is in the field `payload` of a form: a press, a modal, or a kind that the bot does not listen to. */
export function judgeInteraction(payload: unknown): Judged {
  switch (Typed.safeParse(payload).data?.type) {
    case undefined:
      return { kind: 'malformed' };
    case 'block_actions':
      return judged(BlockActions, payload);
    case 'view_submission':
      return judged(ViewSubmission, payload);
    case 'view_closed':
      return ViewClosed.safeParse(payload).success ? { kind: 'ignored' } : { kind: 'malformed' };
    default:
      return { kind: 'ignored' };
  }
}

/** A JSON body: an event, or Slack's question whether the address is ours. */
export function judgeEvent(body: unknown): Judged {
  switch (Typed.safeParse(body).data?.type) {
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
