import { show } from '../../../../src/slack/views/surfaces.js';
import { english, samplesWith } from '../surface-samples.js';

test('each report of a reminder has its own line, in the order given, and its own button', () => {
  const several = samplesWith(english).reminderMessage.find(({ reminders }) => reminders.length === 3);
  if (several === undefined) throw new Error('no sample with three reports');
  const { blocks } = show('reminderMessage', several, 'en');
  const lines = (blocks ?? []).flatMap((block) => {
    if (block.type !== 'section' || block.accessory?.type !== 'button') return [];
    return [{ named: /VR-\w{4}-\w{4}/.exec(block.text?.text ?? '')?.[0], opens: block.accessory.value }];
  });
  expect(lines).toEqual(several.reminders.map(({ id }) => ({ named: id, opens: expect.stringContaining(id) })));
});
