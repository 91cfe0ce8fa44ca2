import { isDeepStrictEqual } from 'node:util';
import { preparedAdvisory, publishedAdvisory } from '../../advisory/advisory-of.js';
import { localDate } from '../../deadline/local-date.js';
import { publishDayConcerns } from '../../deadline/publish-day-concerns.js';
import { publisherOf } from '../../handling/advisory-publisher.js';
import { duplicatesOf } from '../../handling/handle.js';
import { localeOf } from '../../locales/locale-of.js';
import { defined } from '../../report/defined.js';
import { blockersOf } from '../../report/disclosure-blockers.js';
import { creditsOfDuplicates, requireDiscloser } from '../../report/duplicates-in-advisory.js';
import type { Credit } from '../../report/form.js';
import { Refusal } from '../../report/refusal.js';
import type { Report } from '../../report/report.js';
import { isAccepted } from '../../report/status.js';
import type { CheckListFacts } from '../views/disclosure-facts.js';
import { advisoryBlock, readAdvisory } from '../views/forms/prepare-form.js';
import { readWithdrawal } from '../views/forms/withdraw-advisory-form.js';
import { inputs } from '../views/inputs.js';
import { readInputs } from '../views/kit/input-values.js';
import { show } from '../views/surfaces.js';
import { reachedByHand } from './acknowledge.js';
import { findToActOn, submittedToActOn } from './find-report.js';
import { refusalIn, refusedAt } from './form-errors.js';
import type { HandlerDeps } from './handler-deps.js';
import { closed, type FormAnswer, type Handlers, type Pressed, type Submitted } from './interaction.js';

/** From a patched release to the public: one person prepares, another approves, and then it is published. */
export function discloseHandlers(deps: HandlerDeps) {
  const preparing = prepareHandlers(deps);
  const approving = approveHandlers(deps);
  const publishing = publishHandlers(deps);
  const withdrawing = withdrawHandlers(deps);
  return {
    buttons: { ...preparing.buttons, ...withdrawing.buttons, ...approving.buttons, ...publishing.buttons },
    forms: { ...preparing.forms, ...withdrawing.forms, ...approving.forms, ...publishing.forms },
  } satisfies Handlers;
}

function prepareHandlers(deps: HandlerDeps) {
  const { handle, clock } = deps;

  const openForm = async (pressed: Pressed<'responder'>) => {
    const { report, credits } = await findToDisclose(deps, pressed);
    if (!isAccepted(report)) throw new Refusal('not_in_this_status', { id: report.id, status: report.status });
    await pressed.open(show('prepareForm', checkListFacts(deps, report, credits, clock()), pressed.language));
  };

  const prepare = async (submitted: Submitted): Promise<FormAnswer> => {
    const { language, person, values } = submitted;
    const tracked = await submittedToActOn(deps, submitted);
    const { id } = tracked.report;
    const read = readAdvisory(values, localeOf(language));
    if ('byBlock' in read) return { kind: 'problems', byBlock: read.byBlock };
    const { text, change } = read;
    const corrects = change === '' ? {} : { change };
    try {
      await handle(tracked, (report) => ({ type: 'PrepareDisclosure', text, ...corrects, route: routeTo(report) }), {
        kind: 'person',
        person,
      });
      return closed;
    } catch (error) {
      const refusal = refusalIn(error);
      const block = advisoryBlock(refusal, read);
      if (block === undefined) throw error;
      // It became public while this was being written: a form from before has no place to say what is corrected.
      if (readInputs(values).has(block)) return refusedAt(block, refusal, submitted, deps);
      throw new Refusal('changed_meanwhile', { id });
    }
  };

  return {
    buttons: { prepareDisclosure: { who: 'responder', press: openForm } },
    forms: { prepareForm: { who: 'responder', submit: prepare } },
  } satisfies Handlers;
}

/** A published advisory is taken back by the same two people's steps. */
function withdrawHandlers(deps: HandlerDeps) {
  const openForm = async (pressed: Pressed<'responder'>) => {
    const { report } = await findToDisclose(deps, pressed);
    const { id, status, publications } = report;
    if (status !== 'disclosed' || publications.at(-1)?.withdrawn === true)
      throw new Refusal('not_in_this_status', { id, status });
    await pressed.open(show('withdrawAdvisoryForm', { report }, pressed.language));
  };

  const withdraw = async (submitted: Submitted): Promise<FormAnswer> => {
    const { person, values } = submitted;
    const tracked = await submittedToActOn(deps, submitted);
    const reason = readWithdrawal(values);
    try {
      await deps.handle(tracked, (report) => ({ type: 'PrepareWithdrawal', reason, route: routeTo(report) }), {
        kind: 'person',
        person,
      });
      return closed;
    } catch (error) {
      const refusal = refusalIn(error);
      if (!isAboutReason(refusal)) throw error;
      return refusedAt(inputs.change, refusal, submitted, deps);
    }
  };

  return {
    buttons: { withdrawAdvisory: { who: 'responder', press: openForm } },
    forms: { withdrawAdvisoryForm: { who: 'responder', submit: withdraw } },
  } satisfies Handlers;
}

