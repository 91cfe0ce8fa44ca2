import type { Button, KnownBlock } from '@slack/types';
import { isUnanswered, notReached } from '../../report/unanswered.js';
import type { Words } from '../../words/words.js';
import type { Posted } from '../surface.js';
import type { ReportFacts } from '../surface-facts.js';
import { button, buttons, header, plain, section, table } from './blocks.js';
import { cutEscaped } from './cut.js';
import { reportRows, responderTold, stateRows } from './report-rows.js';
import { careMark, teamTime } from './told.js';

/** The card of a report in the security channel: what it is, how it stands, and the next step. Class B, never more. */
export function card(facts: ReportFacts, words: Words): Posted {
  const { report } = facts;
  const { card: say } = words;
  const rows = [
    { label: say.label.id, value: plain(report.id, 2000) },
    ...stateRows(facts, words),
    ...reportRows(facts, words),
  ];
  return {
    text: gist(facts, words),
    blocks: [
      header(`[Security] ${report.form.title}`),
      ...table(rows),
      ...deliveryBlocks(facts, words),
      buttons(
        ...nextStep(facts, words),
        button('show', say.show, { id: report.id }),
        button('more', say.more, { id: report.id }),
      ),
    ],
  };
}

function gist(facts: ReportFacts, words: Words): string {
  const { report, deadlines, zone } = facts;
  const due = deadlines[0];
  const sentence = words.card.gist({
    title: report.form.title,
    id: report.id,
    status: words.terms.status[report.status],
    ...(due === undefined ? {} : { due: teamTime(due.dueAt, zone, words) }),
    responder: responderTold(facts, words),
  });
  return cutEscaped(sentence, 3900);
}

function doubted({ report }: ReportFacts) {
  return report.messages.find(({ delivery }) => delivery === 'unsure');
}

function deliveryBlocks(facts: ReportFacts, words: Words): KnownBlock[] {
  const { card: say } = words;
  const { report, zone } = facts;
  const doubt = doubted(facts);
  if (doubt !== undefined) return [section(plain(`${careMark} ${say.doubt(teamTime(doubt.at, zone, words))}`))];
  const failed = notReached(report);
  if (failed === undefined) return [];
  const sentence = isUnanswered(report) ? say.undelivered : say.undeliveredLater(teamTime(failed.at, zone, words));
  return [section(plain(`${careMark} ${sentence}`))];
}

/** Two buttons at most: an open question first, then the answer to the reporter. */
function nextStep(facts: ReportFacts, { card: say }: Words): Button[] {
  const { report } = facts;
  const { id } = report;
  if (doubted(facts) !== undefined)
    return [button('arrived', say.arrived, { style: 'primary', id }), button('sendAgain', say.sendAgain, { id })];
  if (!isUnanswered(report)) return [];
  return [
    button('acknowledge', say.acknowledge, { style: 'primary', id }),
    ...(report.responder === undefined ? [button('assignToMe', say.assignToMe, { id })] : []),
  ];
}
