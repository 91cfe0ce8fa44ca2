import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { Language } from '../../../src/report/form.js';
import { type Drawn, drawAll, surfaceNames, textsOf } from '../../slack/views/every-sample.js';
import { channel, chinese, english, now, userIds } from '../../slack/views/surface-samples.js';
import { startBrowser } from './support/browser.js';
import { writeSheets } from './support/contact-sheets.js';

const told: Partial<Record<Language, typeof english>> = { zh: chinese };

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

test.each(Language.options)('every surface can be looked at in %s', async (language) => {
  const page = await browser.newPage();
  const viewer = {
    reader: { zone: 'Asia/Shanghai', locale: language, now },
    people: userIds.map((id, n) => ({ id, name: ['Rae', 'Lin', 'May'][n] ?? id })),
    channels: [
      { id: channel, name: 'security' },
      { id: 'C0ANNOUNCE', name: 'announcements' },
    ],
  };
  const drawn = withSomethingNew(drawAll(told[language] ?? english, [language]));
  expect(new Set(drawn.map(({ name }) => name)).size).toBe(surfaceNames.length);
  const folder = process.env.PICTURES_DIR ?? join('reports', 'surfaces');
  expect(await writeSheets(page, folder, language, drawn, viewer)).toBeGreaterThan(1);
  await page.close();
});

/** Samples that say something which no earlier sample of their surface said. */
function withSomethingNew(drawn: readonly Drawn[]): readonly Drawn[] {
  const seen = new Map<string, Set<string>>();
  return drawn.filter(({ name, shown }) => {
    const before = seen.get(name) ?? new Set<string>();
    seen.set(name, before);
    const texts = textsOf(shown).map(({ text }) => text.replace(/\d+/g, '0'));
    const isNew = before.size === 0 || texts.some((text) => !before.has(text));
    for (const text of texts) before.add(text);
    return isNew;
  });
}
