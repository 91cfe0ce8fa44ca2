import type { IsoDate } from '../../deadline/calendar.js';
import { addDays, isDate } from '../../deadline/local-date.js';
import { readMention } from '../views/commands.js';
import type { Access } from '../workspace/access.js';

/** How far ahead days may be. */
const mostDaysAhead = 366;

/** Two days and perhaps a colleague, or what is wrong with them. */
export type TypedDays =
  | Readonly<{ from: IsoDate; to: IsoDate; colleague: string | undefined }>
  | Readonly<{
      problem: 'days_missing' | 'days_unreadable' | 'own_substitute' | 'person_unreadable' | 'person_not_a_responder';
    }>;

/** Reads `FROM TO [@who]`: the first day and the last, neither over nor far ahead, and somebody else on the team. */
export async function readTypedDays(
  [from, to, name]: readonly string[],
  user: string,
  today: IsoDate,
  access: Pick<Access, 'isResponder'>,
): Promise<TypedDays> {
  if (from === undefined || to === undefined) return { problem: 'days_missing' };
  if (!isDate(from) || !isDate(to) || to < from || to < today || to > addDays(today, mostDaysAhead))
    return { problem: 'days_unreadable' };
  const colleague = name === undefined ? undefined : readMention(name);
  if (name !== undefined && colleague === undefined) return { problem: 'person_unreadable' };
  if (colleague === user) return { problem: 'own_substitute' };
  if (colleague !== undefined && !(await access.isResponder({ user: colleague, team: undefined })))
    return { problem: 'person_not_a_responder' };
  return { from, to, colleague };
}
