import type { Locale } from '../en.js';
import { spaced } from './spaced.js';

export const away: Locale['away'] = {
  noted: (from, to) => `已登记：您 ${from}至 ${to}不在，其间不会提醒您。`,
  substitute: (who, told, later) => {
    if (told) return `由 ${who} 代班，已通知对方。`;
    return later ? `由 ${who} 代班，将在对方上班时通知。` : `由 ${who} 代班，但未能通知到对方，请您转告。`;
  },
  onDutyHears: '您的报告由当时的值班人关注；无人值班时，提醒发到安全频道。',
  clash: (from, to, who) =>
    who === undefined
      ? spaced`其间 ${from}至 ${to}由您值班，且无人可替，请找同事商量。`
      : spaced`其间 ${from}至 ${to}由您值班，将由 ${who} 接替。`,
  weekend: {
    own: (days) => `您每周休息：${days}。`,
    team: '您与团队同休。',
    changed: '休息日不会提醒您。除非与团队同休，团队的调休上班日对您不算工作日。',
    change: (usage) => `如需更改，请输入 ${usage}，换成您的休息日；/vuln away weekends team 恢复与团队同休。`,
  },
  back: '已取消您的不在登记，提醒照常发送。',
  notAway: '您没有登记不在，未作更改。',
  notAsked: '此前已有答复，或已改问他人，未作更改。',
  taken: (count) => (count === 0 ? '已没有需要接手的报告。' : `${count} 份报告已由您处理。`),
  declined: (who) => `已记录并告知 ${who}，改由值班人关注。`,
  standIn: {
    heading: '请您代班',
    days: (who, from, to) => `${who} ${from}至 ${to}不在，请您代班。其间的提醒会发给您。`,
    reports: (count, ids) => `其名下有 ${count} 份报告：${ids}。是否由您接手？`,
    take: () => '我来接手',
    notMe: '我没空',
  },
  noSubstitute: (who, from, to) =>
    `${who} ${from}至 ${to}不能为您代班，改由值班人关注。如需另选他人，请再次输入 /vuln away。`,
};
