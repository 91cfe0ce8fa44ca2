import { isDeepStrictEqual } from 'node:util';
import { preparedAdvisory } from '../../advisory/advisory-of.js';
import { localDate } from '../../deadline/local-date.js';
import { publishDayConcerns } from '../../deadline/publish-day.js';
import { publisherOf } from '../../handling/publisher.js';
import { creditOf } from '../../report/credit.js';
import { blockersOf } from '../../report/disclosure-blockers.js';
import type { Credit } from '../../report/form.js';
import { isAccepted } from '../../report/open.js';
import { Refusal } from '../../report/refusal.js';
import type { Preparation, Report } from '../../report/report.js';
import { words } from '../../words/catalogue.js';
import { type ButtonDoor, closed, type FormAnswer, type FormDoor, type Pressed, type Submitted } from '../asking.js';
import type { DeskParts } from '../desk-parts.js';
import type { CheckListFacts } from '../remedy-facts.js';
import { show } from '../surfaces.js';
import { advisoryBlock, readAdvisory } from '../views/prepare-form.js';
import { reachedByHand } from './acknowledge-a-report.js';
import { pressedToActOn, submittedToActOn } from './named-report.js';
import { refusalIn, refusedAt } from './refused-at.js';

/** From a patched release to the public: one person prepares, another approves, and then it is published. */
export function discloseAnAdvisory(parts: DeskParts) {
  const { reports, handle, policy, clock, announcing } = parts;
  const { calendar } = policy;

  /** As the reporters of duplicates want to be thanked now. One that was opened again is no duplicate any more. */
  const creditsOfDuplicates = async ({ id, duplicates }: Report): Promise<Credit[]> => {
    const found = await Promise.all(duplicates.map((duplicate) => reports.find(duplicate)));
    return found.flatMap((one) => (one?.report.duplicateOf === id ? [creditOf(one.report)] : []));
  };

  const listFacts = async (report: Report, now: Date): Promise<CheckListFacts> => ({
    report,
    zone: calendar.zone,
    byHand: reachedByHand({ report }),
    credits: await creditsOfDuplicates(report),
    concerns: publishDayConcerns(now, calendar),
    today: localDate(now, calendar.zone),
    ...(announcing.channel === undefined ? {} : { channel: announcing.channel }),
    now,
  });

  /** What was prepared, if it is still what would be published. */
  const stillPrepared = (report: Report, credits: readonly Credit[]): Preparation => {
    const { id, prepared } = report;
    if (prepared === undefined || !isDeepStrictEqual(prepared.credits, credits))
      throw new Refusal('nothing_prepared', { id });
    return prepared;
  };

  const review = async (report: Report) => {
    const now = clock();
    const facts = await listFacts(report, now);
    const prepared = stillPrepared(report, facts.credits);
    const advisory = preparedAdvisory(report, policy.project, prepared.credits, now);
    if (advisory === undefined) throw new Refusal('nothing_prepared', { id: report.id });
    return { prepared, facts: { ...facts, advisory, publisher: publisherOf(policy) } };
  };

  const openPreparation = async (pressed: Pressed) => {
    const { report } = await pressedToActOn(parts, pressed);
    if (!isAccepted(report)) throw new Refusal('not_in_this_status', { id: report.id, status: report.status });
    await pressed.open(show('prepareForm', await listFacts(report, clock()), pressed.language));
  };

  const openApproval = async (pressed: Pressed) => {
    const { report } = await pressedToActOn(parts, pressed);
    const { prepared, facts } = await review(report);
    if (prepared.by.user === pressed.person.user) throw new Refusal('same_person_approves', { id: report.id });
    await pressed.open(show('approveForm', facts, pressed.language));
  };

  const openPublication = async (pressed: Pressed) => {
    const { report } = await pressedToActOn(parts, pressed);
    const { prepared, facts } = await review(report);
    if (prepared.approved === undefined) throw new Refusal('not_approved', { id: report.id });
    const [blocker] = blockersOf(report, facts.now);
    if (blocker !== undefined) throw blocker;
    await announcing.reachable();
    await pressed.open(show('publishForm', facts, pressed.language));
  };

  const prepare = async (submitted: Submitted): Promise<FormAnswer> => {
    const { language, person, values } = submitted;
    const { report: before } = await submittedToActOn(parts, submitted);
    const { id } = before;
    const read = readAdvisory(values, words(language));
    if ('byBlock' in read) return { kind: 'problems', byBlock: read.byBlock };
    const { text, change } = read;
    const credits = await creditsOfDuplicates(before);
    const corrects = change === '' ? {} : { change };
    try {
      await handle(
        id,
        (report) => ({ type: 'PrepareDisclosure', text, credits, ...corrects, route: routeTo(report) }),
        { kind: 'person', person },
      );
      return closed;
    } catch (error) {
      const refusal = refusalIn(error);
      const block = advisoryBlock(refusal, read);
      if (block === undefined) throw error;
      return refusedAt(block, refusal, submitted, parts);
    }
  };

  const approve = async (submitted: Submitted): Promise<FormAnswer> => {
    const { report, place } = await submittedToActOn(parts, submitted);
    const { id } = report;
    if (report.prepared?.event === place) stillPrepared(report, await creditsOfDuplicates(report));
    const actor = { kind: 'person', person: submitted.person } as const;
    await handle(id, { type: 'ApproveDisclosure', prepared: place }, actor);
    return closed;
  };

  const publish = async (submitted: Submitted): Promise<FormAnswer> => {
    const { report, place } = await submittedToActOn(parts, submitted);
    const { id } = report;
    const again = report.publications.some(({ prepared }) => prepared === place);
    if (!again && report.prepared?.event === place) stillPrepared(report, await creditsOfDuplicates(report));
    const channel = again ? '' : await announcing.reachable();
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
    } satisfies Record<string, ButtonDoor>,
    forms: {
      prepareForm: { who: 'responder', submit: prepare },
      approveForm: { who: 'responder', submit: approve },
      publishForm: { who: 'responder', submit: publish },
    } satisfies Record<string, FormDoor>,
  };
}

function routeTo(report: Report) {
  return reachedByHand({ report }) ? 'by_hand' : 'direct_message';
}
