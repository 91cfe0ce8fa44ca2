import { localeOf } from '../../../../src/locales/locale-of.js';
import type { ReportEvent } from '../../../../src/report/events.js';
import { replay } from '../../../../src/report/evolve.js';
import { show } from '../../../../src/slack/views/surfaces.js';
import { textIn } from '../../../support/screen.js';
import { walk } from '../every-sample.js';
import { english, samplesWith } from '../surface-samples.js';

const [sample] = samplesWith(english).reportView;
const [received] = sample?.history ?? [];
if (sample === undefined || received?.type !== 'ReportReceived') throw new Error('no sample');
const person = { team: 'T0HOME', user: 'U0LIN', name: 'Lin' };
const at = (hours: number) =>
  ({ at: new Date(sample.now.getTime() + hours * 3_600_000), by: { kind: 'person', person } }) as const;
const wrote = (hours: number, purpose: 'question' | 'information', message: string): ReportEvent => {
  return { type: 'MessageSent', ...at(hours), purpose, message, route: 'direct_message' };
};
const replied = (hours: number, text: string): ReportEvent => ({
  type: 'ReporterWrote',
  ...at(hours),
  purpose: 'answer',
  text,
});
const history: ReportEvent[] = [
  received,
  wrote(1, 'question', 'FIRST which version?'),
  replied(2, 'SECOND the newest.'),
  { type: 'EmbargoProposed', ...at(3), until: at(90).at, route: 'direct_message' },
  wrote(4, 'information', 'FOURTH we work on it.'),
  replied(5, 'FIFTH thank you.'),
];
const report = replay(history);
const inOrder = (text: string, parts: readonly string[]) => {
  const places = parts.map((part) => text.indexOf(part));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
};

describe.each(['en', 'zh'] as const)('a report that is opened, in %s', (language) => {
  const { card, message, view, pages, mine, triage, messages } = localeOf(language);
  const talk = ['FIRST', 'SECOND', message.embargoProposal(report.id), 'FOURTH', 'FIFTH'];

  it('is one conversation in order, then the facts, then what its responder can do now', () => {
    const text = textIn(show('reportView', { ...sample, report, history }, language).view);
    inOrder(text, [
      pages.conversation,
      ...talk,
      view.facts,
      english.overview,
      view.steps,
      card.acknowledge,
      messages.ask,
      triage.button.triage,
    ]);
    expect(text).not.toMatch(/^–$/m);
  });
  it('has the same order for its reporter', () => {
    const text = textIn(show('ownReport', { report, zone: sample.zone, project: 'KubeSphere' }, language).view);
    inOrder(text, [pages.conversation, ...talk, pages.yourReport, english.overview, mine.addInformation]);
  });
  it('makes a reply the likeliest step of its reporter only while the team waits for one', () => {
    const styleAfter = (events: number) => {
      const styles: unknown[] = [];
      const facts = { report: replay(history.slice(0, events)), zone: sample.zone, project: 'KubeSphere' };
      walk(show('ownReport', facts, language), (object) => {
        if (object.action_id === 'answer_team') styles.push(object.style);
      });
      return styles;
    };
    expect(styleAfter(2)).toEqual(['primary']);
    expect(styleAfter(3)).toEqual([undefined]);
  });
  it('says since when and until when it waited for the reporter in the time of whoever reads it', () => {
    const facts = { ...sample, report: replay(history.slice(0, 3)), history: history.slice(0, 3) };
    const text = textIn(show('reportView', facts, language).view);
    expect(text).toMatch(new RegExp(`${triage.row.paused}[^]*?<!date\\^\\d+\\^[^>]*> – <!date`));
  });
  it('offers each step once', () => {
    for (const facts of samplesWith(english).reportView) {
      const offered: unknown[] = [];
      walk(show('reportView', facts, language), (object) => {
        if (object.type === 'button') offered.push(`${object.action_id} ${object.value}`);
      });
      expect(offered).toEqual([...new Set(offered)]);
    }
  });

  it('offers a lead alone what only a lead may do', () => {
    const accepted: ReportEvent[] = [
      ...history,
      {
        type: 'ReportAccepted',
        ...at(6),
        severity: { vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', score: 9.8, rating: 'critical' },
        lines: [{ line: 'KubeSphere v3.4' }],
      },
    ];
    const drawn = (lead: boolean) =>
      textIn(show('reportView', { ...sample, report: replay(accepted), history: accepted, lead }, language).view);
    const { embargoBroken } = localeOf(language).remediation.button;
    expect([drawn(true).includes(embargoBroken), drawn(false).includes(embargoBroken)]).toEqual([true, false]);
  });
});
