import { dueNotices } from '../../src/handling/due-notices.js';
import type { TrackedReport } from '../../src/handling/tracked-report.js';
import type { ReportEvent } from '../../src/report/events.js';
import {
  acknowledge,
  assign,
  bo,
  by,
  historyOf,
  mei,
  minute,
  note,
  rae,
  type Step,
  situations,
  submit,
  submitForSomebody,
  theClock,
  withdraw,
} from '../report/situations.js';
import { deputy, duty, lead, staffed, tracked } from './situations.js';

const kim = { team: 'T0HOME', user: 'U0KIM', name: 'Kim' };
const noticesOf = (report: TrackedReport, rules = staffed) =>
  dueNotices(report, rules, minute(61)).notices.flatMap((notice) =>
    notice.kind === 'immediate' ? [[notice.user, notice.because] as const] : [],
  );
/** The same report, whose reporter says that it is exploited or public already. */
const known = (history: readonly ReportEvent[], knownAlready: 'exploited' | 'public' | 'unsure') =>
  history.map((event) =>
    event.type === 'ReportReceived' ? { ...event, form: { ...event.form, knownAlready } } : event,
  );

describe('when a report comes in', () => {
  it('whoever is on duty is told', () => expect(noticesOf(tracked(situations.received))).toEqual([[duty, 'on_duty']]));

  it('nobody is, where no rota names anybody', () => {
    expect(noticesOf(tracked(situations.received), { ...staffed, rota: [] })).toEqual([]);
  });

  it.each(['exploited', 'public'] as const)('the leads are told too when it is %s', (already) => {
    expect(noticesOf(tracked(known(situations.received, already)))).toEqual([
      [duty, 'on_duty'],
      [lead, 'lead'],
    ]);
  });

  it('not the leads where the policy reminds of such a report as of any other', () => {
    const { exploited: _, ...off } = staffed;
    expect(noticesOf(tracked(known(situations.received, 'exploited')), off)).toEqual([[duty, 'on_duty']]);
  });

  it('not the leads when the reporter is not sure', () => {
    expect(noticesOf(tracked(known(situations.received, 'unsure')))).toEqual([[duty, 'on_duty']]);
  });

  it('the deputy is told of what the person on duty reported', () => {
    const rota = [{ from: '2026-09-01', responder: rae.user, deputy }];
    expect(noticesOf(tracked(situations.received), { ...staffed, rota })).toEqual([[deputy, 'on_duty']]);
  });

  it('not the one who filed it for somebody else, and who is on duty themselves', () => {
    const rota = [{ from: '2026-09-01', responder: bo.user }];
    expect(noticesOf(tracked(historyOf([submitForSomebody, by(bo)])), { ...staffed, rota })).toEqual([]);
  });

  it('nobody any more once somebody has taken it up', () => {
    expect(noticesOf(tracked(historyOf([submit, by(rae)], [acknowledge, by(bo)])))).toEqual([]);
  });

  it('nobody anew when something is written about it', () => {
    expect(noticesOf(tracked(historyOf([submit, by(rae)], [note, by(kim)])))).toEqual([[duty, 'on_duty']]);
  });

  it('not a lead who is away', () => {
    const away = { user: lead, from: '2026-09-21', to: '2026-09-25' };
    const rules = { ...staffed, roster: { ...staffed.roster, absences: [away] } };
    const exploited = tracked(known(situations.received, 'exploited'));
    expect(noticesOf(exploited, rules)).toEqual([[duty, 'on_duty']]);
  });

  it('each once, also where only the first of them was reached', () => {
    const report = tracked(known(situations.received, 'exploited'));
    const after = (told_0: number) => ({ ...report, cursor: { ...report.cursor, rungs: { told_0 } } });
    expect(noticesOf(after(1))).toEqual([[lead, 'lead']]);
    expect(noticesOf(after(2))).toEqual([]);
  });
});

describe('when a report is assigned', () => {
  it('by somebody else, the new responder is told', () => {
    expect(noticesOf(tracked(historyOf([submit, by(rae)], [assign(mei), by(bo)])))).toEqual([[mei.user, 'assigned']]);
  });

  it('by themselves, nobody is', () => {
    expect(noticesOf(tracked(historyOf([submit, by(rae)], [assign(mei), by(mei)])))).toEqual([]);
  });
});

