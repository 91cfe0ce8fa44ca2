import { filterNames } from '../../handling/report-filters.js';
import type { Role } from './declare-surface.js';
import { nearestWord } from './nearest-word.js';

/** The verbs of `/vuln`: how each is typed, and who may use it. Help, suggestions and routes come from this table. */
export const verbs = {
  report: { usage: '/vuln report', who: 'anyone' },
  list: { usage: `/vuln list [${filterNames.join('|')}] [severity] [text]`, who: 'responder' },
  search: { usage: '/vuln search TEXT', who: 'responder' },
  mine: { usage: '/vuln mine', who: 'anyone' },
  show: { usage: '/vuln show ID', who: 'anyone' },
  assign: { usage: '/vuln assign ID @who', who: 'responder' },
  ack: { usage: '/vuln ack ID', who: 'responder' },
  triage: { usage: '/vuln triage ID', who: 'responder' },
  duty: { usage: '/vuln duty [FROM TO @who]', who: 'responder' },
  away: { usage: '/vuln away FROM TO [@substitute]', who: 'responder' },
  break: { usage: '/vuln break DATE', who: 'lead' },
  setup: { usage: '/vuln setup', who: 'lead' },
  help: { usage: '/vuln help [verb]', who: 'anyone' },
} as const satisfies Record<string, Readonly<{ usage: string; who: Role }>>;
/** How somebody says which days they have off each week. */
export const weekendsUsage = '/vuln away weekends fri sat';
export type VerbName = keyof typeof verbs;
/** Who may use a verb. */
export type RoleFor<V extends VerbName> = (typeof verbs)[V]['who'];
export const verbNames = Object.keys(verbs) as readonly VerbName[];

/** What was typed after `/vuln`. `typed` is the first word alone, so that nothing longer is ever echoed. */
export type TypedCommand =
  | Readonly<{ kind: 'menu' }>
  | Readonly<{ kind: 'verb'; verb: VerbName; args: readonly string[] }>
  | Readonly<{ kind: 'unknown'; typed: string }>;

export function readCommand(text: string): TypedCommand {
  const [first, ...args] = text.trim().split(/\s+/u);
  if (first === undefined || first === '') return { kind: 'menu' };
  const verb = verbNamed(first);
  return verb === undefined ? { kind: 'unknown', typed: first } : { kind: 'verb', verb, args };
}

/** A verb by its name in any case. */
export function verbNamed(typed: string): VerbName | undefined {
  const name = typed.toLowerCase();
  return verbNames.find((verb) => verb === name);
}

/** The user id in a mention as Slack sends it (`<@U012|name>`), or `undefined`. */
export function readMention(typed: string): string | undefined {
  return /^<@([UW][A-Z0-9]{2,})(?:\|[^>]*)?>$/.exec(typed)?.[1];
}

/** The verb that somebody most likely meant. */
export function nearestVerb(typed: string, among: readonly VerbName[] = verbNames): VerbName | undefined {
  return nearestWord(typed, among);
}
