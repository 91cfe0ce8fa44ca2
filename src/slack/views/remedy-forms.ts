import type { KnownBlock, ModalView } from '@slack/types';
import { localDate } from '../../deadline/local-date.js';
import { timeIn } from '../../deadline/tell-time.js';
import type { Report } from '../../report/report.js';
import type { Words } from '../../words/words.js';
import { callbacks, inputs, writeCarried } from '../ids.js';
import type { EmbargoFormFacts, OneReportFacts } from '../remedy-facts.js';
import { input, marked, modal, plain, section } from './blocks.js';
import { momentTold, reporterName, teamTime } from './told.js';

/** The number that a vulnerability has, or that one was requested. */
export function cveForm({ report, zone }: OneReportFacts, words: Words): ModalView {
  const { remedy, terms } = words;
  const { cve: say } = remedy;
  const { id, cve, form } = report;
  const known = cve?.number ?? form.cve;
  const blocks: KnownBlock[] = [
    section(plain(say.intro(id))),
    ...(cve?.requestedAt === undefined ? [] : [section(plain(say.requested(teamTime(cve.requestedAt, zone, words))))]),
    input(
      { id: inputs.cve, label: say.label, hint: say.hint, optional: true },
      {
        type: 'plain_text_input',
        action_id: inputs.cve,
        placeholder: plain('CVE-2026-12345'),
        max_length: 40,
        ...(known === undefined ? {} : { initial_value: known }),
      },
    ),
  ];
  return modal(
    { title: remedy.title.cve, close: terms.cancel, blocks },
    { callback: callbacks.cveForm, submit: remedy.submit.record, carries: writeCarried({ id }) },
  );
}

/** Until when nothing is published: a day and a time of the team's zone. */
export function embargoForm({ report, zone, byHand, open }: EmbargoFormFacts, words: Words): ModalView {
  const { remedy, terms } = words;
  const { embargo: say } = remedy;
  const { id, embargo } = report;
  const name = reporterName(report);
  const day = embargo === undefined ? {} : { initial_date: localDate(embargo.dueAt, zone) };
  const time = embargo === undefined ? open : timeIn(embargo.dueAt, zone);
  const blocks: KnownBlock[] = [
    section(plain(say.intro(id))),
    ...(embargo === undefined ? [] : [section(marked(say.current(momentTold(embargo.dueAt, zone, words))))]),
    input({ id: inputs.embargoDay, label: say.day }, { type: 'datepicker', action_id: inputs.embargoDay, ...day }),
    input(
      { id: inputs.embargoTime, label: say.time, hint: say.hint(zone) },
      { type: 'timepicker', action_id: inputs.embargoTime, initial_time: time, timezone: zone },
    ),
    section(plain(byHand ? say.tellByHand(name) : say.told(name))),
  ];
  return modal(
    { title: remedy.title.embargo, close: terms.cancel, blocks },
    { callback: callbacks.embargoForm, submit: remedy.submit.record, carries: writeCarried({ id }) },
  );
}

/** A lead says that it is public already: what that skips, and what it does not. */
export function embargoBrokenForm({ report }: Readonly<{ report: Report }>, { remedy, terms }: Words): ModalView {
  const { embargoBroken: say } = remedy;
  const { id } = report;
  const blocks = [
    section(plain(say.intro(id))),
    section(plain(say.skips)),
    section(plain(say.needs)),
    input(
      { id: inputs.brokenWhere, label: say.label, hint: say.hint },
      { type: 'plain_text_input', action_id: inputs.brokenWhere, max_length: 500 },
    ),
  ];
  return modal(
    { title: remedy.title.embargoBroken, close: terms.cancel, blocks },
    { callback: callbacks.embargoBrokenForm, submit: remedy.submit.embargoBroken, carries: writeCarried({ id }) },
  );
}
