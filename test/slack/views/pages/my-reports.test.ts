import { localeOf } from '../../../../src/locales/locale-of.js';
import type { Report } from '../../../../src/report/report.js';
import { refusalOfView } from '../../../../src/sandbox/limits/views.js';
import { show } from '../../../../src/slack/views/surfaces.js';
import { textIn } from '../../../support/screen.js';
import { english, samplesWith } from '../surface-samples.js';

const facts = samplesWith(english).myReports.find(({ own }) => own.length > 1);
const [waiting, talked] = facts?.own ?? [];
if (facts === undefined || waiting === undefined || talked === undefined) throw new Error('no sample');
const read = (own: typeof facts.own) => textIn(show('myReports', { ...facts, own }, 'en').view);
const [deadline] = waiting.deadlines;
if (deadline === undefined) throw new Error('nothing is due in the sample');

describe('under My reports', () => {
  it('is something that Slack takes where several reports ask about an embargo at the same place of their histories', () => {
    const asked = (id: string) => ({
      ...talked,
      report: {
        ...talked.report,
        id,
        status: 'accepted' as const,
        embargo: { opening: 1, since: facts.now, dueAt: facts.now },
        embargoProposal: 5,
      },
    });
    const { view } = show('myReports', { ...facts, own: [asked('VR-AAAA-AAAA'), asked('VR-BBBB-BBBB')] }, 'en');
    expect(textIn(view).split(localeOf('en').message.worksForMe)).toHaveLength(3);
    expect(refusalOfView(view, 'modal', [])).toBeUndefined();
  });

  it.each([
    ['acknowledge', "We'll reply by"],
    ['confirm', "We'll tell you our decision by"],
    ['next_update', 'Next update by'],
  ] as const)('the reporter reads what is promised: %s', (duty, sentence) => {
    const text = read([{ ...waiting, deadlines: [{ ...deadline, duty, dueAt: new Date(facts.now.getTime() + 1) }] }]);
    expect(text).toContain(sentence);
    expect(text).not.toContain('Sorry');
  });

  it('the moment that the reporter was told counts, though the team is bound earlier by now', () => {
    const toldAt = new Date(facts.now.getTime() + 1);
    const text = read([{ ...waiting, deadlines: [{ ...deadline, dueAt: new Date(0), toldAt }] }]);
    expect(text).toContain("We'll reply by");
    expect(text).not.toContain('1970');
  });

  it('the end of an embargo is not told as an answer that is due, nor as one that is late', () => {
    for (const dueAt of [new Date(0), new Date(facts.now.getTime() + 1)]) {
      const text = read([{ ...waiting, deadlines: [{ ...deadline, duty: 'embargo', dueAt }] }]);
      expect(text).not.toContain('Sorry');
      expect(text).not.toContain("We'll reply by");
    }
  });

  it('what is public cannot be withdrawn any more, and everything else can', () => {
    const { withdraw } = localeOf('en').mine;
    const at = (status: Report['status']) => read([{ ...talked, report: { ...talked.report, status } }]).split('\n');
    expect(at('disclosed')).not.toContain(withdraw);
    for (const status of ['received', 'acknowledged', 'accepted', 'fixed', 'declined', 'duplicate'] as const)
      expect(at(status)).toContain(withdraw);
  });

  it('nobody is sent to a message that was never written', () => {
    const { mine } = localeOf('en');
    const declined = (row: typeof talked) => read([{ ...row, report: { ...row.report, status: 'declined' } }]);
    const untold = declined({ ...talked, report: { ...talked.report, messages: [] } });
    expect(untold).toContain(mine.status.declined);
    expect(untold).not.toContain('message says why');
    expect(untold).not.toContain(mine.noMessages);
    expect(declined(talked)).toContain(mine.declinedInAMessage);
  });

  it('the reporter who agreed to a public bug sees that they did', () => {
    const { publicBug } = localeOf('en');
    const told = (publicBug: 'no' | 'asked' | 'agreed') => {
      const decline = { reason: 'works_as_intended', publicBug } as const;
      return read([{ ...talked, report: { ...talked.report, status: 'declined', decline } }]);
    };
    expect(told('agreed')).toContain(publicBug.yours);
    expect(told('agreed')).not.toContain(publicBug.question);
    expect(told('asked')).toContain(publicBug.question);
    for (const answer of ['asked', 'no'] as const) expect(told(answer)).not.toContain(publicBug.yours);
  });

  it('whoever has reported nothing yet can report from there', () => {
    const { report } = localeOf('en').intakeMessage;
    const texts = (more: Partial<typeof facts>) => textIn(show('myReports', { ...facts, own: [], ...more }, 'en').view);
    expect(texts({ incomplete: false })).toContain(report);
    for (const more of [{ incomplete: true }, { incomplete: false, continued: true as const }])
      expect(texts(more)).not.toContain(report);
    expect(read([talked])).not.toContain(report);
  });

  it('a reply of the reporter is shown with its time, and nothing where there was none', () => {
    const { answered, added } = localeOf('en').pages;
    expect(read([talked])).toContain(added);
    for (const label of [answered, added]) expect(read([waiting])).not.toContain(label);
  });
});
