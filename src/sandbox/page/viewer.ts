import type { DateReader } from './formatted-date.js';

/** Who looks at the page: the clock they read, and the names behind the ids they see. */
export type Viewer = Readonly<{
  reader: DateReader;
  people: readonly Readonly<{ id: string; name: string }>[];
  channels: readonly Readonly<{ id: string; name: string }>[];
}>;
