import { defined } from '../../report/defined.js';
import { verbNamed } from '../views/commands.js';
import { show } from '../views/surfaces.js';
import type { Handlers, Interaction } from './interaction.js';

/** For a bare `/vuln`, and for a button of an older version. */
export async function showMenu({ answer, team, language }: Interaction): Promise<void> {
  await answer(show('menu', { team }, language));
}

/** A helpful answer to a word that is no verb. */
export async function showUnknownVerb({ answer, team, language }: Interaction, typed: string): Promise<void> {
  await answer(show('unknownVerb', { team, typed }, language));
}

async function showHelp(interaction: Interaction, typed?: string): Promise<void> {
  const verb = typed === undefined ? undefined : verbNamed(typed);
  if (typed !== undefined && verb === undefined) return await showUnknownVerb(interaction, typed);
  const { answer, team, language } = interaction;
  await answer(show('help', { team, ...defined({ verb }) }, language));
}

export function helpHandlers() {
  return {
    buttons: { help: { who: 'anyone', press: (pressed) => showHelp(pressed) } },
    verbs: { help: (typed) => showHelp(typed, typed.args[0]) },
  } satisfies Handlers;
}
