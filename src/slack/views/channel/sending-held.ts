import type { Locale } from '../../../locales/locale-of.js';
import { holdBlock } from '../block-ids.js';
import type { HoldFacts, SendingHeldFacts } from '../channel-facts.js';
import { surface } from '../declare-surface.js';
import { button, buttons, marked, plain, section } from '../kit/blocks.js';
import { listedIds } from '../kit/listed-ids.js';
import { sharedActions } from '../shared-actions.js';

/** Tells the team that the database is older than the channel. It says ids and nothing else. */
export const sendingHeld = surface('message', 'responder', 'A', (facts: SendingHeldFacts, locale) => {
  const { sendingHeld: say } = locale;
  return {
    text: say.heading,
    blocks: [section(plain([say.heading, ...difference(facts, locale), say.next].join('\n')))],
  };
});

/** Asks a lead whether to go on all the same. */
export const mayGoOn = surface('message', 'lead', 'A', (facts: HoldFacts, locale) => {
  const { sendingHeld: say, terms } = locale;
  const heading = say.toLead(`<#${facts.channel}>`);
  const goOn = {
    ...button(sharedActions.goOn, say.goOn, { style: 'danger' }),
    confirm: {
      title: plain(say.confirmTitle, 100),
      text: plain(say.confirmText, 300),
      confirm: plain(say.confirmYes, 30),
      deny: plain(terms.cancel, 30),
    },
  };
  return {
    text: heading,
    blocks: [
      section(marked(heading)),
      section(plain([...difference(facts, locale), say.choice].join('\n'))),
      { ...buttons(goOn), block_id: holdBlock(facts.since) },
    ],
  };
});

/** Tells a lead who pressed it what comes now. */
export const goesOnNote = surface('ephemeral', 'lead', 'A', (_: Record<never, never>, { sendingHeld: say }) => ({
  text: say.goesOn,
  blocks: [section(plain(say.goesOn))],
}));

function difference({ missing, behind }: SendingHeldFacts, locale: Locale): readonly string[] {
  const { sendingHeld: say } = locale;
  return [
    ...(missing.length === 0 ? [] : [say.missing(listedIds(missing, locale))]),
    ...(behind.length === 0 ? [] : [say.behind(listedIds(behind, locale))]),
  ];
}
