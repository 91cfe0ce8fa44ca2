import { actions } from '../../../src/slack/views/actions.js';
import type { SurfaceName } from '../../../src/slack/views/surfaces.js';
import { type Drawn, drawAll, surfaceNames, textsOf, walk } from './every-sample.js';
import { chinese, english } from './surface-samples.js';

/** Surfaces that name a report and lead nowhere, and why that is right. */
const reasoned: Partial<Record<SurfaceName, string>> = {
  help: 'The id is an example.',
  usageNote: 'The id is an example.',
  threadLine: 'It stands below the card of its report.',
  disclosurePreview: 'It stands below the card of its report.',
  announcement: 'It is public, and all there is to read is in it.',
  standInMessage: 'It asks about many reports at once. Whoever takes them is told of each.',
  setAside: 'The bot can’t show the report any more. It says whom to ask.',
  mayGoOn: 'The database lacks the reports, or has them as they were before. It has the button that goes on.',
  erasedCard: 'The report is erased, and there is nothing to open.',
  erasedMessage: 'The report is erased, and there is nothing to open.',
  retentionLine: 'It tells of many closed reports at once. `/vuln show` opens each.',
  sendingHeld: 'The database lacks the reports. It says what to do.',
};

const idOfReport = /\bVR-[0-9A-Z]{4}-[0-9A-Z]{4}\b/;
const lists: readonly string[] = [actions.mine, actions.list];

/** Whether it names a report and has neither a button about one, nor a list, nor a link, nor a form to fill in. */
function leadsNowhere({ shown }: Drawn): boolean {
  if (!textsOf(shown).some(({ text }) => idOfReport.test(text))) return false;
  if ('view' in shown && shown.view.type === 'modal' && shown.view.submit !== undefined) return false;
  let ways = 0;
  walk(shown, ({ type, value, action_id: action }) => {
    if (type === 'link') ways += 1;
    if (type === 'button' && (idOfReport.test(String(value)) || lists.includes(String(action)))) ways += 1;
  });
  return ways === 0;
}

const drawn = [english, chinese].flatMap((told) => drawAll(told));
const deadEnds = (name: SurfaceName) => drawn.filter((one) => one.name === name && leadsNowhere(one));

test.each(surfaceNames.filter((name) => reasoned[name] === undefined))(
  '%s: whatever names a report leads on',
  (name) => {
    expect(deadEnds(name).map(({ what }) => what)).toEqual([]);
  },
);

test.each(Object.keys(reasoned) as SurfaceName[])('%s still has to be excepted', (name) => {
  expect(deadEnds(name).length).toBeGreaterThan(0);
});
