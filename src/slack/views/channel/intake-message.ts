import { type Locale, localeOf } from '../../../locales/locale-of.js';
import { Language } from '../../../report/form.js';
import { intakeBlocks } from '../block-ids.js';
import { surface } from '../declare-surface.js';
import type { IntakeFacts, ProjectFacts, SetUpFacts } from '../facts.js';
import { button, buttons, divider, plain, section } from '../kit/blocks.js';
import { escapeMrkdwn } from '../kit/escape.js';
import { cut } from '../kit/truncate.js';
import { breakLines } from '../parts/break-lines.js';
import { sharedActions } from '../shared-actions.js';

/** The report button, pinned in a shared channel, in every language: whoever comes by reads one of them. */
const intakeMessage = surface('message', 'anyone', 'A', ({ project, back }: IntakeFacts) => {
  const all = Language.options.map(localeOf);
  const linesOf = (locale: Locale) => [
    locale.intakeMessage.heading,
    locale.intakeMessage.text(cut(project, 100)),
    ...breakLines(back, 'intake', locale),
  ];
  return {
    text: all.map((locale) => escapeMrkdwn(locale.terms.together(linesOf(locale)))).join('\n'),
    blocks: all.flatMap((locale, at) => [
      ...(at === 0 ? [] : [divider]),
      section(plain(linesOf(locale).join('\n'))),
      {
        ...buttons(
          button(sharedActions.openForm, locale.intakeMessage.report, { style: 'primary' }),
          button(sharedActions.mine, locale.intakeMessage.mine),
        ),
        block_id: intakeBlocks[locale.language],
      },
    ]),
  };
});

/** To somebody who can't be written to directly: that their report is stored, and where to look. Nothing else. */
const receiptWaits = surface(
  'ephemeral',
  'own_reporter',
  'A',
  (_: Readonly<Record<never, never>>, { intakeMessage: say }) => {
    const text = say.receiptWaits;
    return { text: escapeMrkdwn(text), blocks: [section(plain(text)), buttons(button(sharedActions.mine, say.mine))] };
  },
);

/** To somebody who named the bot in the open. */
const mentionNote = surface('ephemeral', 'anyone', 'A', ({ project }: ProjectFacts, { intakeMessage: say }) => {
  const text = say.mention(cut(project, 100));
  return {
    text: escapeMrkdwn(text),
    blocks: [
      section(plain(text)),
      buttons(button(sharedActions.openForm, say.report, { style: 'primary' }), button(sharedActions.mine, say.mine)),
    ],
  };
});

/** What came of `/vuln setup`, channel by channel. */
const setUpNote = surface('ephemeral', 'lead', 'A', ({ channels }: SetUpFacts, { intakeMessage: say }) => {
  const lines = channels.map(({ channel, done }) =>
    done ? say.pinned(`<#${channel}>`) : say.notPinned(`<#${channel}>`),
  );
  const text = lines.length === 0 ? say.noChannels : lines.join('\n');
  return { text, blocks: [section({ type: 'mrkdwn', text, verbatim: true })] };
});

export const intakeMessages = { intakeMessage, mentionNote, receiptWaits, setUpNote };
