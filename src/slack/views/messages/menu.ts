import { surface } from '../declare-surface.js';
import type { ForTeam } from '../facts.js';
import { button, buttons, plain, section } from '../kit/blocks.js';

export const menu = surface('ephemeral', 'anyone', 'A', ({ team }: ForTeam, { menu: say }) => {
  return {
    text: say.intro,
    blocks: [
      section(plain(say.intro)),
      buttons(
        button('openForm', say.report, { style: 'primary' }),
        ...(team ? [button('openFormForAnother', say.reportForAnother), button('list', say.list)] : []),
        button('mine', say.mine),
        button('help', say.help),
      ),
    ],
  };
});
