import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { sandboxWorld } from '../../src/sandbox/sandbox-world.js';

type Manifest = {
  features: {
    app_home: { home_tab_enabled: boolean; messages_tab_enabled: boolean; messages_tab_read_only_enabled: boolean };
    bot_user: { display_name: string };
    slash_commands: { command: string; should_escape: boolean }[];
    shortcuts: { callback_id: string; name: string }[];
  };
  oauth_config: { scopes: { bot: string[]; bot_optional: string[] } };
  settings: { event_subscriptions?: { bot_events: string[] } };
};

test('the sandbox has the app as the manifest installs it', () => {
  const manifest = parse(readFileSync('slack-manifest.yml', 'utf8')) as Manifest;
  const { features, settings, oauth_config } = manifest;
  const world = sandboxWorld();
  const app = world.app();
  expect([...app.scopes].sort()).toEqual([...oauth_config.scopes.bot, ...oauth_config.scopes.bot_optional].sort());
  expect([...app.events].sort()).toEqual([...(settings.event_subscriptions?.bot_events ?? [])].sort());
  expect(app.commands).toEqual(
    features.slash_commands.map(({ command, should_escape }) => ({ command, shouldEscape: should_escape })),
  );
  expect(app.shortcuts).toEqual(features.shortcuts.map(({ callback_id, name }) => ({ callbackId: callback_id, name })));
  expect(app).toMatchObject({
    homeTab: features.app_home.home_tab_enabled,
    messagesTab: features.app_home.messages_tab_enabled,
    messagesTabReadOnly: features.app_home.messages_tab_read_only_enabled,
  });
  expect(world.person(app.botUser).name).toBe(features.bot_user.display_name);
});

test('each sandbox is a fresh one', () => {
  const [one, other] = [sandboxWorld(), sandboxWorld()];
  one.changeApp({ scopes: [] });
  one.leave('C0GENERAL', 'U00000MEI');
  expect(other.app().scopes).not.toEqual([]);
  expect(other.channel('C0GENERAL').members).toContain('U00000MEI');
});
