import type { Config } from '../config/read-config.js';
import { localeOf } from '../locales/locale-of.js';
import { defined } from '../report/defined.js';
import type { SlackExam } from '../slack/notifier/examine-slack.js';
import { scopesAsked } from '../slack/workspace/scopes.js';
import type { Finding, Probe } from './doctor.js';

/** How far this machine's clock may be from Slack's, in seconds. From 300 on, Slack's requests would be refused. */
const clockLimits = { yellow: 30, red: 240 } as const;

/** Checks Slack with the bot's tokens. Posts nothing. */
export function slackProbe(clock: () => Date): Probe {
  return async (config) => {
    const { slack, channels, userGroup, policy } = config;
    const onRota = policy.rota.flatMap(({ responder, deputy }) => [responder, deputy ?? responder]);
    const named = [...new Set([...policy.leads, ...onRota, ...(policy.rotation?.people ?? [])])];
    const { examineSlack } = await import('../slack/notifier/examine-slack.js');
    const exam = await examineSlack({
      botToken: slack.botToken,
      ...(slack.mode === 'socket' ? { appToken: slack.appToken } : {}),
      apiUrl: slack.apiUrl,
      security: channels.security,
      others: [...channels.intake, ...(channels.announce === undefined ? [] : [channels.announce])],
      ...defined({ userGroup }),
      apps: policy.channelApps,
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
    return { name, state: 'green', what: `The bot token works in workspace ${auth.workspace}.` };
  return { name, state: 'red', what: whyRefused(auth.refused) };
}

/** Slack's codes are in small letters, those of the network in capitals. */
function whyRefused(code: string): string {
  if (/^[A-Z_]+$/.test(code))
    return `The name of Slack's host is not found (${code}). Check SLACK_API_URL if it is set, and the DNS of this machine.`;
  if (code === 'unreachable') return 'Slack does not answer. Check the network, and SLACK_API_URL if it is set.';
  return `Slack rejects the bot token (${code}). Reinstall the app, and put the new token into SLACK_BOT_TOKEN.`;
}

function ofScopes({ auth }: SlackExam, { userGroup, policy }: Config): Finding[] {
  if ('refused' in auth) return [];
  const asked = {
    ...scopesAsked,
    ...(userGroup === undefined ? {} : { 'usergroups:read': 'needed' as const }),
    ...(policy.dutyGroup === undefined ? {} : { 'usergroups:write': 'useful' as const }),
  };
  const missing = Object.entries(asked).filter(([scope]) => !auth.scopes.includes(scope));
  const name = 'scopes';
  if (missing.length === 0) return [{ name, state: 'green', what: 'All scopes in slack-manifest.yml are granted.' }];
  const list = missing.map(([scope]) => scope).join(', ');
  const state = missing.some(([, use]) => use === 'needed') ? 'red' : 'yellow';
  return [
    {
      name,
      state,
      what: `Missing: ${list}. Add them to the app and reinstall it. slack-manifest.yml says what each is for.`,
    },
  ];
}

function ofChannels({ channels }: SlackExam): Finding[] {
  if (channels === undefined) return [];
  const { others } = channels;
  const securityChannel = { name: 'security channel', ...ofSecurityChannel(channels) };
  return [
    securityChannel,
    ...others.map(
      ({ channel, reached }): Finding =>
        reached
          ? { name: 'channel', state: 'green', what: `The bot can reach ${channel}.` }
          : {
              name: 'channel',
              state: 'red',
              what: `The bot can't reach ${channel}. Invite it there, or correct the id in the settings.`,
            },
    ),
  ];
}

function ofSecurityChannel(channels: NonNullable<SlackExam['channels']>): Omit<Finding, 'name'> {
  const { security, apps, unseen } = channels;
  if (security === 'unknown') return { state: 'yellow', what: 'Slack did not answer. Run this again.' };
  const { reason } = localeOf('en').securityChannelAlert;
  if (security.length > 0)
    return {
      state: 'red',
      what: `${security.map((one) => reason[one]).join(' ')} ${appsToName(apps)}Nothing is posted there until this is fixed. Or set SECURITY_CHANNEL to another channel.`,
    };
  if (unseen > 0)
    return {
      state: 'yellow',
      what: `It has so many members that Slack's rate limit left ${unseen} of them for later. Nothing is wrong with the others. After its start the bot looks at all of them, about 80 a minute, before it posts there.`,
    };
  return { state: 'green', what: 'Private, not shared, without guests and other apps, and the bot is in it.' };
}

/** Whom to name or to remove: ids, for the policy has no names. */
function appsToName(apps: readonly string[]): string {
  return apps.length === 0 ? '' : `Remove ${apps.join(', ')}, or name them as channelApps in the policy. `;
}

function ofUserGroup({ userGroup }: SlackExam): Finding[] {
  if (userGroup === undefined) return [];
  const name = 'user group';
  if (!('refused' in userGroup) && userGroup.members > 0) {
    const { members } = userGroup;
    return [{ name, state: 'green', what: `${members} ${members === 1 ? 'responder' : 'responders'}.` }];
  }
  const why =
    'refused' in userGroup
      ? `Slack does not say who is in it (${userGroup.refused})`
      : 'Nobody is in it and in the security channel';
  const what = `${why}, so nobody is a responder. Check the group, and its id in SECURITY_USERGROUP.`;
  return [{ name, state: 'red', what }];
}

function ofPeople({ absent }: SlackExam, named: readonly string[]): Finding[] {
  if (absent === undefined || named.length === 0) return [];
  const name = 'people';
  if (absent === 'unknown') return [{ name, state: 'yellow', what: 'Slack did not answer. Run this again.' }];
  if (absent.length === 0)
    return [{ name, state: 'green', what: 'All leads and people on the rota are active members of the workspace.' }];
  const what = `Not active in the workspace: ${absent.join(', ')}. They get no reminders. Correct leads and rota in the policy.`;
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
      what: `No connection (${socket.refused}). Turn on Socket Mode in the app, and give SLACK_APP_TOKEN the scope connections:write.`,
    },
  ];
}

function ofClock({ ahead }: SlackExam): Finding[] {
  if (ahead === undefined) return [];
  const off = Math.abs(ahead);
  const difference = `${off} s ${ahead < 0 ? 'behind' : 'ahead of'} Slack's clock.`;
  if (off <= clockLimits.yellow) return [{ name: 'clock', state: 'green', what: difference }];
  const state = off > clockLimits.red ? 'red' : 'yellow';
  return [{ name: 'clock', state, what: `${difference} Synchronize this machine's clock with NTP.` }];
}
