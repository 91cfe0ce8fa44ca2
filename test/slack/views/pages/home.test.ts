import { deadlinesOf } from '../../../../src/deadline/deadlines.js';
import type { ReportRow } from '../../../../src/handling/report-filters.js';
import { localeOf } from '../../../../src/locales/locale-of.js';
import { languages } from '../../../../src/report/languages.js';
import type { Report } from '../../../../src/report/report.js';
import type { Status } from '../../../../src/report/status.js';
import { actions } from '../../../../src/slack/views/actions.js';
import { listBlock } from '../../../../src/slack/views/block-ids.js';
import { show } from '../../../../src/slack/views/surfaces.js';
import { report } from '../../../deadline/reports.js';
import { china, policy } from '../../../handling/situations.js';
import { reportInStatus } from '../../../report/report-in-status.js';
import { aForm } from '../../../support/a-form.js';
import { textIn } from '../../../support/screen.js';
import { walk } from '../every-sample.js';
import { english, samplesWith } from '../surface-samples.js';

const lin = { team: 'T0HOME', user: 'U0LIN', name: 'Lin' };
const received = china('09-22T10:00');
const promise = { dueAt: china('09-24T18:00'), provisional: false, policyRevision: policy.revision };
const row = (over: Partial<Report> = {}): ReportRow => {
  const one = { ...report(received, promise), responder: { ...lin, user: 'U0MAY' }, ...over };
  return { report: one, deadlines: deadlinesOf(one, policy) };
};
const waiting: Partial<Report> = {
  status: 'acknowledged',
  acknowledge: { opening: 1, metAt: received },
  confirm: { opening: 1, pauses: [{ from: received, message: 2 }] },
};
const [sample] = samplesWith(english).homeView;
if (sample === undefined) throw new Error('no sample');
const home = (rows: readonly ReportRow[], now: Date, language: 'en' | 'zh') =>
  show('homeView', { ...sample, person: lin, now, own: [], open: { rows, unreadable: [] } }, language).view;

describe.each(languages)('the Home of the team, in %s', (language) => {
  const { list, mine, terms } = localeOf(language);

  it('has a section for what needs somebody, the most pressing first, each with its count and the way to all of it', () => {
    const exploited = row({ form: aForm({ knownAlready: 'exploited' }) });
    const missed = row({ promise: { ...promise, dueAt: china('09-24T11:00') } });
    const { responder: _, ...nobodys } = row().report;
    const unassigned = { ...row(), report: nobodys };
    const now = china('09-24T12:00');
    const view = home([exploited, missed, unassigned, row({ responder: lin }), row(waiting)], now, language);
    const text = textIn(view);
    const headings = [
      ['exploited', 1],
      ['overdue', 1],
      ['due', 3],
      ['unassigned', 1],
      ['mine', 1],
      ['waiting', 1],
    ] as const;
    const places = headings.map(([name, count]) =>
      text.indexOf(`*${terms.labelled(list.filter[name], String(count))}*`),
    );
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    const all = view.blocks.flatMap(({ block_id: block, ...rest }) => ('accessory' in rest && block ? [block] : []));
    expect(all).toEqual(expect.arrayContaining(headings.map(([name]) => listBlock(name))));
    for (const [name] of headings) expect(text).toContain(mine.all[name]);
  });

  it('shows five reports of a section at most', () => {
    const rows = Array.from({ length: 8 }, () => row({ responder: lin }));
    const view = home(rows, received, language);
    let shown = 0;
    walk(view, ({ action_id: action }) => {
      if (action === actions.show) shown += 1;
    });
    expect(textIn(view)).toContain(terms.labelled(list.filter.mine, '8'));
    expect(shown).toBe(5);
  });
});

describe.each(languages)('under More…, in %s', (language) => {
  const { assign: say } = localeOf(language);
  const stages = (status: Status) => {
    const text = textIn(show('more', { report: reportInStatus(status), lead: false }, language).view);
    return (['messages', 'triage', 'remediation'] as const)
      .filter((stage) => text.includes(`*${say.stage[stage]}*`))
      .toSorted((one, other) => text.indexOf(`*${say.stage[one]}*`) - text.indexOf(`*${say.stage[other]}*`));
  };
  it.each([
    ['received', 'messages'],
    ['acknowledged', 'messages'],
    ['accepted', 'remediation'],
    ['fixed', 'remediation'],
    ['declined', 'triage'],
  ] as const)('the steps of a report that is %s stand by stage, the likeliest first: %s', (status, first) => {
    expect(stages(status)[0]).toBe(first);
    expect(stages(status).length).toBeGreaterThan(1);
  });
  it.each([
    ['accepted', actions.recordFix],
    ['fixed', actions.prepareDisclosure],
    ['disclosed', actions.prepareDisclosure],
  ] as const)('of the steps to publish one that is %s the next one comes first', (status, next) => {
    const steps: unknown[] = [];
    walk(show('more', { report: reportInStatus(status), lead: true }, language), ({ action_id: action }) => {
      if (action !== undefined && action !== actions.assign) steps.push(action);
    });
    expect(steps[0]).toBe(next);
  });
});
