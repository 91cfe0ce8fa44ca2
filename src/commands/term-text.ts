import type { Term } from '../deadline/term.js';

/** `2 working days`, `1 hour` */
export function termText(term: Term): string {
  if ('workingDays' in term) return count(term.workingDays, 'working day');
  return 'hours' in term ? count(term.hours, 'hour') : count(term.calendarDays, 'calendar day');
}

function count(n: number, unit: string): string {
  return `${n} ${unit}${n === 1 ? '' : 's'}`;
}
