import type { UserActions } from '../user-actions.js';
import type { ActionContext } from './action-context.js';
import { close } from './close.js';
import { command } from './command.js';
import { fill, type } from './fill.js';
import { openHome } from './open-home.js';
import { press } from './press.js';
import { say } from './say.js';
import { shortcut } from './shortcut.js';
import { submit } from './submit.js';
import { suggest } from './suggest.js';

export function createUserActions(context: ActionContext, user: string): UserActions {
  return {
    command: (channel, text) => command(context, user, channel, text),
    say: (channel, text, threadTs) => say(context, user, channel, text, threadTs),
    press: (where, actionId, choice) => press(context, user, where, actionId, choice),
    fill: (view, values) => void fill(context, user, view, values),
    type: (view, values) => type(context, user, view, values),
    suggest: (view, actionId, typed) => suggest(context, user, view, actionId, typed),
    submit: (view, values) => submit(context, user, view, values),
    close: (view, all) => close(context, user, view, all),
    shortcut: (message, callbackId) => shortcut(context, user, message, callbackId),
    openHome: () => openHome(context, user),
  };
}
