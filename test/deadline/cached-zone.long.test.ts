import { changesOf, minute } from './clock-changes.js';

test('every zone that this machine knows changes its clocks on a whole minute', () => {
  const changes = Intl.supportedValuesOf('timeZone').flatMap((zone) => changesOf(zone).map((at) => ({ zone, at })));
  expect(changes.length).toBeGreaterThan(5000);
  expect(changes.filter(({ at }) => at % minute !== 0)).toEqual([]);
});
