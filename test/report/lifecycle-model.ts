import type { Fix } from '../../src/report/affected-line.js';
import type { ReportCommand } from '../../src/report/commands.js';
import type { Person } from '../../src/report/person.js';
import type { Status } from '../../src/report/status.js';
import { mei, rae } from './situations.js';

export type Verdict = 'done' | 'already' | 'refused';

/** All that decides whether something may be made public, kept a second time and by other means than events. */
export type Model = {
  status: Status;
  closedFrom: Status | undefined;
  /** People's messages by place, and whether each got lost. */
  words: Map<number, 'there' | 'lost'>;
  told: string;
  /** The newest affected version of each line. */
  lines: Map<string, string>;
  fixes: Map<string, string>;
  cve: string | undefined;
  cveAsked: boolean;
  credit: string;
  /** In the order they were noted. */
  duplicates: Set<string>;
  /** How the reporters of possible duplicates want to be thanked now. */
  wishes: Map<string, string>;
  duplicateOf: string | undefined;
  declined: { reason: string; bug: 'no' | 'asked' | 'agreed' } | undefined;
  embargo: number | undefined;
  early: boolean;
  broken: boolean;
  prepared: { event: number; by: string; text: string; thanks: string; approved: boolean } | undefined;
  published: number[];
};

export const fresh = (credit: string): Model => ({
  status: 'received',
  closedFrom: undefined,
  words: new Map(),
  told: '',
  lines: new Map(),
  fixes: new Map(),
  cve: undefined,
  cveAsked: false,
  credit,
  duplicates: new Set(),
  wishes: new Map(),
  duplicateOf: undefined,
  declined: undefined,
  embargo: undefined,
  early: false,
  broken: false,
  prepared: undefined,
  published: [],
});

const closedOnes: readonly Status[] = ['declined', 'duplicate', 'withdrawn'];
const answered = ({ words }: Model) => [...words.values()].includes('there');
const undecided = ({ status }: Model) => status === 'received' || status === 'acknowledged';
const accepted = ({ status }: Model) => status === 'accepted' || status === 'fixed' || status === 'disclosed';
const closed = ({ status }: Model) => closedOnes.includes(status);
const released = ({ fixes }: Model) => [...fixes.values()].some((what) => what !== 'none');
const everyLine = ({ lines, fixes }: Model) => [...lines.keys()].every((line) => fixes.has(line));

/** In order, the oldest first. */
export const versions = ['4.1.1', '4.1.2', '4.1.3', '4.1.4'];
const isNewer = (version: string, than: string) => versions.indexOf(version) > versions.indexOf(than);

/** A duplicate that a responder reported. */
export const ownDuplicate = { id: 'VR-0000-0003', reporter: 'U0KIM' } as const;
const thanks = ({ duplicates, wishes }: Model) => JSON.stringify([...duplicates].map((id) => wishes.get(id)));
/** Whether the advisory would thank them as it was prepared. */
const asWished = (model: Model) => model.prepared?.thanks === thanks(model);

/** Whoever is not the reporter and no clock; `undefined` for these. */
const asTeam = (who: Person | undefined) => (who === undefined || who.user === rae.user ? undefined : who);

/**
 * What the model expects of a command at a moment, where the reporter is reached by direct message. `undefined`: it has no
 * opinion (messages, notes, deliveries, who is in charge). Whatever is done is then noted with `note`.
 */
