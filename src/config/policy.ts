import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import type { Calendar, DayHours, Week } from '../deadline/calendar.js';
import type { Policy, VersionLine } from '../deadline/policy.js';
import { emptyRoster } from '../deadline/roster.js';
import { defined } from '../report/defined.js';
import { supportedRange } from '../report/supported-range.js';
import { CalendarSection, DateText, DaysFile, weekdayNumber } from './calendar-schema.js';
import { type ConfigFault, ConfigFaults } from './config-error.js';
import { diskFiles, type Files, readText } from './files.js';
import { closedBeforeOpening, type HolidayList, namedDays, neverWorks } from './holidays.js';
import { everyHours } from './ladder-schema.js';
import { contradictions } from './policy-rules.js';
import { PolicyFile } from './policy-schema.js';
import { at, checkYaml, readYaml, type Yaml } from './yaml.js';

/** The policy that ships with Vulndesk. */
export const defaultPolicyFile = fileURLToPath(new URL('../../policy/kubesphere.yaml', import.meta.url));

/**
 * Reads a policy file and the calendar file that it names. `setting` is what named the file, for the fault if it is missing.
 * @throws ConfigFaults with all faults.
 */
export function readPolicy(path: string, files: Files = diskFiles, setting = 'POLICY_FILE'): Policy {
  const policy = openYaml(path, files, { name: setting });
  const days = policy.yaml === undefined ? undefined : openDays(path, policy.yaml, files);
  const faults = [...policy.faults, ...(days?.faults ?? [])];
  if (policy.yaml === undefined) throw new ConfigFaults(faults);
  const { data, faults: wrong } = checkYaml(PolicyFile, policy.yaml);
  const coversUntil = DateText.safeParse(
    at((days?.yaml ?? policy.yaml).value, days ? ['coversUntil'] : ['calendar', 'coversUntil']),
  );
  const lists: HolidayList[] = [
    ...(days?.yaml ? [{ yaml: days.yaml, path: ['holidays'] }] : []),
    { yaml: policy.yaml, path: ['calendar', 'holidays'] },
  ];
  const named = namedDays(lists, coversUntil.data);
  faults.push(...wrong, ...contradictions(policy.yaml), ...named.faults);
  if (data === undefined || coversUntil.data === undefined || faults.length > 0) throw new ConfigFaults(faults);
  const { zone, open, close, laterWeeks, ...week } = data.calendar;
  const calendar: Calendar = {
    zone,
    open,
    close,
    ...weekOf(week),
    laterWeeks: laterWeeks.map(({ from, ...later }) => ({ from, ...weekOf(later) })),
    holidays: named.holidays,
    halfDays: named.halfDays,
    makeUpDays: named.makeUpDays,
    coversUntil: coversUntil.data,
  };
  const impossible = [
    ...(neverWorks(calendar) ? ['has no working day for a whole year: add weekdays, or remove holidays.'] : []),
    ...closedBeforeOpening(calendar).map(
      (date) => `closes on ${date} before it opens: give that half day a later close.`,
    ),
  ];
  const { yaml } = policy;
  if (impossible.length > 0) throw new ConfigFaults(impossible.map((what) => yaml.fault(['calendar'], what)));
  const {
    calendar: _,
    contact,
    products: __,
    versions: ___,
    publisher,
    rota,
    exploited,
    duties,
    people,
    rotation,
    weeklyDigest,
    retention,
    dutyGroup,
    ...rest
  } = data;
  const { acknowledge, ...asked } = duties;
  const { vendor, namespace, advisories } = publisher;
  return {
    ...rest,
    ...defined({ contact, dutyGroup, retention: retention && defined(retention) }),
    revision: createHash('sha256')
      .update(JSON.stringify([policy.text, days?.text ?? '']))
      .digest('hex')
      .slice(0, 12),
    calendar,
    people: new Map(Object.entries(people)),
    duties: { acknowledge, ...defined(asked) },
    ...defined({ exploited: exploitedRung(exploited) }),
    products: productsOf(data),
    publisher: { vendor, namespace, ...defined({ advisories }) },
    rota: rota.map(({ deputy, to, ...turn }) => ({ ...turn, ...defined({ deputy, to }) })),
    ...defined({ rotation, weeklyDigest }),
    roster: emptyRoster,
  };
}

/** An older policy file has versions only: they are of one product, the project. */
function productsOf({ project, products, versions = [] }: z.output<typeof PolicyFile>): Policy['products'] {
  if (products === undefined)
    return [{ name: project, packages: [], versions: versions.map((one) => lineOf(one, project)) }];
  return products.map(({ name, vendor, repository, packages, versions: rows }) => ({
    name,
    ...defined({ vendor, repository }),
    packages: packages.map((one) => defined(one)),
    versions: rows.map((one) => ({ ...lineOf(one, name), name: `${name} ${one.name}` })),
  }));
}

type TypedVersion = NonNullable<z.output<typeof PolicyFile>['versions']>[number];

function lineOf({ name, supportedUntil, afterwards }: TypedVersion, product: string): VersionLine {
  const version = name.startsWith(`${product} `) ? name.slice(product.length + 1) : name;
  return { name, ...defined({ range: supportedRange(version), supportedUntil }), afterwards };
}

function exploitedRung(typed: z.output<typeof PolicyFile>['exploited']): Policy['exploited'] {
  if (typeof typed !== 'object') return undefined;
  const gaps = everyHours(typed.every);
  return gaps === undefined ? undefined : { kind: 'every_hours', gaps, tell: typed.tell };
}

type TypedWeek = Pick<z.output<typeof CalendarSection>, 'weekdays' | 'hours'>;

function weekOf({ weekdays, hours }: TypedWeek): Week {
  const own = Object.entries(hours).flatMap(([name, day]): [number, DayHours][] =>
    day === undefined ? [] : [[weekdayNumber(name), day]],
  );
  return { weekdays: weekdays.map(weekdayNumber), hours: new Map(own) };
}

type Opened = { text: string; yaml: Yaml | undefined; faults: ConfigFault[] };

function openYaml(path: string, files: Files, about: Omit<ConfigFault, 'what'>): Opened {
  const read = readText(files, path, about.name);
  if ('fault' in read) return { text: '', yaml: undefined, faults: [{ ...about, what: read.fault.what }] };
  const parsed = readYaml(path, read.text);
  return 'yaml' in parsed
    ? { text: read.text, yaml: parsed.yaml, faults: [] }
    : { text: read.text, yaml: undefined, faults: parsed.faults };
}

/** The calendar file that `calendar.days` names. `undefined` when the policy has its own days. */
function openDays(path: string, policy: Yaml, files: Files): Opened | undefined {
  const name = CalendarSection.shape.days.safeParse(at(policy.value, ['calendar', 'days'])).data;
  if (name === undefined) return undefined;
  const { what: _, ...about } = policy.fault(['calendar', 'days'], '');
  const opened = openYaml(join(dirname(path), 'calendars', `${name}.yaml`), files, about);
  return opened.yaml === undefined ? opened : { ...opened, faults: checkYaml(DaysFile, opened.yaml).faults };
}
