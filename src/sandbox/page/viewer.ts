import type { DateReader } from './formatted-date.js';

/** For whom the page is drawn: how they read dates, and the names behind the ids they see. */
export type Viewer = Readonly<{
  reader: DateReader;
  people: readonly Readonly<{ id: string; name: string }>[];
  channels: readonly Readonly<{ id: string; name: string }>[];
}>;
