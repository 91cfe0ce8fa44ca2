import { localeOf } from '../../../locales/catalogue.js';
import type { Locale } from '../../../locales/locale.js';
import type { ProjectFacts, SetUpFacts } from '../facts.js';
import { intakeBlocks } from '../ids.js';
import { button, buttons, divider, plain, section } from '../kit/blocks.js';
import { escapeMrkdwn } from '../kit/escape.js';
import { cut } from '../kit/truncate.js';
import type { Posted } from '../surface.js';

/** The way in that stands pinned in a shared channel, in both languages: whoever comes by reads one of them. */
export function intakeMessage({ project }: ProjectFacts): Posted {
  const both = (['en', 'zh'] as const).map((language) => localeOf(language));
  return {
    text: both
      .map(({ intakeMessage: say }) => escapeMrkdwn(`${say.heading} ${say.text(cut(project, 100))}`))
      .join('\n'),
    blocks: both.flatMap(({ intakeMessage: say, language }, at) => [
      ...(at === 0 ? [] : [divider]),
      section(plain(`${say.heading}\n${say.text(cut(project, 100))}`)),
      {
        ...buttons(button('openForm', say.report, { style: 'primary' }), button('mine', say.mine)),
        block_id: intakeBlocks[language],
      },
    ]),
  };
}

/** To somebody who can't be written to directly: that their report is stored, and where to look. Nothing else. */
export function receiptWaits(_: Readonly<Record<never, never>>, { intakeMessage: say }: Locale): Posted {
  const text = say.receiptWaits();
  return { text: escapeMrkdwn(text), blocks: [section(plain(text)), buttons(button('mine', say.mine))] };
}

/** To somebody who named the bot in the open. */
export function mentionNote({ project }: ProjectFacts, { intakeMessage: say }: Locale): Posted {
  const text = say.mention(cut(project, 100));
  return {
    text: escapeMrkdwn(text),
    blocks: [
      section(plain(text)),
      buttons(button('openForm', say.report, { style: 'primary' }), button('mine', say.mine)),
    ],
  };
}

/** What came of `/vuln setup`, channel by channel. */
export function setUpNote({ channels }: SetUpFacts, { intakeMessage: say }: Locale): Posted {
  const lines = channels.map(({ channel, done }) =>
    done ? say.setupHandlers(`<#${channel}>`) : say.notSetUp(`<#${channel}>`),
  );
  const text = lines.length === 0 ? say.noChannels : lines.join('\n');
  return { text, blocks: [section({ type: 'mrkdwn', text, verbatim: true })] };
}
