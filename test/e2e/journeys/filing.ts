import type { Message } from '../../../src/sandbox/message-log.js';
import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import type { SlackEmulator } from '../../../src/sandbox/slack-emulator.js';
import { inputs } from '../../../src/slack/views/ids.js';
import type { RunningBot } from '../../support/running-bot.js';
import { lastOf, openModal, postsSeenBy } from '../../support/what-is-shown.js';
import { type FilledForm, publishedReports } from './published-reports.js';

/** What stands in the form, by input. */
export function valuesOf(form: FilledForm): Record<string, string | readonly string[]> {
  return {
    [inputs.title]: form.title,
    [inputs.overview]: form.overview,
    [inputs.versions]: form.versions,
    [inputs.otherVersions]: form.otherVersions,
    [inputs.cve]: form.cve,
    [inputs.verification]: form.verification,
    [inputs.contact]: form.contact,
    [inputs.language]: form.language,
  };
}

export function aForm(): FilledForm {
  const [form] = publishedReports;
  if (form === undefined) throw new Error('no report to file');
  return form;
}

/** The cards in the security channel, oldest first. */
export function cardsOn(slack: SlackEmulator): readonly Message[] {
  return postsSeenBy(slack, sandbox.mei, sandbox.securityChannel);
}

export async function openFormOf(bot: RunningBot, user: string) {
  await bot.slack.as(user).command(sandbox.general, '/vuln report');
  await bot.quiet();
  return openModal(bot.slack, user);
}

/** Files a report as somebody and returns its card. */
export async function file(bot: RunningBot, user: string, title: string): Promise<Message> {
  const view = await openFormOf(bot, user);
  await bot.slack.as(user).submit(view.id, { ...valuesOf(aForm()), [inputs.title]: title });
  await bot.quiet();
  await bot.slack.as(user).close(openModal(bot.slack, user).id);
  return lastOf(cardsOn(bot.slack), 'card');
}

export function idOn(card: Message): string {
  const id = /VR-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(card.text)?.[0];
  if (id === undefined) throw new Error('the card names no report');
  return id;
}
