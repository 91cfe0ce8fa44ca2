import type { SectionBlock } from '@slack/types';
import type { Locale } from '../../../locales/locale-of.js';
import { button, marked, nameOf, section } from '../kit/blocks.js';
import { cut, cutEscaped } from '../kit/truncate.js';
import type { DigestFacts } from '../reminder-facts.js';
import { sharedActions } from '../shared-actions.js';
import { dueTeamTime, dueText, lateMark, soonMark } from './labels.js';

/** People whose reports are counted by name, and the characters of a name. */
const [named, nameLength] = [20, 40];

type Line = DigestFacts['lines'][number];
type Clock = Pick<DigestFacts, 'calendar' | 'now'>;

/** A report in a digest, with a button to open it. */
export function digestLine(line: Line, { calendar, now }: Clock, locale: Locale): SectionBlock {
  const due = dueText(line.deadline.dueAt, now, calendar, locale);
  const mark = line.why === 'overdue' ? lateMark : soonMark;
  const text = section(marked(`${mark} ${locale.terms.labelled(line.id, item(line, due, cutEscaped, locale))}`));
  return { ...text, accessory: button(sharedActions.show, locale.card.show, { id: line.id }) };
}

/** The same as plain text. */
export function digestLineText(line: Line, { calendar, now }: Clock, locale: Locale): string {
  const due = dueTeamTime(line.deadline.dueAt, now, calendar, locale);
  return locale.terms.labelled(line.id, item(line, due, cut, locale));
}

/** `shorten`: how a name stands in it. */
function item({ why, deadline, responder, name }: Line, due: string, shorten: typeof cut, locale: Locale): string {
  const { digest: say } = locale;
  const held = name === undefined ? say.held : say.heldBy(shorten(name, nameLength));
  const who = responder === undefined ? say.nobody : held;
  const { duty, provisional, exploited = false } = deadline;
  return say.item({ duty, due, overdue: why === 'overdue', who, provisional, exploited });
}

/** Below the reports: who has come on duty, and who has how many open reports. Plain text. */
export function digestEnd(facts: Pick<DigestFacts, 'holders' | 'onDuty'>, locale: Locale): readonly string[] {
  const { holders, onDuty } = facts;
  return [
    ...(onDuty === undefined ? [] : [locale.onDuty.line(cut(nameOf(onDuty), nameLength))]),
    ...(holders.length === 0 ? [] : [locale.digest.holders(holdersText(facts, locale))]),
  ];
}

function holdersText({ holders: all }: Pick<DigestFacts, 'holders'>, { digest: say }: Locale): string {
  return all
    .slice(0, named)
    .map(({ user, name, count }) =>
      user === undefined ? say.unheld(count) : say.holder(cut(name ?? user, nameLength), count),
    )
    .join(' · ');
}
