import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pageOf } from './page.js';
import type { Lived } from './simulate.js';

/** Where the pages are written, if they are: `npm run simulate` sets it. */
const folder = process.env.SIMULATION_PAGES;

/** Draws what a team lived through, with what it is judged by. */
export async function writePage(
  name: string,
  lived: Lived,
  figures: Readonly<Record<string, unknown>>,
): Promise<string> {
  const told = Object.fromEntries(Object.entries(figures).map(([key, value]) => [key, JSON.stringify(value)]));
  const page = pageOf(lived, told);
  if (folder !== undefined) {
    console.info(name, told);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, `${name.toLowerCase().replaceAll(' ', '-')}.html`), page);
  }
  return page;
}
