import type { Locale } from '../../../locales/locale-of.js';
import { Rating } from '../../../report/severity.js';
import { surface } from '../declare-surface.js';
import { button, buttons, context, header, marked, section } from '../kit/blocks.js';
import { escapeMrkdwn } from '../kit/escape.js';
import { digestEnd, digestLine, digestLineText } from '../parts/digest-lines.js';
import { digestList } from '../parts/digest-list.js';
import type { WeeklyDigestFacts } from '../reminder-facts.js';
import { sharedActions } from '../shared-actions.js';

/** Reports that it lists of those that are due. With the rest of it, Slack takes no more blocks. */
const listed = 35;

/**
 * The week at a glance: what is open by severity, what is due first, who has what, and the promises of the quarter. What the channel is
 * told of anyway at that moment stands in it, and is not named twice. Class A.
 */
export const weeklyDigest = surface('message', 'responder', 'A', (facts: WeeklyDigestFacts, locale) => {
  const { holders, today, calendar, now } = facts;
  const { weekly: say } = locale;
  const count = holders.reduce((sum, one) => sum + one.count, 0);
  const heading = say.heading(count);
  const figures = figuresText(facts, locale);
  const list = today === undefined ? undefined : digestList({ ...today, calendar, now }, listed, locale);
  const named = new Set(today?.lines.map(({ id }) => id));
  const lines = facts.lines.filter(({ id }) => !named.has(id));
  const end = digestEnd(facts, locale);
  const nearest = lines.map((line) => digestLineText(line, facts, locale));
  const text = [heading, ...figures, ...(list === undefined ? [] : [list.heading, ...list.texts]), ...nearest, ...end];
  return {
    text: escapeMrkdwn(text.join('\n')),
    blocks: [
      header(heading),
      ...(figures.length > 0 ? [section(marked(escapeMrkdwn(figures.join('\n'))))] : []),
      ...(list === undefined ? [] : [section(marked(`*${escapeMrkdwn(list.heading)}*`)), ...list.blocks]),
      ...(lines.length > 0 ? [context(marked(list === undefined ? say.nearest : say.nextAfter))] : []),
      ...lines.map((line) => digestLine(line, facts, locale)),
      ...end.map((text) => context(marked(escapeMrkdwn(text)))),
      buttons(button(sharedActions.list, locale.menu.list)),
    ],
  };
});

function figuresText({ open, promises, newest }: WeeklyDigestFacts, { weekly: say, cvss }: Locale): string[] {
  const counts = [...Rating.options.toReversed(), 'unrated' as const].flatMap((rating) => {
    const count = open[rating];
    if (count === undefined) return [];
    return [rating === 'unrated' ? say.unrated(count) : say.rated(cvss.rating[rating], count)];
  });
  return [
    ...(counts.length > 0 ? [say.open(counts.join(' · '))] : []),
    ...(promises.due > 0 ? [say.promises(promises)] : []),
    ...(newest === undefined ? [] : [say.newest(newest)]),
  ];
}
