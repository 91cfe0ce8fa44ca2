import type { SetAsideFacts } from '../channel-facts.js';
import { surface } from '../declare-surface.js';
import { plain, section } from '../kit/blocks.js';

/** Tells the team that the bot can't work on a report any more. It says the id and nothing else. */
export const setAside = surface('message', 'responder', 'A', ({ id, why }: SetAsideFacts, { setAsideAlarm }) => {
  const [, user] = /^person\/(\w+)$/.exec(id) ?? [];
  const told = user === undefined ? setAsideAlarm[why](id) : setAsideAlarm.reminders(user);
  return { text: told, blocks: [section(plain(told))] };
});
