import type { Hands } from '../hands.js';
import { appHomeOpened } from '../payloads/app-home-opened.js';
import { type Backstage, presentPerson } from './backstage.js';
import { close } from './close.js';
import { command } from './command.js';
import { deliverEvent } from './deliver-event.js';
import { type } from './fill.js';
import { press } from './press.js';
import { say } from './say.js';
import { submit } from './submit.js';

export function createHands(stage: Backstage, user: string): Hands {
  return {
    command: (channel, text) => command(stage, user, channel, text),
    say: (channel, text, threadTs) => say(stage, user, channel, text, threadTs),
    press: (where, actionId, choice) => press(stage, user, where, actionId, choice),
    type: (view, values) => type(stage, user, view, values),
    submit: (view, values) => submit(stage, user, view, values),
    close: (view, all) => close(stage, user, view, all),
    openHome: async () => {
      const { world, now } = stage;
      const person = presentPerson(world, user);
      if (person.team !== world.home.id)
        throw new Error(`${person.realName} is from another workspace and has no Home of this app.`);
      const delivered = await deliverEvent(stage, appHomeOpened(world, user, now()), false);
      return delivered ?? { payload: {}, acked: false, error: 'The app does not subscribe to app_home_opened.' };
    },
  };
}
