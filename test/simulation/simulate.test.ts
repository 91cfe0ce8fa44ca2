import { seeded } from '../chaos/seeded.js';
import { figuresOf } from './figures.js';
import { simulate } from './simulate.js';

test('a week of a team', async () => {
  const span = { from: new Date('2026-09-28T00:00:00+08:00'), days: 7, reports: 12 };
  await simulate(seeded('SIMULATION_SEED'), span, (lived) => {
    const figures = figuresOf(lived);
    expect(figures).toMatchObject({ reports: 12, wrongDeadlines: [], silentBreaches: [], repeated: [] });
  });
}, 120_000);
