import { defined } from '../../report/defined.js';
import { verbNamed } from '../views/commands.js';
import { show } from '../views/surfaces.js';
import type { ButtonRoute, Interaction, VerbRoute } from './interaction.js';

/** The menu, help, and a helpful answer to anything else. */
export function menuAndHelpHandlers() {
  const menu = ({ answer, team, language }: Interaction) => answer(show('menu', { team }, language));
  const unknown = ({ answer, team, language }: Interaction, typed: string) =>
    answer(show('unknownVerb', { team, typed }, language));
  const help = async (interaction: Interaction, asked?: string) => {
    const verb = asked === undefined ? undefined : verbNamed(asked);
    if (asked !== undefined && verb === undefined) return await unknown(interaction, asked);
    const { answer, team, language } = interaction;
    await answer(show('help', { team, ...defined({ verb }) }, language));
  };
  return {
    menu,
    unknown,
    buttons: { help: { who: 'anyone', press: (pressed) => help(pressed) } } satisfies Record<string, ButtonRoute>,
    verbs: { help: { who: 'anyone', type: (typed) => help(typed, typed.args[0]) } } satisfies Record<string, VerbRoute>,
  };
}
