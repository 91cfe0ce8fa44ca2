import { localeOf } from '../../../src/locales/locale-of.js';
import { Language } from '../../../src/report/form.js';
import { show } from '../../../src/slack/views/surfaces.js';
import { textIn } from '../../support/screen.js';
import { drawAll, walk } from './every-sample.js';
import { chinese, english, samplesWith } from './surface-samples.js';

/** The labels of what only a reporter on Slack has. */
const theirs = Language.options.flatMap((language) => {
  const { mine, triage, message, remediation } = localeOf(language);
  const { makePublicBug } = triage.button;
  return [mine.title, makePublicBug, message.worksForMe, remediation.button.agreeEarly];
});

/** Forms whose message goes by e-mail or telephone. */
const byHand = [english, chinese]
  .flatMap((told) => drawAll(told))
  .filter(({ language, shown }) => {
    if (!('view' in shown) || shown.view.type !== 'modal') return false;
    const { submit, private_metadata: carried } = shown.view;
    return submit?.text === localeOf(language).acknowledge.elsewhere.submit || carried?.includes('by_hand') === true;
  });

test('there are such forms of each kind: acknowledging, asking and deciding', () => {
  const kinds = ['acceptForm', 'declineForm', 'duplicateForm', 'messageForm', 'sentElsewhere'];
  expect(byHand.map(({ name }) => name)).toEqual(expect.arrayContaining(kinds));
});

test.each(Language.options)('what a reporter wrote elsewhere is recorded among the messages, in %s', (language) => {
  const { assign, triage, messages } = localeOf(language);
  const drawn = samplesWith(english)
    .more.map((facts) => textIn(show('more', facts, language).view.blocks).split('\n'))
    .filter((texts) => texts.includes(triage.button.theirAnswer));
  const between = drawn.map((texts) => {
    const from = texts.indexOf(`*${assign.stage.messages}*`);
    return texts.slice(from, texts.indexOf(messages.note)).includes(triage.button.theirAnswer);
  });
  expect(new Set(between)).toEqual(new Set([true]));
});

test.each(byHand.map((one) => [one.what, one.shown] as const))(
  '%s speaks of no button that its reporter lacks',
  (_, shown) => {
    const said: string[] = [];
    walk(shown, ({ initial_value: draft, hint }) => {
      if (typeof draft === 'string') said.push(draft);
      if (hint !== undefined) said.push(JSON.stringify(hint));
    });
    expect(theirs.filter((label) => said.some((text) => text.includes(label)))).toEqual([]);
  },
);
