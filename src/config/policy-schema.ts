import { z } from 'zod';
import type { RungPlace } from '../deadline/policy.js';
import type { Term } from '../deadline/term.js';
import { defined } from '../report/defined.js';
import { ecosystemNamed } from '../report/ecosystem.js';
import { Language } from '../report/form.js';
import {
  CalendarSection,
  DateText,
  DayHoursText,
  Hours,
  TimeText,
  Weekdays,
  weekdayNumber,
} from './calendar-schema.js';
import { wanted } from './yaml.js';

/** The most options in a Slack list, and the longest version name that leaves room for its support status. */
export const mostVersions = 100;
const longestVersion = 50;

const audiences = ['responder', 'deputy', 'lead', 'channel'] as const;
const rungForm =
  '"50 %" of the open hours, "2 working hours before", "deadline", "each working day after" the deadline, or "1, 2, 4 working days after" it';

const text = (what: string, longest: number) =>
  z
    .string(wanted(what))
    .trim()
    .min(1, wanted(what))
    .max(longest, wanted(`${what}, at most ${longest} characters`))
    .regex(/^[^\u0000-\u001F\u007F]*$/, wanted(`${what}, on one line`));
const wholeNumber = (from: number, to: number) => {
  const form = wanted(`a whole number from ${from} to ${to}`);
  return z.number(form).int(form).min(from, form).max(to, form);
};
const SlackUser = z
  .string(wanted('a Slack user id, for example U024BE7LH (in the profile: More, Copy member ID)'))
  .regex(
    /^[UW][A-Z0-9]{2,20}$/,
    wanted('a Slack user id, for example U024BE7LH (in the profile: More, Copy member ID)'),
  );

const retentionForm = 'a number of days, for example 730 d';
const Days = z
  .string(wanted(retentionForm))
  .regex(/^[1-9]\d{0,4} ?d$/, wanted(retentionForm))
  .transform((typed) => Number.parseInt(typed, 10));
