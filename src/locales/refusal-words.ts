import type { RefusalCode, RefusalReasons } from '../report/refusal.js';

/** How a refusal tells of a person and of a moment, in the place where it is shown. */
export type Tell = Readonly<{ person: (user: string) => string; time: (at: Date) => string }>;

export interface RefusedWords {
  readonly title: string;
  /** One sentence for everybody who may not, whether or not what they asked for exists. */
  readonly notForYou: string;
}

export type RefusalWords = { readonly [C in RefusalCode]: (reasons: RefusalReasons[C], tell: Tell) => string };
