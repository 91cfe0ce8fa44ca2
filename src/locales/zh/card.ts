import type { Locale } from '../en.js';

const due = { acknowledge: '答复期限', confirm: '决定期限', next_update: '下次更新期限', embargo: '保密期至' };

export const card: Locale['card'] = {
  label: {
    id: '报告',
    status: '状态',
    answered: '答复时间',
    responder: '处理人',
    reporter: '报告人',
    affected: '受影响的版本',
    components: '组件',
    cve: 'CVE 编号',
  },
  due,
  dueAt: (duty, time) => `${due[duty]}：${time}`,
  waitsForReporter: '等待报告人',
  waitingSince: (time) => `自 ${time} 提问以来`,
  nobody: '暂无',
  noCve: '未提供',
  noVersions: '未选择',
  filedFor: (reporter, filer) => `${reporter}（由 ${filer} 代为提交）`,
  version: (name, verdict) => `${name}，${verdict}`,
  answeredBy: (name, time) => `${time}，${name}`,
  gist: ({ title, id, status, next, responder }) =>
    [
      `[Security] ${title}。`,
      `${id}，状态：${status}。`,
      ...(next === undefined ? [] : [`${next}。`]),
      `处理人：${responder}。`,
    ].join(''),
  doubt: (time) => `无法确定 ${time} 发给报告人的消息是否送达。对方收到了吗？`,
  undelivered: 'Slack 未能将消息送达报告人，因此这份报告仍视为未答复。请按“答复报告人”，改用其他方式联系对方。',
  undeliveredLater: (time) => `Slack 未能将 ${time} 的消息送达报告人。请按“更多…”，改用其他方式联系对方。`,
  acknowledge: '答复报告人',
  assignToMe: '由我处理',
  show: '查看报告',
  more: '更多…',
  arrived: '已收到',
  sendAgain: '重新发送',
};

export const thread: Locale['thread'] = {
  received: (reporter, due) => `${reporter} 提交了这份报告，答复期限：${due}。`,
  filed: (filer, reporter, receivedAt, due) =>
    `${filer} 代 ${reporter} 提交了这份报告。团队收到的时间：${receivedAt}；答复期限：${due}。`,
  amended: '报告人修改了内容，请用“查看报告”阅读新的内容。',
  took: (responder) => `${responder} 现在是处理人。`,
  assigned: (by, responder) => `${by} 将处理人设为 ${responder}。`,
  acknowledged: (by, reporter, route) =>
    route === 'direct_message' ? `${by} 已发消息答复 ${reporter}。` : `${by} 已通过邮件或电话答复 ${reporter}。`,
  messageSent: (by, reporter, purpose, route) =>
    `${by} 已${route === 'by_hand' ? '通过邮件或电话' : ''}${purpose === 'question' ? `向 ${reporter} 提问` : `给 ${reporter} 发了消息`}。`,
  noted: (by) => `${by} 添加了一条内部备注，可用“查看报告”阅读。`,
  wrote: (reporter, purpose) =>
    purpose === 'answer' ? `${reporter} 已回复，可用“查看报告”阅读。` : `${reporter} 补充了信息，可用“查看报告”阅读。`,
  withdrawn: (reporter) => `${reporter} 撤回了这份报告。`,
  doubted: '无法确定给报告人的消息是否送达，请在卡片上确认。',
  failed: 'Slack 未能将一条消息送达报告人，请按卡片上的提示处理。',
  confirmed: (by) => `${by} 已确认报告人收到了消息。`,
  sentAgain: (by) => `${by} 让消息重新发给了报告人。`,
  clock: 'Vulndesk',
};
