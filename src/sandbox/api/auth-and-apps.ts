import type { Method } from './method.js';

export const appItself: Readonly<Record<string, Method>> = {
  'auth.test': {
    run: ({ world, url }) => {
      const { botUser, botId } = world.app();
      const { id, name } = world.home;
      const user = world.person(botUser).name;
      return {
        url: `${url}/`,
        team: name,
        user,
        team_id: id,
        user_id: botUser,
        bot_id: botId,
        ...(world.enterprise === undefined ? {} : { enterprise_id: world.enterprise.id }),
        is_enterprise_install: false,
      };
    },
  },
  'api.test': { run: ({ args }) => ({ args }) },
  'apps.connections.open': { token: 'app', run: ({ socketUrl }) => ({ url: socketUrl() }) },
};
