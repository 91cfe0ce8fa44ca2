import { ConfigFaults, formatFault } from '../config/config-error.js';
import { type Config, readConfig } from '../config/read-config.js';
import { daysKnown, warnDays } from '../deadline/calendar-horizon.js';
import { formatDate } from '../deadline/format-time.js';
import { ringFingerprint } from '../keys/fingerprint.js';
import type { ExitCode, Terminal } from './terminal.js';

/** The result of one check. Yellow works, but somebody should know; red does not work. */
export type Finding = Readonly<{ name: string; state: 'green' | 'yellow' | 'red'; what: string }>;

/** Checks something outside: Slack, MongoDB. Never throws; a failure is a red finding. */
export type Probe = (config: Config) => Promise<readonly Finding[]>;

/** Checks everything the bot needs. Ends with 1 if anything is red. */
export async function doctor(
  { json }: { json?: boolean },
  terminal: Terminal,
  probes: readonly Probe[],
): Promise<ExitCode> {
  const findings = await examine(terminal, probes);
  terminal.out(json ? JSON.stringify({ findings }) : findings.map(formatted).join('\n'));
  return findings.some(({ state }) => state === 'red') ? 1 : 0;
}

async function examine({ env, files, clock }: Terminal, probes: readonly Probe[]): Promise<readonly Finding[]> {
  let config: Config;
  try {
    config = readConfig(env, files);
  } catch (error) {
    if (!(error instanceof ConfigFaults)) throw error;
    return error.faults.map((fault) => ({ name: 'configuration', state: 'red', what: formatFault(fault) }));
  }
  const asked = await Promise.all(probes.map((probe) => probe(config)));
  return [...ofConfig(config), ofCalendar(config, clock()), ofLeads(config), ...asked.flat()];
}

function ofConfig({ slack, keyring, store }: Config): Finding[] {
  const { active, keys } = keyring;
  const { network, lacks } = store.link;
  return [
    {
      name: 'configuration',
      state: 'green',
      what: `Complete, for ${slack.mode === 'socket' ? 'Socket Mode' : 'HTTP'}.`,
    },
    {
      name: 'key ring',
      state: 'green',
      what: `${keys.size} ${keys.size === 1 ? 'key' : 'keys'}; ${active} is active. Fingerprint ${ringFingerprint(keyring)}.`,
    },
    ...(store.uri === 'local'
      ? [
          {
            name: 'store',
            state: 'yellow' as const,
            what: 'MONGODB_URI=local is for trials: one mongod on this machine, without a second copy.',
          },
        ]
      : [
          {
            name: 'connection',
            state: lacks.length > 0 ? ('yellow' as const) : ('green' as const),
            what:
              lacks.length > 0
                ? `MongoDB is reached across a network without ${lacks.join(' and without ')}. MONGODB_INSECURE accepts that.`
                : network
                  ? 'MongoDB is reached across a network, with TLS and a user.'
                  : 'MongoDB is on this machine.',
          },
        ]),
  ];
}

function ofCalendar({ policy: { calendar } }: Config, now: Date): Finding {
  const name = 'calendar';
  const until = formatDate(calendar.coversUntil, 'en');
  const left = daysKnown(calendar, now);
  const whatToDo = 'Add the holidays after that day to the policy, and move coversUntil.';
  if (left < 0)
    return {
      name,
      state: 'red',
      what: `Holidays are known only until ${until}. Every new deadline is provisional. ${whatToDo}`,
    };
  if (left <= warnDays)
    return { name, state: 'yellow', what: `Holidays are known until ${until}, for ${left} more days. ${whatToDo}` };
  return { name, state: 'green', what: `Holidays are known until ${until}, for ${left} more days.` };
}

function ofLeads({ policy: { leads } }: Config): Finding {
  const name = 'leads';
  return leads.length === 0
    ? { name, state: 'yellow', what: 'The policy names none, so every responder counts as a lead.' }
    : { name, state: 'green', what: `The policy names ${leads.length}.` };
}

function formatted({ name, state, what }: Finding): string {
  return `${state.padEnd(6)}  ${name.padEnd(13)}  ${what}`;
}
