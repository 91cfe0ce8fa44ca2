import { WebAPIPlatformError } from '@slack/web-api';
import { createHomeRefresher } from '../../../src/slack/notifier/home-refresher.js';
import { until } from '../../support/bounded-poll.js';

const log = { note: () => undefined, warn: () => undefined, fail: () => '' };
const started = () => {
  let now = 0;
  const drawn: string[] = [];
  const homes = createHomeRefresher({
    draw: async (user) => {
      drawn.push(user);
      homes.drawn(user, user.startsWith('T'));
      if (user === 'Tfails') throw new WebAPIPlatformError({ ok: false, error: 'not_enabled' });
    },
    log,
    spaceMs: 1,
    everyMs: 10,
    elapsed: () => now,
  });
  const pass = (ms: number) => {
    now += ms;
  };
  return { homes, drawn, pass };
};

describe('a Home that is out of date', () => {
  it('is drawn anew: one’s own after one’s own action, the team’s and the reporter’s when a report changed', async () => {
    const { homes, drawn, pass } = started();
    for (const user of ['T1', 'T2', 'Reporter', 'Other']) homes.drawn(user, user.startsWith('T'));
    pass(10);
    homes.outdated('Other', false);
    await until('one is drawn', () => drawn.length === 1);
    homes.outdated('Reporter', true);
    await until('the others are drawn', () => drawn.length === 4);
    expect(drawn).toEqual(['Other', 'T1', 'T2', 'Reporter']);
    homes.stop();
  });

  it('is not drawn for whoever has not looked at it, nor again before its time, and one that fails stops no other', async () => {
    const { homes, drawn, pass } = started();
    for (const user of ['Tfails', 'T2']) homes.drawn(user, true);
    homes.drawn('Reporter', false);
    pass(10);
    homes.outdated('Nobody', true);
    await until('both are drawn', () => drawn.length === 2);
    homes.outdated('T2', true);
    homes.outdated('T2', true);
    pass(9);
    homes.outdated('Reporter', false);
    await until('whose time has come is drawn', () => drawn.length === 3);
    expect(drawn).toEqual(['Tfails', 'T2', 'Reporter']);
    pass(1);
    await until('both are drawn again', () => drawn.length === 5);
    expect(drawn.slice(3).toSorted()).toEqual(['T2', 'Tfails']);
    homes.stop();
  });
});