export function expected(
  model: Model,
  command: ReportCommand,
  who: Person | undefined,
  now: number,
): Verdict | undefined {
  const team = asTeam(who);
  const reporter = who?.user === rae.user;
  const thanked = who?.user === ownDuplicate.reporter && model.duplicates.has(ownDuplicate.id);
  const discloser = thanked ? undefined : team;
  const unless = (refused: boolean, already = false): Verdict => (refused ? 'refused' : already ? 'already' : 'done');
  switch (command.type) {
    case 'WithdrawReport':
      return unless(!reporter || model.status === 'disclosed', model.status === 'withdrawn');
    case 'AcceptReport': {
      const same = accepted(model) && model.told === toldBy(command);
      const silent = command.tell === undefined && !answered(model);
      // Whether its words are new is a question of messages.
      if (same && team !== undefined && command.tell !== undefined) return undefined;
      return same && team !== undefined
        ? 'already'
        : unless(team === undefined || silent || !(undecided(model) || accepted(model)));
    }
    case 'DeclineReport': {
      // Whether its words are new is a question of messages.
      if (team !== undefined && model.status === 'declined' && model.declined?.reason === command.reason)
        return command.tell === undefined ? 'already' : undefined;
      const silent = command.reason !== 'spam' && command.tell === undefined && !answered(model);
      return unless(team === undefined || silent || !(undecided(model) || model.status === 'accepted'));
    }
    case 'AgreeToPublicBug': {
      const asked = model.status === 'declined' && model.declined?.bug !== 'no';
      return unless(!reporter || !asked, model.declined?.bug === 'agreed');
    }
    case 'MarkDuplicate': {
      if (team !== undefined && model.status === 'duplicate' && model.duplicateOf === command.of)
        return command.tell === undefined ? 'already' : undefined;
      const silent = command.tell === undefined && !answered(model);
      const open = (undecided(model) || model.status === 'accepted') && model.duplicates.size === 0;
      return unless(team === undefined || silent || !open);
    }
    case 'NoteDuplicate': {
      const known = model.duplicates.has(command.duplicate);
      const gone = model.status === 'duplicate' || (model.status === 'withdrawn' && !known);
      return unless(who === undefined || gone, known);
    }
    case 'DropDuplicate':
      return unless(who !== undefined, !model.duplicates.has(command.duplicate));
    case 'LeaveOriginal':
      return unless(who !== undefined, model.status !== 'duplicate' || model.duplicateOf !== command.of);
    case 'CompareCredits':
      return unless(who !== undefined, model.prepared === undefined || asWished(model));
    case 'ReopenReport':
      return unless(team === undefined || !closed(model));
    case 'RequestCve':
      return unless(
        team === undefined || closed(model) || model.status === 'disclosed',
        model.cveAsked || model.cve !== undefined,
      );
    case 'RecordCve':
      return unless(team === undefined || closed(model), model.cve === command.numbers.join());
    case 'AgreeEmbargo': {
      const until = command.until.getTime();
      const ended = closed(model) || model.status === 'disclosed';
      return unless(team === undefined || ended || model.broken || until <= now, model.embargo === until);
    }
    case 'AgreeToEarlyDisclosure': {
      const ended = closed(model) || model.status === 'disclosed';
      return unless(!reporter || ended || model.embargo === undefined, model.early);
    }
    case 'DeclareEmbargoBroken':
      return unless(team === undefined || !(model.status === 'accepted' || model.status === 'fixed'), model.broken);
    case 'RecordFix': {
      const wrong = command.fixes.some(
        (fix) =>
          !model.lines.has(fix.line) ||
          (fix.outcome === 'fixed' &&
            (!isNewer(fix.version, model.lines.get(fix.line) ?? '') || fix.releasedAt.getTime() > now)),
      );
      const same = command.fixes.every((fix) => model.fixes.get(fix.line) === fixText(fix));
      return unless(team === undefined || !accepted(model) || wrong, same);
    }
    case 'ChangeCredit':
      return unless(who === undefined || model.status === 'disclosed', model.credit === JSON.stringify(command.credit));
    case 'PrepareDisclosure': {
      const ready = released(model) && (everyLine(model) || model.broken);
      const correcting = model.status === 'disclosed';
      const unsaid = correcting && command.change === undefined;
      const refused = discloser === undefined || !accepted(model) || !ready || unsaid;
      return unless(refused, model.prepared?.text === preparedText(command) && asWished(model));
    }
    case 'ApproveDisclosure': {
      const { prepared } = model;
      const other = prepared?.event === command.prepared && prepared.by !== discloser?.user && asWished(model);
      return unless(discloser === undefined || !other, prepared?.approved);
    }
    case 'PublishAdvisory': {
      if (discloser !== undefined && model.published.includes(command.prepared)) return 'already';
      const { prepared, embargo, early, broken } = model;
      const agreed = prepared?.event === command.prepared && prepared.approved && asWished(model);
      const free = embargo === undefined || embargo <= now || early || broken;
      return unless(discloser === undefined || !agreed || !free || !released(model) || !(everyLine(model) || broken));
    }
    default:
      return undefined;
  }
}

const toldBy = ({ severity, lines }: Extract<ReportCommand, { type: 'AcceptReport' }>) =>
  JSON.stringify([severity.vector, lines]);