describe('when a report is to be handed over', () => {
  const offer = assign(bo, mei.user);
  const accept = { type: 'AcceptHandOver', offered: 2 } as const;
  const decline = { type: 'DeclineHandOver', offered: 2 } as const;
  const told = (...steps: readonly Step[]) =>
    noticesOf(tracked(historyOf([submit, by(rae)], [assign(mei), by(mei)], ...steps)));

  it.each<[string, readonly Step[], readonly (readonly [string, string])[]]>([
    ['by its responder: whoever is asked', [[offer, by(mei)]], [[bo.user, 'offered']]],
    [
      'by somebody else: both sides',
      [[offer, by(kim)]],
      [
        [bo.user, 'offered'],
        [mei.user, 'offer_made'],
      ],
    ],
    [
      'and is accepted: whoever had it',
      [
        [offer, by(mei)],
        [accept, by(bo)],
      ],
      [[mei.user, 'offer_accepted']],
    ],
    [
      'and is declined: whoever has it',
      [
        [offer, by(mei)],
        [decline, by(bo)],
      ],
      [[mei.user, 'offer_declined']],
    ],
    [
      'and somebody else has taken it: nobody',
      [
        [offer, by(mei)],
        [assign(kim, mei.user), by(kim)],
      ],
      [],
    ],
  ])('%s', (_, steps, expected) => expect(told(...steps)).toEqual(expected));
});

describe('when the calendar would give a promise a later date', () => {
  const propose = { type: 'ProposeLaterDate', until: minute(9000) } as const;
  const asked = historyOf([submit, by(rae)], [assign(mei), by(mei)], [propose, theClock]);
  const keep = { type: 'KeepPromise', proposed: 2 } as const;

  it('the leads are asked', () => expect(noticesOf(tracked(asked))).toEqual([[lead, 'later_date']]));
  it('not the lead whose own report it is', () => {
    const own = { team: 'T0HOME', user: lead, name: 'Lea' };
    const history = historyOf(
      [{ ...submit, reporter: { kind: 'slack', person: own } }, by(own)],
      [assign(mei), by(mei)],
      [propose, theClock],
    );
    expect(noticesOf(tracked(history))).toEqual([]);
  });
  it('the channel is, where nobody is named a lead', () => {
    const { notices } = dueNotices(tracked(asked), { ...staffed, leads: [] }, minute(61));
    expect(notices).toContainEqual({ kind: 'thread', event: 2, ping: true });
    expect(dueNotices(tracked(asked), staffed, minute(61)).notices).toContainEqual({
      kind: 'thread',
      event: 2,
    });
  });
  it('nobody is any more, once the report is withdrawn', () => {
    const over = historyOf([submit, by(rae)], [assign(mei), by(mei)], [propose, theClock], [withdraw, by(rae)]);
    expect(noticesOf(tracked(over))).toEqual([]);
  });
  it('nobody is any more, once it was answered', () => {
    const answered = historyOf([submit, by(rae)], [assign(mei), by(mei)], [propose, theClock], [keep, by(bo)]);
    expect(noticesOf(tracked(answered))).toEqual([]);
  });
});

describe('when a report was assigned to whoever is on duty', () => {
  const onDuty = { type: 'AssignOnDuty', to: mei } as const;
  const history = historyOf([submit, by(rae)], [onDuty, theClock]);
  it('they are told once, as the one on duty', () =>
    expect(noticesOf(tracked(history))).toEqual([[mei.user, 'on_duty']]));
  it('the leads are told too when it is exploited', () => {
    expect(noticesOf(tracked(known(history, 'exploited')))).toEqual([
      [lead, 'lead'],
      [mei.user, 'on_duty'],
    ]);
  });
  it('a lead who is on duty is told once', () => {
    expect(noticesOf(tracked(known(history, 'exploited')), { ...staffed, leads: [mei.user] })).toEqual([
      [mei.user, 'on_duty'],
    ]);
  });
});
