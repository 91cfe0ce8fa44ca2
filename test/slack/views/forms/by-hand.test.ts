import { localeOf } from '../../../../src/locales/locale-of.js';
import type { Language } from '../../../../src/report/form.js';
import { type FactsOf, show } from '../../../../src/slack/views/surfaces.js';
import { english, samplesWith, type Told } from '../surface-samples.js';

const samples = (language: Language) => samplesWith({ ...english, language } satisfies Told);

describe.each(['en', 'zh'] as const)('to a reporter whom the app can’t reach, in %s', (language) => {
  const { mine, acknowledge } = localeOf(language);
  const messages = samples(language).messageForm.filter(({ byHand }) => byHand);

  it.each(messages.map((facts) => [facts.purpose, facts] as const))(
    'a %s names no button of ours, and is sent by hand',
    (_, facts) => {
      const { view } = show('messageForm', facts, language);
      expect(JSON.stringify(view.blocks)).not.toContain(mine.title);
      expect(view.submit?.text).toBe(acknowledge.elsewhere.submit);
      const onSlack = show('messageForm', { ...facts, byHand: false }, language).view;
      expect(onSlack.submit?.text).not.toBe(acknowledge.elsewhere.submit);
    },
  );

  it('the draft of a decision names no button of ours, and says who sends it', () => {
    const [sample] = samples(language).declineForm;
    if (sample === undefined) throw new Error('no sample');
    const draft = (byHand: boolean) =>
      localeOf(language).decline.draft({
        ...{ reporter: 'Rae', id: sample.report.id, project: 'KubeSphere', responder: 'Lin' },
        ...{ reason: 'out_of_scope', asksForPublicBug: true, byHand },
      });
    expect(draft(true)).not.toContain(mine.title);
    expect(draft(false)).toContain(mine.title);
    const told: FactsOf<'declineForm'> = { ...sample, byHand: true };
    const blocks = JSON.stringify(show('declineForm', told, language).view.blocks);
    const { tell } = localeOf(language).decisionMessage;
    expect(blocks.includes(tell.none)).toBe(blocks.includes(tell.sent));
    expect(blocks).not.toContain(tell.send);
  });
});
