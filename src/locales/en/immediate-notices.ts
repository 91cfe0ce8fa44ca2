import { dueBy } from './duties.js';

/** Who is needed is told at once. Ids, dates and whether it is urgent: nothing more. */
export const immediateNotice = {
  heading: {
    on_duty: (id: string) => `New report ${id}. You're on duty.`,
    lead: (id: string) => `New report ${id}. You're a lead.`,
    assigned: (id: string) => `${id} was assigned to you.`,
  },
  due: dueBy,
  exploited: 'Already being exploited, the reporter says.',
  public: 'Already public, the reporter says.',
  openCard: 'Open card',
};
