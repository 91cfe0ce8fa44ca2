import type { Locale } from '../../../locales/locale-of.js';
import { Rating } from '../../../report/severity.js';
import { surface } from '../declare-surface.js';
import { button, buttons, context, header, marked, section } from '../kit/blocks.js';
import { escapeMrkdwn } from '../kit/escape.js';
import { digestLine, digestLineText, holdersText } from '../parts/digest-lines.js';
import type { WeeklyDigestFacts } from '../reminder-facts.js';

/** The week at a glance: what is open by severity, what is due first, who has what, and the promises of the quarter. Class A. */
export const weeklyDigest = surface('message', 'responder', 'A', (facts: WeeklyDigestFacts, locale) => {
  const { lines, holders } = facts;
  const { weekly: say, digest } = locale;
  const count = holders.reduce((sum, one) => sum + one.count, 0);
  const heading = say.heading(count);
  const figures = figuresText(facts, locale);
  const held = count === 0 ? [] : [digest.holders(holdersText(facts, locale))];
  return {
    text: escapeMrkdwn(
      [heading, ...figures, ...lines.map((line) => digestLineText(line, facts, locale)), ...held].join('\n'),
    ),
    blocks: [
      header(heading),
      ...(figures.length > 0 ? [section(marked(escapeMrkdwn(figures.join('\n'))))] : []),
      ...(lines.length > 0 ? [context(marked(say.nearest))] : []),
      ...lines.map((line) => digestLine(line, facts, locale)),
      ...held.map((text) => context(marked(escapeMrkdwn(text)))),
      buttons(button('list', locale.menu.list)),
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
