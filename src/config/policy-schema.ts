import { z } from 'zod';
import { defined } from '../report/defined.js';
import { Language } from '../report/form.js';
import { CalendarSection, DayHoursText, Hours, Weekdays, weekdayNumber } from './calendar-schema.js';
import { AnswerLadder, Exploited, Ladder } from './ladder-schema.js';
import { Product, Versions } from './product-schema.js';
import { RotationSection, Turn, WeeklyText } from './rota-schema.js';
import { SlackUser, text, wholeNumber } from './schema-texts.js';
import { DutyText, SeverityDutyText, TermText } from './term-schema.js';
import { wanted } from './yaml.js';

const retentionForm = 'a number of days, for example 730 d';
const Days = z
  .string(wanted(retentionForm))
  .regex(/^[1-9]\d{0,4} ?d$/, wanted(retentionForm))
  .transform((typed) => Number.parseInt(typed, 10));
const PersonText = z
  .strictObject(
    { weekdays: Weekdays.optional(), hours: DayHoursText.optional() },
    wanted('weekdays, hours or both, for example { weekdays: [mon, tue, wed, thu, fri], hours: 08:00-16:00 }'),
  )
  .transform(({ weekdays, hours }) => defined({ weekdays: weekdays?.map(weekdayNumber), hours }));
/** A duty that is off, as it is where the key is missing. */
function orOff<T extends z.ZodType>(duty: T) {
  return z.preprocess((typed) => (typed === 'off' || typed === false ? undefined : typed), duty.optional()).optional();
}

/** A policy file, key by key. `policy-rules` checks the keys together. */
export const PolicyFile = z.strictObject(
  {
    project: text('the name of the project', 60),
    contact: text('the public address for reports, for example security@example.org', 120)
      .regex(/^(\S+@\S+\.\S+|https:\/\/\S+)$/, wanted('an e-mail address or an https:// address'))
      .optional(),
    publisher: z.strictObject(
      {
        vendor: text('the vendor name in product lists', 60),
        namespace: text('the https:// address of the publisher, which makes advisory ids unique', 120).regex(
          /^https:\/\/\S+$/,
          wanted('an https:// address'),
        ),
        advisories: text('the https:// address of each advisory, with {id} in it', 200)
          .regex(/^https:\/\/\S*\{id\}\S*$/, wanted('an https:// address with {id} in it'))
          .optional(),
      },
      wanted('vendor and namespace, for example Example Project and https://example.org'),
    ),
    teamLanguage: z.enum(
      Language.options,
      wanted(`the language of the security channel: ${Language.options.join(' or ')}`),
    ),
    calendar: CalendarSection,
    duties: z.strictObject(
      {
        acknowledge: TermText,
        decide: TermText.optional(),
        answer: orOff(DutyText(AnswerLadder)),
        fix: orOff(SeverityDutyText),
        stale: orOff(SeverityDutyText),
        publish: orOff(DutyText(Ladder)),
      },
      wanted('acknowledge with its term, for example workingDays: 2'),
    ),
    ladder: Ladder,
    exploited: Exploited.default({ every: '2, 4, 9 working hours', tell: ['responder', 'lead'] }),
    personHours: Hours,
    people: z.record(SlackUser, PersonText, wanted('Slack user ids, each with weekdays or hours')).default({}),
    dailyReminders: wholeNumber(1, 50),
    retention: z
      .strictObject(
        { closed: Days.optional(), withdrawn: Days.optional() },
        wanted('closed and withdrawn, each a number of days, for example 730 d'),
      )
      .optional(),
    forms: z.strictObject(
      { personHour: wholeNumber(1, 1000), personDay: wholeNumber(1, 1000), workspaceHour: wholeNumber(1, 10_000) },
      wanted('personHour, personDay and workspaceHour, for example 5, 20 and 50'),
    ),
    products: z
      .array(Product, wanted('a list of products, each with name and versions'))
      .min(1, wanted('at least one product'))
      .max(50, wanted('at most 50 products'))
      .optional(),
    /** Older policy files have one product, the project, with its versions here. */
    versions: Versions.optional(),
    leads: z
      .array(SlackUser, wanted('a list of Slack user ids, or [] for none'))
      .max(50, wanted('at most 50 leads'))
      .default([]),
    channelApps: z
      .array(SlackUser, wanted('a list of Slack user ids of apps, or [] for none'))
      .max(50, wanted('at most 50 apps'))
      .default([]),
    rotation: RotationSection.optional(),
    dutyGroup: text('the id of a Slack user group, for example S0123ABCD', 40)
      .regex(/^S[A-Z0-9]+$/, wanted('the id of a Slack user group, for example S0123ABCD'))
      .optional(),
    assignOnDuty: z.boolean(wanted('true or false')).default(true),
    weeklyDigest: WeeklyText.optional(),
    rota: z
      .array(Turn, wanted('a list of turns, each with from and responder, or [] for none'))
      .max(1000, wanted('at most 1000 turns'))
      .default([]),
  },
  wanted('the keys of a policy: see policy/kubesphere.yaml'),
);
