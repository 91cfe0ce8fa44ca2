import { formatDay } from '../../deadline/format-time.js';
import { localDate, localTime } from '../../deadline/local-date.js';
import { type Language, languageOfLocale } from '../../report/form.js';
import { exampleFor } from '../example-report.js';
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
  /** Of the page itself. */
  language: Language;
  me: string;
  people: readonly PersonOnPage[];
  clock: Readonly<{ day: string; time: string; zone: string; jumps: PageClock['jumps'] }>;
  channels: readonly ChannelOnPage[];
  /** Whether the app has a Home, and Slack gives it to this person. */
  hasHome: boolean;
  /** What this person finds in the menu of a message. */
  shortcuts: readonly Readonly<{ callbackId: string; name: string }>[];
  home: string | undefined;
  modal: ModalOnPage | undefined;
}>;

export type PersonOnPage = Readonly<{
  id: string;
  name: string;
  /** An outsider has a workspace too. */
  kind: 'outsider' | 'team' | 'guest' | 'member';
  workspace: string;
  city: string;
  /** What Slack speaks with them. */
  language: Language;
}>;

export type ModalOnPage = Readonly<{
  id: string;
  /** Changes with each change of the view. */
  version: string;
  title: string;
  submit: string | undefined;
  close: string | undefined;
  html: string;
  errors: Readonly<Record<string, string>>;
  /** An example to fill in, by block id; of the report form only. */
  example: Readonly<Record<string, string | readonly string[]>> | undefined;
}>;

export type PageOf = Readonly<{ world: World; clock: PageClock; language: Language; messageHtml: MessageHtml }>;

/** What the person with this id sees; Ana where nobody has it. */
export function pageView({ world, clock, language, messageHtml }: PageOf, id: string | undefined): PageView {
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
    language,
    me: me.id,
    people: people.map((person) => personOnPage(person, world)),
    clock: {
      day: formatDay(localDate(clock.now(), clock.zone), language),
      time: localTime(clock.now(), clock.zone),
      zone: clock.zone,
      jumps: clock.jumps,
    },
    channels: seen.channels.map((channel) => channelOnPage(channel, seen.messages, { world, viewer, messageHtml })),
    hasHome: me.team === world.home.id && world.app().homeTab,
    shortcuts: me.team === world.home.id ? world.app().shortcuts : [],
    home: seen.home === undefined ? undefined : viewHtml(seen.home, viewer),
    modal: modal === undefined ? undefined : modalOnPage(modal, viewer),
  };
}

function personOnPage(person: Person, world: World): PersonOnPage {
  const { id, realName, team, tz, locale } = person;
  return {
    id,
    name: realName,
    kind: kindOf(person, world),
    workspace: world.team(team).name,
    city: tz.split('/').at(-1)?.replaceAll('_', ' ') ?? tz,
    language: languageOfLocale(locale),
  };
}

function kindOf({ id, team, role }: Person, world: World): PersonOnPage['kind'] {
  if (team !== world.home.id) return 'outsider';
  if (world.channel(sandbox.securityChannel).members.includes(id)) return 'team';
  return role === 'guest' || role === 'single-channel guest' ? 'guest' : 'member';
}

function modalOnPage(view: OpenView, viewer: Viewer): ModalOnPage {
  return {
    id: view.id,
    version: `${view.id} ${view.hash}`,
    title: view.content.title?.text ?? '',
    submit: view.content.submit?.text,
    close: view.content.close?.text,
    html: viewHtml(view, viewer),
    errors: view.errors,
    example: exampleFor(view.content.blocks, languageOfLocale(viewer.reader.locale)),
  };
}

function viewHtml(view: OpenView, viewer: Viewer): string {
  return blocksHtml(blocksWithState(view.content.blocks, view.state), viewer, `v-${view.id}`);
}
