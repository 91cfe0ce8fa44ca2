import { securityTeam } from '../../../handling/reminder-recipients.js';
import type { SetAsideFacts } from '../channel-facts.js';
import { surface } from '../declare-surface.js';
import { marked, plain, section } from '../kit/blocks.js';

/** Tells the team that the bot can't work on a report any more, or whose reminders somebody changed. It says the id and nothing else. */
export const setAside = surface('message', 'responder', 'A', ({ id, why }: SetAsideFacts, { setAsideAlarm }) => {
  const [, user] = (why === 'changed' && /^person\/(\w+)$/.exec(id)) || [];
  if (user === undefined) return { text: setAsideAlarm[why](id), blocks: [section(plain(setAsideAlarm[why](id)))] };
  const told = setAsideAlarm.reminders(user === securityTeam ? setAsideAlarm.thisChannel : `<@${user}>`);
  return { text: told, blocks: [section(marked(told))] };
});
