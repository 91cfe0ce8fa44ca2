import type { Duty } from '../report/duty.js';

export interface ReminderWords {
  heading(count: number): string;
  item(
    facts: Readonly<{
      id: string;
      duty: Duty;
      due: string;
      overdue: boolean;
      assigned: boolean;
      provisional: boolean;
    }>,
  ): string;
  others(count: number): string;
  where(channel: string): string;
}

export interface RungWords {
  before(id: string, due: string, duty: Duty): string;
  atDeadline(id: string, due: string, duty: Duty): string;
  after(id: string, due: string, duty: Duty): string;
  responder(name: string): string;
  readonly nobody: string;
}

export interface ChannelWords {
  heading(channel: string): string;
  readonly reason: Readonly<Record<'not_private' | 'shared' | 'sharing_pending' | 'guests' | 'out_of_reach', string>>;
  readonly consequence: string;
  readonly wayOut: string;
}
