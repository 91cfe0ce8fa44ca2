import { surface } from '../declare-surface.js';
import type { BreakFacts, BreakLineFacts } from '../facts.js';
import { nameOf, plain, section } from '../kit/blocks.js';
import { escapeMrkdwn } from '../kit/escape.js';
import { teamTime } from '../parts/labels.js';

/** What came of `/vuln break`. */
const breakNote = surface('ephemeral', 'lead', 'A', (facts: BreakFacts, locale) => {
  const { teamBreak: say } = locale;
  const lines =
    facts.said === 'begun'
      ? [
          say.begun(teamTime(facts.back, facts.zone, locale)),
          ...(facts.due === 0 ? [] : [say.due(facts.due)]),
          say.quiet,
          say.howToEnd,
        ]
      : [facts.said === 'ended' ? say.ended : say.noBreak];
  return { text: escapeMrkdwn(lines.join('\n')), blocks: lines.map((line) => section(plain(line))) };
});

/** The channel hears who put the team on a break, changed its end, or ended it. */
const breakLine = surface('message', 'responder', 'A', (facts: BreakLineFacts, locale) => {
  const { line: say } = locale.teamBreak;
  const who = nameOf(facts);
  const line = facts.said === 'ended' ? say.ended(who) : say[facts.said](who, teamTime(facts.back, facts.zone, locale));
  return { text: escapeMrkdwn(line), blocks: [section(plain(line))] };
});

export const teamBreakMessages = { breakNote, breakLine };
