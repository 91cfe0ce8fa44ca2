import { seeded } from '../support/seeded.js';
import { asPromised, figuresOf, most } from './figures.js';
import { simulate } from './simulate.js';
import { writePage } from './write-page.js';

test('a week of a team', async () => {
  const span = { from: new Date('2026-09-28T00:00:00+08:00'), days: 7, reports: 12 };
  await simulate(seeded('SIMULATION_SEED'), span, async (lived) => {
    const figures = figuresOf(lived);
    // It is one file, whatever stands beside it.
    expect(await writePage('a week', lived, figures)).not.toMatch(/\s(src|href)=|url\(|@import/);
    expect(figures).toMatchObject({ reports: 12, ...asPromised });
    expect(figures.messages.median).toBeLessThanOrEqual(most.medianMessages);
    expect(figures.messages.most).toBeLessThanOrEqual(most.messages);
    expect(figures.channelPosts.median).toBeLessThanOrEqual(most.medianPosts);
  });
}, 240_000);
