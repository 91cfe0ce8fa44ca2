import { show } from '../../../src/slack/surfaces.js';
import { wordsIn } from '../../support/eyes.js';
import { english, samplesWith } from '../surface-samples.js';

const facts = samplesWith(english).myReports.find(({ own }) => own.length > 1);
const [waiting, talked] = facts?.own ?? [];
if (facts === undefined || waiting === undefined || talked === undefined) throw new Error('no sample');
const read = (own: typeof facts.own) => wordsIn(show('myReports', { ...facts, own }, 'en').view);
const [deadline] = waiting.deadlines;
if (deadline === undefined) throw new Error('nothing is due in the sample');

describe('under My reports', () => {
  it.each([
    ['acknowledge', 'You are answered by'],
    ['confirm', 'what the team has decided'],
    ['next_update', 'You hear from us again by'],
  ] as const)('the reporter reads what is promised: %s', (duty, sentence) => {
    const text = read([{ ...waiting, deadlines: [{ ...deadline, duty, dueAt: new Date(facts.now.getTime() + 1) }] }]);
    expect(text).toContain(sentence);
    expect(text).not.toContain('are late');
  });

  it('the end of an embargo is not told as an answer that is due, nor as one that is late', () => {
    for (const dueAt of [new Date(0), new Date(facts.now.getTime() + 1)]) {
      const text = read([{ ...waiting, deadlines: [{ ...deadline, duty: 'embargo', dueAt }] }]);
      expect(text).not.toContain('are late');
      expect(text).not.toContain('You are answered by');
    }
  });

  it('a letter of the reporter is told with its time, and nothing where there was none', () => {
    expect(read([talked])).toContain('You added, ');
    expect(read([waiting])).not.toMatch(/You (added|answered), /);
  });
});
