import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { seeded } from '../support/seeded.js';
import { asPromised, figuresOf } from './figures.js';
import { pageOf } from './page.js';
import { simulate } from './simulate.js';

/** Where the pages are written, if they are: `npm run simulate` sets it. */
const folder = process.env.SIMULATION_PAGES;

test.each([
  ['National Day', '2026-09-07T00:00:00+08:00'],
  ['Spring Festival', '2026-01-26T00:00:00+08:00'],
])(
  'six weeks with %s',
  async (name, from) => {
    const span = { from: new Date(from), days: 45, reports: 150 };
    await simulate(seeded('SIMULATION_SEED'), span, async (lived) => {
      const figures = figuresOf(lived);
      if (folder !== undefined) {
        const told = Object.fromEntries(Object.entries(figures).map(([key, value]) => [key, JSON.stringify(value)]));
        console.info(name, told);
        await mkdir(folder, { recursive: true });
        await writeFile(join(folder, `${name.toLowerCase().replace(' ', '-')}.html`), pageOf(lived, told));
      }
      expect(figures).toMatchObject({ reports: 150, ...asPromised });
      expect(figures.messages.median).toBeLessThanOrEqual(2);
      // Two or three exploited reports at once bring a reminder every two hours each, whatever the limit of a day.
      expect(figures.messages.most).toBeLessThanOrEqual(10);
      expect(figures.channelPosts.median).toBeLessThanOrEqual(1);
    });
  },
  900_000,
);
