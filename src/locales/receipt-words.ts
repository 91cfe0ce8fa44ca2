import type { Why } from '../deadline/explain.js';

export interface ReceiptWords {
  readonly title: string;
  readonly close: string;
  stored(id: string): string;
  amended(id: string): string;
  answer(project: string, teamTime: string): string;
  forYou(readerTime: string): string;
  readonly provisional: string;
  counting(workingDays: number): string;
  dayReceived(day: string): string;
  /** `nth` counts the working days from 1; `name` is that of a make-up working day. */
  dayCounted(day: string, nth: number, why: Extract<Why, 'working_day' | 'make_up_day'>, name?: string): string;
  daySkipped(days: string, why: Extract<Why, 'weekend' | 'holiday'>, name?: string): string;
  span(first: string, last: string): string;
  onDuty(name: string): string;
  readonly teamText: string;
  readonly next: string;
  readonly steps: readonly [string, string, string];
  readonly robot: string;
  readonly confidential: string;
}
