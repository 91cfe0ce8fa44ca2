import type { Locale } from '../../../locales/locale.js';
import type { ForTeam } from '../facts.js';
import { button, buttons, plain, section } from '../kit/blocks.js';
import type { Posted } from '../surface.js';

export function menu({ team }: ForTeam, { menu: say }: Locale): Posted {
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
}
