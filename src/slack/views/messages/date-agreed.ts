import { surface } from '../declare-surface.js';
import { plain, section } from '../kit/blocks.js';

/** Under the date that the team proposed, once its reporter has agreed. */
export const dateAgreed = surface('ephemeral', 'own_reporter', 'A', (_: Record<never, never>, { message: say }) => ({
  text: say.dateAgreed,
  blocks: [section(plain(say.dateAgreed))],
}));
