import type { Locale } from '../en.js';
import { spaced } from './spaced.js';

export const onDuty: Locale['onDuty'] = {
  now: (who, until) => `当前值班：${who}，至 ${until}`,
  stays: (who) => `当前值班：${who}`,
  next: (from, who) => spaced`${from}起：${who}`,
  withDeputy: (responder, deputy) => `${responder}，替补 ${deputy}`,
  nobody: '无人',
  line: (name) => spaced`现在由${name}值班。`,
  group: {
    refused: (name, group, code) =>
      spaced`现在由${name}值班，但未能将其加入用户组 ${group}（${code}）。请手动更改该用户组。`,
    why: {
      permission_denied: '此工作区只允许部分人管理用户组。请在工作区设置中允许所有人管理。',
      missing_scope: '本应用缺少 usergroups:write 权限。请让机器人的维护者重新安装应用。',
      other: '请让机器人的维护者检查策略文件中的 dutyGroup。',
    },
  },
  askedHeading: '请您接替值班',
  asked: (who, from, to) => `${who} 请您在 ${from}至 ${to}接替值班。`,
  accept: '接受',
  cover: {
    asked: (who, from, to) => `已请 ${who} 在 ${from}至 ${to}接替您值班。对方接受之前，仍由您值班。`,
    asked_later: (who, from, to) => `将在 ${who} 上班时请对方在 ${from}至 ${to}接替您值班。对方接受之前，仍由您值班。`,
    not_reached: (who) => `未能联系到 ${who}，未作更改。请重试，或另请他人。`,
    accepted: (who, from, to) => `${who} 将在 ${from}至 ${to}接替您值班。`,
    declined: (who, from, to) => `${who} 不能在 ${from}至 ${to}接替您，仍由您值班。`,
    taken: (who, from, to) => `您将在 ${from}至 ${to}接替 ${who} 值班。`,
    refused: (who) => `已记录并告知 ${who}。`,
    not_asked: (who, from, to) => `${from}至 ${to}已不由 ${who} 值班。`,
  },
  none: '无人值班，因为策略文件中没有值班表，也没有轮值。提醒会发到安全频道。',
};
