import type { Config } from '../config/read-config.js';
import { localeOf } from '../locales/locale.js';
import { defined } from '../report/defined.js';
import type { SlackExam } from '../slack/notifier/examine-slack.js';
import { scopesAsked } from '../slack/workspace/scopes.js';
import type { Finding, Probe } from './doctor.js';

/** Seconds off Slack's clock that should be looked into, and that are too many: Slack's requests are refused from 300 on. */
const clockLimits = { yellow: 30, red: 240 } as const;

/** Looks at Slack with the bot's tokens and posts nothing. */
export function slackProbe(clock: () => Date): Probe {
  return async (config) => {
    const { slack, channels, userGroup, policy } = config;
    const onRota = policy.rota.flatMap(({ responder, deputy }) => [responder, deputy ?? responder]);
    const named = [...new Set([...policy.leads, ...onRota])];
    const { examineSlack } = await import('../slack/notifier/examine-slack.js');
    const exam = await examineSlack({
      botToken: slack.botToken,
      ...(slack.mode === 'socket' ? { appToken: slack.appToken } : {}),
      apiUrl: slack.apiUrl,
      security: channels.security,
      others: [...channels.intake, ...(channels.announce === undefined ? [] : [channels.announce])],
      ...defined({ userGroup }),
      named,
      clock,
    });
    return [
      ...[
        ofToken(exam),
        ...ofScopes(exam, config),
        ...ofChannels(exam),
        ...ofUserGroup(exam),
        ...ofPeople(exam, named),
      ],
      ...[...ofSocket(exam), ...ofClock(exam)],
    ];
  };
}

function ofToken({ auth }: SlackExam): Finding {
  const name = 'Slack';
  if (!('refused' in auth))
    return { name, state: 'green', what: `The bot token is good for workspace ${auth.workspace}.` };
  const remedy =
    auth.refused === 'unreachable'
      ? 'look at the network, and at SLACK_API_URL where it is set.'
      : 'install the app again, and put the new token into SLACK_BOT_TOKEN.';
  return { name, state: 'red', what: `Does not take the bot token (${auth.refused}): ${remedy}` };
}

function ofScopes({ auth }: SlackExam, { userGroup }: Config): Finding[] {
  if ('refused' in auth) return [];
  const asked = { ...scopesAsked, ...(userGroup === undefined ? {} : { 'usergroups:read': 'needed' as const }) };
  const missing = Object.entries(asked).filter(([scope]) => !auth.scopes.includes(scope));
  const name = 'scopes';
  if (missing.length === 0)
    return [{ name, state: 'green', what: 'All that slack-manifest.yml asks for are granted.' }];
  const list = missing.map(([scope]) => scope).join(', ');
  const state = missing.some(([, use]) => use === 'needed') ? 'red' : 'yellow';
  return [
    {
      name,
      state,
      what: `Not granted: ${list}. slack-manifest.yml says what each is for; add them to the app and install it again.`,
    },
  ];
}

function ofChannels({ channels }: SlackExam): Finding[] {
  if (channels === undefined) return [];
  const { security, others } = channels;
  const { reason } = localeOf('en').securityChannelAlert;
  const securityChannel: Finding =
    security === 'unknown'
      ? { name: 'security channel', state: 'yellow', what: 'Slack could not tell just now: run this again.' }
      : security.length === 0
        ? {
            name: 'security channel',
            state: 'green',
            what: 'Private, shared with nobody, without guests, and the bot is in it.',
          }
        : {
            name: 'security channel',
            state: 'red',
            what: `${security.map((one) => reason[one]).join(' ')} Nothing is posted there until that is mended; or name another channel in SECURITY_CHANNEL.`,
          };
  return [
    securityChannel,
    ...others.map(
      ({ channel, reached }): Finding =>
        reached
          ? { name: 'channel', state: 'green', what: `${channel} is reached.` }
          : {
              name: 'channel',
              state: 'red',
              what: `${channel} is not reached: invite the bot there, or mend its id in the settings.`,
            },
    ),
  ];
}

function ofUserGroup({ userGroup }: SlackExam): Finding[] {
  if (userGroup === undefined) return [];
  const name = 'user group';
  if (!('refused' in userGroup) && userGroup.members > 0) {
    const { members } = userGroup;
    return [{ name, state: 'green', what: `${members} ${members === 1 ? 'member' : 'members'}: the responders.` }];
  }
  const why = 'refused' in userGroup ? `Slack does not tell who is in it (${userGroup.refused})` : 'Nobody is in it';
  const what = `${why}: nobody counts as a responder. Look at the group, and at its id in SECURITY_USERGROUP.`;
  return [{ name, state: 'red', what }];
}

function ofPeople({ absent }: SlackExam, named: readonly string[]): Finding[] {
  if (absent === undefined || named.length === 0) return [];
  const name = 'people';
  if (absent === 'unknown') return [{ name, state: 'yellow', what: 'Slack could not tell just now: run this again.' }];
  if (absent.length === 0)
    return [{ name, state: 'green', what: 'Leads and rota name active members of the workspace alone.' }];
  const what = `No active members of the workspace: ${absent.join(', ')}. No reminder reaches them: correct leads and rota in the policy.`;
  return [{ name, state: 'red', what }];
}

function ofSocket({ socket }: SlackExam): Finding[] {
  const name = 'Socket Mode';
  if (socket === undefined) return [];
  if (socket === 'opens') return [{ name, state: 'green', what: 'The app-level token opens connections.' }];
  return [
    {
      name,
      state: 'red',
      what: `No connection (${socket.refused}): SLACK_APP_TOKEN needs the scope connections:write, and the app Socket Mode.`,
    },
  ];
}

function ofClock({ ahead }: SlackExam): Finding[] {
  if (ahead === undefined) return [];
  const off = Math.abs(ahead);
  const told = `${off} s ${ahead < 0 ? 'behind' : 'ahead of'} Slack's`;
  if (off <= clockLimits.yellow) return [{ name: 'clock', state: 'green', what: `${told}.` }];
  const state = off > clockLimits.red ? 'red' : 'yellow';
  return [{ name: 'clock', state, what: `${told}: let this machine keep time by NTP.` }];
}
