import { localeOf } from '../../../src/locales/locale-of.js';
import { languages } from '../../../src/report/languages.js';
import { actions } from '../../../src/slack/views/actions.js';
import { show } from '../../../src/slack/views/surfaces.js';
import { textIn } from '../../support/screen.js';
import { english, samplesWith } from './surface-samples.js';

const samples = samplesWith(english);

describe.each(languages)('what a sentence says can be done, in %s', (language) => {
  const say = localeOf(language);

  it('if a promise is moved, stands beside the button that moves it', () => {
    const drawn = samples.laterDateMessage.map((facts) => show('laterDateMessage', facts, language).blocks);
    const moves = drawn.map((blocks) => JSON.stringify(blocks).includes(`"${actions.movePromise}"`));
    expect(drawn.map((blocks) => textIn(blocks).includes(say.promise.ifMoved))).toEqual(moves);
    expect(new Set(moves)).toEqual(new Set([true, false]));
  });

  it('by choosing somebody, stands where somebody can be chosen', () => {
    const [words = ''] = say.assign.askedFirst('Lin').split(/[.。]/);
    for (const facts of samples.more) expect(textIn(show('more', facts, language).view.blocks)).not.toContain(words);
    const forms = samples.assignForm.map((facts) => show('assignForm', facts, language).view.blocks);
    expect(forms.map((blocks) => textIn(blocks).includes(words))).toEqual(
      samples.assignForm.map(({ report }) => report.responder !== undefined),
    );
  });

  it('in another language, does not stand beside an advisory that is withdrawn', () => {
    const previews = samples.disclosurePreview.filter(({ advisory }) => advisory.withdrawn !== undefined);
    const texts = previews.map((facts) => textIn(show('disclosurePreview', facts, language).blocks));
    const [ask = ''] = say.disclosure.notWrittenIn('').split(/[:：]/);
    for (const text of texts) expect(text).not.toContain(ask);
    for (const text of texts) expect(text).not.toContain(say.advisory.heading.change);
    expect(texts.length).toBeGreaterThan(0);
  });
});