function isAboutReason({ code }: Refusal): boolean {
  return code === 'change_missing' || code === 'advisory_too_long' || code === 'closed_words_in_advisory';
}

function approveHandlers(deps: HandlerDeps) {
  const openForm = async (pressed: Pressed<'responder'>) => {
    const { report, prepared, facts } = await findPrepared(deps, pressed);
    if (prepared.by.user === pressed.person.user) throw new Refusal('same_person_approves', { id: report.id });
    await pressed.open(show('approveForm', facts, pressed.language));
  };

  const approve = async (submitted: Submitted): Promise<FormAnswer> => {
    const tracked = await submittedToActOn(deps, submitted);
    const actor = { kind: 'person', person: submitted.person } as const;
    await deps.handle(tracked, { type: 'ApproveDisclosure', prepared: tracked.place }, actor);
    return closed;
  };

  return {
    buttons: { approve: { who: 'responder', press: openForm } },
    forms: { approveForm: { who: 'responder', submit: approve } },
  } satisfies Handlers;
}

function publishHandlers(deps: HandlerDeps) {
  const { handle, announcementChannel } = deps;

  const openForm = async (pressed: Pressed<'responder'>) => {
    const { report, prepared, facts } = await findPrepared(deps, pressed);
    if (prepared.approved === undefined) throw new Refusal('not_approved', { id: report.id });
    const [blocker] = prepared.withdraws === true ? [] : blockersOf(report, facts.now);
    if (blocker !== undefined) throw blocker;
    await announcementChannel.reachable();
    await pressed.open(show('publishForm', facts, pressed.language));
  };

  const publish = async (submitted: Submitted): Promise<FormAnswer> => {
    const tracked = await submittedToActOn(deps, submitted);
    const { report, place } = tracked;
    const again = report.publications.some(({ prepared }) => prepared === place);
    const channel = again ? '' : await announcementChannel.reachable();
    await handle(
      tracked,
      (current) => ({ type: 'PublishAdvisory', prepared: place, channel, route: routeTo(current) }),
      {
        kind: 'person',
        person: submitted.person,
      },
    );
    return closed;
  };

  return {
    buttons: { publish: { who: 'responder', press: openForm } },
    forms: { publishForm: { who: 'responder', submit: publish } },
  } satisfies Handlers;
}

/** The report whose advisory somebody works on, with its duplicates. @throws Refusal when it thanks them */
async function findToDisclose(deps: HandlerDeps, pressed: Pressed<'responder'>) {
  const { report } = await findToActOn(deps, pressed);
  const duplicates = await duplicatesOf(deps.reports, report);
  const actor = { kind: 'person', person: pressed.person } as const;
  requireDiscloser(report, { now: deps.clock(), actor, duplicates });
  return { report, credits: creditsOfDuplicates(report, { duplicates }) };
}

/** What was prepared, if it is still what would be published. @throws Refusal */
async function findPrepared(deps: HandlerDeps, pressed: Pressed<'responder'>) {
  const { report, credits } = await findToDisclose(deps, pressed);
  const { policy, clock } = deps;
  const now = clock();
  const { id, prepared } = report;
  const advisory = preparedAdvisory(report, policy.project, credits, now);
  if (prepared === undefined || advisory === undefined || !isDeepStrictEqual(prepared.credits, credits))
    throw new Refusal('nothing_prepared', { id });
  const before = publishedAdvisory(report, policy.project);
  const facts = {
    ...checkListFacts(deps, report, credits, now),
    ...{ advisory, publisher: publisherOf(policy), first: policy.teamLanguage },
    ...defined({ before }),
  };
  return { report, prepared, facts };
}

function checkListFacts(
  { policy: { calendar }, announcementChannel: { channel } }: HandlerDeps,
  report: Report,
  credits: readonly Credit[],
  now: Date,
): CheckListFacts {
  return {
    report,
    zone: calendar.zone,
    byHand: reachedByHand({ report }),
    credits,
    concerns: publishDayConcerns(now, calendar),
    today: localDate(now, calendar.zone),
    ...defined({ channel }),
    now,
  };
}

function routeTo(report: Report) {
  return reachedByHand({ report }) ? 'by_hand' : 'direct_message';
}
