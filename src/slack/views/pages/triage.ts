import type { KnownBlock } from '@slack/types';
import type { AffectedVersion } from '../../../report/report.js';
import { isAccepted, isUndecided } from '../../../report/status.js';
import { surface } from '../declare-surface.js';
import { button, buttons, header, marked, modal, plain, section, table } from '../kit/blocks.js';
import { cut, pieces } from '../kit/truncate.js';
import { longTexts } from '../parts/form-texts.js';
import { reportRows, stateRows } from '../parts/report-rows.js';
import { verdictBlocks } from '../parts/support-status-blocks.js';
import { triageRows } from '../parts/triage-rows.js';
import { urgentText } from '../parts/urgent.js';
import { sharedActions } from '../shared-actions.js';
import type { TriageFacts } from '../triage-facts.js';

/** Characters of a text, so that both fit a view in any script; Show report has the whole. */
const mostOfAText = 30_000;

/** What there is to decide on: the gist, the versions as they stood on the day of the report, and the three ways. */
export const triage = surface('modal', 'responder', 'C', (facts: TriageFacts, locale) => {
  const { triage: say, terms } = locale;
  const { report } = facts;
  const { id, form, status } = report;
  const undecided = isUndecided(report);
  const isInTable = ({ version }: AffectedVersion) => report.affected.some((one) => one.version === version);
  const rows = [...stateRows(facts, locale), ...reportRows(facts, locale), ...triageRows(facts, locale)];
  const urgent = urgentText(report, locale);
  const blocks: KnownBlock[] = [
    ...(urgent === undefined ? [] : [section(marked(`*${urgent}*`))]),
    header(`[Security] ${form.title}`),
    ...table(rows),
    ...verdictBlocks({ ...facts, versions: facts.versions.filter((one) => !isInTable(one)) }, locale),
    ...longTexts(form, locale, 'public').flatMap(({ label, text }) => [
      section(marked(`*${label}*`)),
      ...pieces(cut(text, mostOfAText), 3000).map((part) => section(plain(part))),
    ]),
    buttons(
      isAccepted(report)
        ? button(sharedActions.accept, say.button.correct, { id })
        : button(sharedActions.accept, say.button.accept, { style: 'primary', id }),
      ...(undecided || status === 'accepted'
        ? [
            button(sharedActions.decline, say.button.decline, { id }),
            button(sharedActions.duplicate, say.button.duplicate, { id }),
          ]
        : []),
    ),
  ];
  return modal({ title: say.title.triage, close: terms.close, blocks });
});
