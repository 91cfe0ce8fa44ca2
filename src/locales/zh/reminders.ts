import type { Duty } from '../../report/duty.js';
import type { Locale } from '../en.js';

const what: Readonly<Record<Duty, string>> = {
  acknowledge: '答复期限',
  confirm: '决定期限',
  next_update: '下次更新的期限',
  embargo: '保密期结束时间',
};
const notDone: Readonly<Record<Duty, string>> = {
  acknowledge: '还没有人答复报告人',
  confirm: '还没有人决定是否接受',
  next_update: '还没有再次联系报告人',
  embargo: '保密期已过，尚未公开',
};

export const reminder: Locale['reminder'] = {
  heading: (count) => `有 ${count} 份报告等待处理`,
  item: ({ id, duty, due, overdue, assigned, provisional }) =>
    [
      overdue ? `${id} 已逾期。${what[duty]}是 ${due}。` : `${id}：${what[duty]}是 ${due}。`,
      ...(provisional ? ['这个日期是暂定的。'] : []),
      assigned ? '您是处理人。' : '目前还没有人处理，请您关注。',
    ].join(''),
  others: (count) => `另有 ${count} 份报告也在等待处理。`,
  where: (channel) => `卡片在 ${channel}。`,
};

export const rung: Locale['rung'] = {
  before: (id, due, duty) => `${id}：${what[duty]}是 ${due}。`,
  atDeadline: (id, due, duty) => `${id} 的期限已到，${notDone[duty]}。承诺的期限是 ${due}。`,
  after: (id, due, duty) => `${id} 已逾期，${notDone[duty]}。${what[duty]}是 ${due}。`,
  responder: (name) => `处理人：${name}。`,
  nobody: '还没有处理人。请在卡片上按“由我处理”或“答复报告人”。',
};

export const securityChannelAlert: Locale['securityChannelAlert'] = {
  heading: (name) => `安全频道 ${name} 目前不适合处理报告。`,
  reason: {
    not_private: '它不是私密频道。',
    shared: '它与其他组织共享。',
    sharing_pending: '有一个与其他组织共享的邀请尚待处理。',
    guests: '频道中有访客成员。',
    out_of_reach: '本应用看不到它，或者不是它的成员。',
  },
  consequence: '在问题解决之前，不会在那里发布任何与报告有关的内容。应发的消息都会保留，之后补发。',
  wayOut: '请在频道设置中解决，或在配置中指定另一个频道。每十分钟会重新检查一次。',
};