const RungAt = z.string(wanted(rungForm)).refine((typed) => rungPlace(typed) !== undefined, wanted(rungForm));
/** Older policy files say `room` for the channel. */
const Audience = z.preprocess(
  (named) => (named === 'room' ? 'channel' : named),
  z.enum(audiences, wanted(`one of ${audiences.join(', ')}`)),
);
const Rung = z.strictObject(
  {
    at: RungAt,
    tell: z
      .array(Audience, wanted(`a list of ${audiences.join(', ')}`))
      .min(1, wanted(`at least one of ${audiences.join(', ')}`)),
  },
  wanted('a rung with at and tell'),
);
const Version = z.strictObject(
  {
    name: text('the name of a version', longestVersion),
    supportedUntil: z
      .union(
        [z.literal('never'), DateText],
        wanted('the last day of support as YYYY-MM-DD, or never; omit it while no end is set'),
      )
      .optional(),
    afterwards: z.enum(['best_effort', 'end_of_life'], wanted('best_effort or end_of_life')).default('end_of_life'),
  },
  wanted('a version with its name'),
);
const address = (what: string) => text(what, 200).regex(/^https:\/\/\S+$/, wanted('an https:// address'));
const Package = z.strictObject(
  {
    ecosystem: text('the name of an ecosystem in OSV, for example Go or npm', 40).refine(
      (name) => ecosystemNamed(name) !== undefined,
      wanted('the name of an ecosystem in OSV, spelled as there: Go, npm, PyPI, Maven, crates.io, Debian:12 …'),
    ),
    name: text('the name of the package', 200),
    purl: text('a package URL without a version, for example pkg:golang/example.org/module', 200)
      .regex(/^pkg:[A-Za-z][A-Za-z0-9.+-]*\/[^@?#\s]+$/, wanted('a package URL without a version: pkg:type/name'))
      .optional(),
    cpe: text('a CPE 2.3 name', 200)
      .regex(
        /^cpe:2\.3:[aho](?::[A-Za-z0-9._*?~%\\-]+){2}(?::\*){8}$/,
        wanted('a CPE name without a version: cpe:2.3:a:vendor:product:*:*:*:*:*:*:*:*'),
      )
      .optional(),
  },
  wanted('a package with ecosystem and name, for example Go and example.org/module'),
);
const Versions = z
  .array(Version, wanted('a list of versions, each with its name'))
  .min(1, wanted('at least one version: the form asks which ones are affected'))
  .max(mostVersions, wanted(`at most ${mostVersions} versions: a Slack list can't have more`));
const Product = z.strictObject(
  {
    name: text('the name of a product', 60),
    vendor: text('the vendor of this product, if it is not the publisher', 60).optional(),
    repository: address('the https:// address of its source repository').optional(),
    packages: z
      .array(Package, wanted('a list of packages, each with ecosystem and name'))
      .max(20, wanted('at most 20 packages'))
      .default([]),
    versions: Versions,
  },
  wanted('a product with name and versions'),
);
const Turn = z.strictObject(
  { from: DateText, to: DateText.optional(), responder: SlackUser, deputy: SlackUser.optional() },
  wanted('a turn with from and responder'),
);

const PersonText = z
  .strictObject(
    { weekdays: Weekdays.optional(), hours: DayHoursText.optional() },
    wanted('weekdays, hours or both, for example { weekdays: [mon, tue, wed, thu, fri], hours: 08:00-16:00 }'),
  )
  .transform(({ weekdays, hours }) => defined({ weekdays: weekdays?.map(weekdayNumber), hours }));
const everyForm = '"2 working hours": each time so many open hours have passed';
const Exploited = z.union(
  [
    z.literal(['off', false]),
    z.strictObject({
      every: z.string(wanted(everyForm)).refine((typed) => everyHours(typed) !== undefined, wanted(everyForm)),
      tell: Rung.shape.tell,
    }),
  ],
  wanted('every and tell, or off'),
);

const handOverForm = 'a weekday and a time, for example mon 09:00';
const RotationSection = z
  .strictObject(
    {
      people: z
        .array(SlackUser, wanted('a list of Slack user ids, in the order of their turns'))
        .min(2, wanted('at least two people who take turns'))
        .max(50, wanted('at most 50 people')),
      handOver: z.string(wanted(handOverForm)).refine((typed) => handOverIn(typed) !== undefined, wanted(handOverForm)),
      everyWeeks: wholeNumber(1, 12).default(1),
      startsOn: DateText,
    },
    wanted('people, handOver and startsOn, for example handOver: mon 09:00'),
  )
  .transform(({ handOver, ...rest }) => ({ ...rest, handOver: handOverIn(handOver) ?? { weekday: 1, time: '09:00' } }));

function handOverIn(typed: string): { weekday: number; time: string } | undefined {
  const [day = '', time = '', ...more] = typed.trim().toLowerCase().split(/\s+/);
  const fits = weekdayNumber(day) > 0 && TimeText.safeParse(time).success && more.length === 0;
  return fits ? { weekday: weekdayNumber(day), time } : undefined;
}

/** The ways to give a term, longest first where they are told. */
export const termKinds = ['workingDays', 'calendarDays', 'hours'] as const;
const termForm = `a term, for example workingDays: 2, calendarDays: 10 or hours: 72`;
const TermText = z
  .strictObject(
    {
      workingDays: wholeNumber(1, 60).optional(),
      calendarDays: wholeNumber(1, 366).optional(),
      hours: wholeNumber(1, 2000).optional(),
    },
    wanted(termForm),
  )
  .transform((typed, context): Term => {
    const [term, ...more] = termKinds.flatMap((kind) => (typed[kind] === undefined ? [] : [{ [kind]: typed[kind] }]));
    if (term !== undefined && more.length === 0) return term as Term;
    context.addIssue(
      term === undefined ? `has no term: add ${termForm.slice(2)}.` : `has two terms: keep one of them.`,
    );
    return z.NEVER;
  });

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
      },
      wanted('acknowledge with its term, for example workingDays: 2'),
    ),
    ladder: z.array(Rung, wanted('a list of rungs, each with at and tell')).max(20, wanted('at most 20 rungs')),
    exploited: Exploited.default({ every: '2 working hours', tell: ['responder', 'lead'] }),
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
    assignOnDuty: z.boolean(wanted('true or false')).default(true),
    rota: z
      .array(Turn, wanted('a list of turns, each with from and responder, or [] for none'))
      .max(1000, wanted('at most 1000 turns'))
      .default([]),
  },
  wanted('the keys of a policy: see policy/kubesphere.yaml'),
);

/** Reads the place of a rung as it is typed. `undefined` if it is not a known form. */
export function rungPlace(typed: unknown): RungPlace | undefined {
  if (typeof typed !== 'string') return undefined;
  const words = typed.trim().toLowerCase().replace(/\s+/g, ' ');
  if (words === 'deadline') return { kind: 'at_deadline' };
  if (words === 'each working day after') return { kind: 'each_working_day_after' };
  const gaps = /^((?:\d{1,2}, ?)*\d{1,2}) working days? after$/.exec(words)?.[1]?.split(',').map(Number);
  if (gaps?.every((days) => days > 0)) return { kind: 'each_working_day_after', gaps };
  const share = Number(/^(\d{1,2}(?:\.\d+)?) ?%$/.exec(words)?.[1]);
  if (share > 0) return { kind: 'share', share: share / 100 };
  const hours = Number(/^(\d{1,3}(?:\.\d+)?) working hours? before$/.exec(words)?.[1]);
  return hours > 0 ? { kind: 'hours_before', hours } : undefined;
}

/** Reads how often people are reminded of an exploited report. `undefined` if it is not a known form. */
export function everyHours(typed: string): number | undefined {
  const hours = Number(
    /^(\d{1,2}(?:\.\d+)?) working hours?$/.exec(typed.trim().toLowerCase().replace(/\s+/g, ' '))?.[1],
  );
  return hours > 0 ? hours : undefined;
}