const fixText = (fix: Fix) => (fix.outcome === 'fixed' ? `${fix.version} ${fix.releasedAt.toISOString()}` : 'none');
const preparedText = ({ text, change }: Extract<ReportCommand, { type: 'PrepareDisclosure' }>) =>
  JSON.stringify([text, change]);

/** Keeps what was done. `event` is the place of the first event that it left. */
export function note(
  model: Model,
  command: ReportCommand,
  who: Person | undefined,
  first: number,
  count: number,
): void {
  const last = first + count - 1;
  const toldIn = 'tell' in command && command.tell !== undefined;
  const onlyTold = command.type === 'AcceptReport' && accepted(model) && model.told === toldBy(command);
  if (toldIn) says(model, onlyTold ? last : last - 1);
  if (onlyTold) return;
  switch (command.type) {
    case 'AcknowledgeReport':
    case 'SendMessage':
      says(model, last);
      return;
    case 'RecordDelivery':
      if (command.delivery === 'failed' && model.words.has(command.event)) model.words.set(command.event, 'lost');
      if (model.status === 'acknowledged' && !answered(model)) model.status = 'received';
      return;
    case 'WithdrawReport':
      close(model, 'withdrawn');
      return;
    case 'AcceptReport':
      model.told = toldBy(command);
      model.lines = new Map(command.lines.map(({ line, upTo = '' }) => [line, upTo]));
      for (const [line, what] of model.fixes) {
        const upTo = model.lines.get(line);
        const holds = what === 'none' || isNewer(what.split(' ')[0] ?? '', upTo ?? '');
        if (upTo === undefined || !holds) model.fixes.delete(line);
      }
      remedy(model);
      return;
    case 'DeclineReport':
      model.declined = { reason: command.reason, bug: command.asksForPublicBug ? 'asked' : 'no' };
      close(model, 'declined');
      return;
    case 'AgreeToPublicBug':
      if (model.declined !== undefined) model.declined.bug = 'agreed';
      return;
    case 'MarkDuplicate':
      model.duplicateOf = command.of;
      close(model, 'duplicate');
      return;
    case 'NoteDuplicate':
      model.duplicates.add(command.duplicate);
      break;
    case 'DropDuplicate':
      model.duplicates.delete(command.duplicate);
      break;
    case 'LeaveOriginal':
    case 'ReopenReport': {
      const back = model.closedFrom ?? 'received';
      const open = back === 'received' || back === 'acknowledged';
      model.status = open ? (answered(model) ? 'acknowledged' : 'received') : back;
      model.closedFrom = undefined;
      model.declined = undefined;
      model.duplicateOf = undefined;
      break;
    }
    case 'RequestCve':
      model.cveAsked = true;
      return;
    case 'RecordCve':
      model.cve = command.numbers.join();
      break;
    case 'AgreeEmbargo':
      model.embargo = command.until.getTime();
      model.early = false;
      return;
    case 'AgreeToEarlyDisclosure':
      model.early = true;
      return;
    case 'DeclareEmbargoBroken':
      model.broken = true;
      return;
    case 'RecordFix':
      for (const fix of command.fixes) model.fixes.set(fix.line, fixText(fix));
      remedy(model);
      return;
    case 'ChangeCredit':
      model.credit = JSON.stringify(command.credit);
      break;
    case 'PrepareDisclosure':
      model.prepared = {
        event: first,
        by: (who ?? mei).user,
        text: preparedText(command),
        thanks: thanks(model),
        approved: false,
      };
      return;
    case 'ApproveDisclosure':
      if (model.prepared !== undefined) model.prepared.approved = true;
      return;
    case 'CompareCredits':
      break;
    case 'PublishAdvisory':
      model.published.push(command.prepared);
      model.status = 'disclosed';
      break;
    default:
      return;
  }
  model.prepared = undefined;
}

function says(model: Model, event: number): void {
  model.words.set(event, 'there');
  if (model.status === 'received') model.status = 'acknowledged';
}

function close(model: Model, status: Status): void {
  if (!closed(model)) model.closedFrom = model.status;
  model.status = status;
  model.prepared = undefined;
}

function remedy(model: Model): void {
  if (model.status !== 'disclosed') model.status = released(model) && everyLine(model) ? 'fixed' : 'accepted';
  model.prepared = undefined;
}
