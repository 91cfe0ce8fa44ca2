import { surface } from '../declare-surface.js';
import type { ForTeam } from '../facts.js';
import { button, buttons, plain, section } from '../kit/blocks.js';
import { sharedActions } from '../shared-actions.js';

export const menu = surface('ephemeral', 'anyone', 'A', ({ team }: ForTeam, { menu: say }) => {
  return {
    text: say.intro,
    blocks: [
      section(plain(say.intro)),
      buttons(
        button(sharedActions.openForm, say.report, { style: 'primary' }),
        ...(team
          ? [button(sharedActions.openFormForAnother, say.reportForAnother), button(sharedActions.list, say.list)]
          : []),
        button(sharedActions.mine, say.mine),
        button(sharedActions.help, say.help),
      ),
    ],
  };
});
