import type { UserActions } from '../user-actions.js';
import type { Backstage } from './action-context.js';
import { close } from './close.js';
import { command } from './command.js';
import { type } from './fill.js';
import { openHome } from './open-home.js';
import { press } from './press.js';
import { say } from './say.js';
import { submit } from './submit.js';

export function createUserActions(stage: Backstage, user: string): UserActions {
  return {
    command: (channel, text) => command(stage, user, channel, text),
    say: (channel, text, threadTs) => say(stage, user, channel, text, threadTs),
    press: (where, actionId, choice) => press(stage, user, where, actionId, choice),
    type: (view, values) => type(stage, user, view, values),
    submit: (view, values) => submit(stage, user, view, values),
    close: (view, all) => close(stage, user, view, all),
    openHome: () => openHome(stage, user),
  };
}
