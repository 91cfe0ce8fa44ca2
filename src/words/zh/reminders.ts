import type { ChannelWords, ReminderWords, RungWords } from '../words.js';

export const reminder: ReminderWords = {
  heading: (count) => `有 ${count} 份报告等待答复`,
  item: ({ id, due, overdue, assigned, provisional }) =>
    [
      overdue ? `${id} 已逾期。答复期限是 ${due}。` : `${id}：答复期限 ${due}。`,
      ...(provisional ? ['这个日期是暂定的。'] : []),
      assigned ? '您是处理人。' : '目前还没有人答复，请您关注。',
    ].join(''),
  others: (count) => `另有 ${count} 份报告也在等待答复。`,
  where: (channel) => `卡片在 ${channel}。`,
};

export const rung: RungWords = {
  before: (id, due) => `${id} 尚未答复，期限是 ${due}。`,
  atDeadline: (id, due) => `${id} 的期限已到，还没有人答复报告人。承诺的答复期限是 ${due}。`,
  after: (id, due) => `${id} 已逾期，至今没有人答复报告人。答复期限是 ${due}。`,
  responder: (name) => `处理人：${name}。`,
  nobody: '还没有处理人。请在卡片上按“由我处理”或“答复报告人”。',
};

export const channel: ChannelWords = {
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
