import { isDeepStrictEqual } from 'node:util';
import { preparedAdvisory } from '../../advisory/advisory-of.js';
import { localDate } from '../../deadline/local-date.js';
import { publishDayConcerns } from '../../deadline/publish-day.js';
import { duplicatesOf } from '../../handling/handle.js';
import { publisherOf } from '../../handling/publisher.js';
import { localeOf } from '../../locales/locale.js';
import { defined } from '../../report/defined.js';
import { blockersOf } from '../../report/disclosure-blockers.js';
import { creditsOfDuplicates, requireDiscloser } from '../../report/duplicates.js';
import type { Credit } from '../../report/form.js';
import { Refusal } from '../../report/refusal.js';
import type { Report } from '../../report/report.js';
import { isAccepted } from '../../report/status.js';
import type { CheckListFacts } from '../views/disclosure-facts.js';
import { advisoryBlock, readAdvisory } from '../views/forms/prepare-form.js';
import { readInputs } from '../views/kit/input-values.js';
import { show } from '../views/surfaces.js';
import { reachedByHand } from './acknowledge.js';
import { findToActOn, submittedToActOn } from './find-report.js';
import { refusalIn, refusedAt } from './form-errors.js';
import type { HandlerDeps } from './handler-deps.js';
import { closed, type FormAnswer, type Handlers, type Pressed, type Submitted } from './interaction.js';

/** From a patched release to the public: one person prepares, another approves, and then it is published. */
export function discloseHandlers(deps: HandlerDeps) {
  const { reports, handle, policy, clock, announcementChannel } = deps;
  const { calendar } = policy;

  /** The report whose advisory somebody works on, with its duplicates. @throws Refusal when it thanks them */
  const toDisclose = async (pressed: Pressed<'responder'>) => {
    const { report } = await findToActOn(deps, pressed);
    const duplicates = await duplicatesOf(reports, report);
    requireDiscloser(report, { now: clock(), actor: { kind: 'person', person: pressed.person }, duplicates });
    return { report, credits: creditsOfDuplicates(report, { duplicates }) };
  };

  const listFacts = (report: Report, credits: readonly Credit[], now: Date): CheckListFacts => ({
    report,
    zone: calendar.zone,
    byHand: reachedByHand({ report }),
    credits,
    concerns: publishDayConcerns(now, calendar),
    today: localDate(now, calendar.zone),
    ...defined({ channel: announcementChannel.channel }),
    now,
  });

  /** What was prepared, if it is still what would be published. */
  const review = (report: Report, credits: readonly Credit[]) => {
    const now = clock();
    const { id, prepared } = report;
    const advisory = preparedAdvisory(report, policy.project, credits, now);
    if (prepared === undefined || advisory === undefined || !isDeepStrictEqual(prepared.credits, credits))
      throw new Refusal('nothing_prepared', { id });
    return { prepared, facts: { ...listFacts(report, credits, now), advisory, publisher: publisherOf(policy) } };
  };

  const openPreparation = async (pressed: Pressed<'responder'>) => {
    const { report, credits } = await toDisclose(pressed);
    if (!isAccepted(report)) throw new Refusal('not_in_this_status', { id: report.id, status: report.status });
    await pressed.open(show('prepareForm', listFacts(report, credits, clock()), pressed.language));
  };

  const openApproval = async (pressed: Pressed<'responder'>) => {
    const { report, credits } = await toDisclose(pressed);
    const { prepared, facts } = review(report, credits);
    if (prepared.by.user === pressed.person.user) throw new Refusal('same_person_approves', { id: report.id });
    await pressed.open(show('approveForm', facts, pressed.language));
  };

  const openPublication = async (pressed: Pressed<'responder'>) => {
    const { report, credits } = await toDisclose(pressed);
    const { prepared, facts } = review(report, credits);
    if (prepared.approved === undefined) throw new Refusal('not_approved', { id: report.id });
    const [blocker] = blockersOf(report, facts.now);
    if (blocker !== undefined) throw blocker;
    await announcementChannel.reachable();
    await pressed.open(show('publishForm', facts, pressed.language));
  };

  const prepare = async (submitted: Submitted): Promise<FormAnswer> => {
    const { language, person, values } = submitted;
    const { report: before } = await submittedToActOn(deps, submitted);
    const { id } = before;
    const read = readAdvisory(values, localeOf(language));
    if ('byBlock' in read) return { kind: 'problems', byBlock: read.byBlock };
    const { text, change } = read;
    const corrects = change === '' ? {} : { change };
    try {
      await handle(id, (report) => ({ type: 'PrepareDisclosure', text, ...corrects, route: routeTo(report) }), {
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

  const approve = async (submitted: Submitted): Promise<FormAnswer> => {
    const { report, place } = await submittedToActOn(deps, submitted);
    const { id } = report;
    const actor = { kind: 'person', person: submitted.person } as const;
    await handle(id, { type: 'ApproveDisclosure', prepared: place }, actor);
    return closed;
  };

  const publish = async (submitted: Submitted): Promise<FormAnswer> => {
    const { report, place } = await submittedToActOn(deps, submitted);
    const { id } = report;
    const again = report.publications.some(({ prepared }) => prepared === place);
    const channel = again ? '' : await announcementChannel.reachable();
    await handle(id, (current) => ({ type: 'PublishAdvisory', prepared: place, channel, route: routeTo(current) }), {
      kind: 'person',
      person: submitted.person,
    });
    return closed;
  };

  return {
    buttons: {
      prepareDisclosure: { who: 'responder', press: openPreparation },
      approve: { who: 'responder', press: openApproval },
      publish: { who: 'responder', press: openPublication },
    },
    forms: {
      prepareForm: { who: 'responder', submit: prepare },
      approveForm: { who: 'responder', submit: approve },
      publishForm: { who: 'responder', submit: publish },
    },
  } satisfies Handlers;
}

function routeTo(report: Report) {
  return reachedByHand({ report }) ? 'by_hand' : 'direct_message';
}
