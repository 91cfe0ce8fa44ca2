import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { figuresOf } from './figures.js';
import { pageOf } from './page.js';
import type { Lived } from './simulate.js';

/** Where the pages are written, if they are: `npm run simulate` sets it. */
const folder = process.env.SIMULATION_PAGES;

/** Draws what a team lived through, with what it is judged by. */
export async function writePage(name: string, lived: Lived, figures: ReturnType<typeof figuresOf>): Promise<string> {
  const page = pageOf(lived, figures);
  if (folder !== undefined) {
    console.info(name, JSON.stringify(figures));
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, `${name.toLowerCase().replaceAll(' ', '-')}.html`), page);
  }
  return page;
}
