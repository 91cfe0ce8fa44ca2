import { formatFullTime } from '../../deadline/format-time.js';
import { type Language, languageOfLocale } from '../../report/form.js';
import { sandbox } from '../sandbox-world.js';
import type { OpenView } from '../view-stacks.js';
import { visibleTo } from '../visible-to.js';
import type { Person, World } from '../world.js';
import { blocksHtml } from './block-html.js';
import { blocksWithState } from './blocks-with-state.js';
import { type ChannelOnPage, channelOnPage } from './channel-on-page.js';
import type { MessageHtml } from './message-html.js';
import type { PageClock } from './page-clock.js';
import type { Viewer } from './viewer.js';

/** All that the page shows to one person. */
export type PageView = Readonly<{
  me: string;
  people: readonly Readonly<{ id: string; name: string; role: string; outsider: boolean }>[];
  clock: Readonly<{ text: string; jumps: PageClock['jumps'] }>;
  channels: readonly ChannelOnPage[];
  /** Whether the app has a Home, and Slack gives it to this person. */
  hasHome: boolean;
  home: string | undefined;
  modal: ModalOnPage | undefined;
}>;

export type ModalOnPage = Readonly<{
  id: string;
  /** Changes with each change of the view. */
  version: string;
  title: string;
  submit: string | undefined;
  close: string;
  html: string;
  errors: Readonly<Record<string, string>>;
}>;

/** What the person with this id sees; Ana where nobody has it. */
export function pageView(world: World, clock: PageClock, id: string | undefined, messageHtml: MessageHtml): PageView {
  const people = world.people().filter(({ role, deactivated }) => role !== 'bot' && !deactivated);
  const me = people.find((person) => person.id === id) ?? world.person(sandbox.ana);
  const seen = visibleTo(world, me.id);
  const viewer: Viewer = {
    reader: { zone: me.tz, locale: me.locale, now: clock.now() },
    people: world.people().map((person) => ({ id: person.id, name: person.realName })),
    channels: world.channels().map((channel) => ({ id: channel.id, name: channel.name })),
  };
  const modal = seen.views.at(-1);
  return {
    me: me.id,
    people: people.map((person) => ({
      id: person.id,
      name: person.realName,
      role: `${roleOf(person, world)} · ${cityAndLanguage(person)}`,
      outsider: person.team !== world.home.id,
    })),
    clock: { text: formatFullTime(clock.now(), clock.zone, 'en'), jumps: clock.jumps },
    channels: seen.channels.map((channel) => channelOnPage(channel, seen.messages, { world, viewer, messageHtml })),
    hasHome: me.team === world.home.id && world.app().homeTab,
    home: seen.home === undefined ? undefined : viewHtml(seen.home, viewer),
    modal: modal === undefined ? undefined : modalOnPage(modal, viewer),
  };
}

function roleOf({ id, team, role }: Person, world: World): string {
  if (team !== world.home.id) return `Outsider, from ${world.team(team).name}`;
  if (world.channel(sandbox.securityChannel).members.includes(id)) return 'Security team';
  return role === 'guest' || role === 'single-channel guest' ? 'Guest' : 'Member of the project';
}

const languageNames: Readonly<Record<Language, string | undefined>> = { en: undefined, zh: '中文' };

/** Zone and language change what the bot writes to a person. */
function cityAndLanguage({ tz, locale }: Person): string {
  const city = tz.split('/').at(-1)?.replaceAll('_', ' ') ?? tz;
  const language = languageNames[languageOfLocale(locale)];
  return language === undefined ? city : `${city}, ${language}`;
}

function modalOnPage(view: OpenView, viewer: Viewer): ModalOnPage {
  return {
    id: view.id,
    version: `${view.id} ${view.hash}`,
    title: view.content.title?.text ?? '',
    submit: view.content.submit?.text,
    close: view.content.close?.text ?? 'Close',
    html: viewHtml(view, viewer),
    errors: view.errors,
  };
}

function viewHtml(view: OpenView, viewer: Viewer): string {
  return blocksHtml(blocksWithState(view.content.blocks, view.state), viewer, `v-${view.id}`);
}
