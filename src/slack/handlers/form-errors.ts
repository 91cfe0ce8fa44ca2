import { Refusal } from '../../report/refusal.js';
import { refusalText } from '../views/refusal-text.js';
import type { HandlerDeps } from './handler-deps.js';
import type { FormAnswer, Submitted } from './interaction.js';

/** A rule's no, if that is what was thrown. @throws anything else */
export function refusalIn(error: unknown): Refusal {
  if (!(error instanceof Refusal)) throw error;
  return error as Refusal;
}

/** Tells a refusal at one input of a submitted modal, so that what was typed is kept. */
export function refusedAt(
  block: string,
  refusal: Refusal,
  { language, team }: Submitted,
  { policy, people }: Pick<HandlerDeps, 'policy' | 'people'>,
): FormAnswer {
  const nameOf = (user: string) => people.known(user)?.name;
  const sentence = refusalText(refusal, { language, team, zone: policy.calendar.zone, nameOf });
  return { kind: 'problems', byBlock: { [block]: sentence } };
}
