import type { Locale } from '../en.js';
import { dutySentences } from './duties.js';
import { spaced } from './spaced.js';

const known = '已被利用或公开。';

export const reminder: Locale['reminder'] = {
  known,
  heading: (count) => `您有 ${count} 份报告待处理`,
  item: ({ id, duty, due, overdue, who, provisional, exploited }) =>
    [
      `${id}：`,
      ...(exploited ? [known] : []),
      overdue ? `${dutySentences[duty].late(due)}${dutySentences[duty].now}` : dutySentences[duty].by(due),
      ...(provisional ? ['这个日期可能会变。'] : []),
      who,
    ].join(''),
  yours: '由您处理。',
  heldBy: (name) => spaced`由${name}处理，尚未完成，请您关注。`,
  held: '已有处理人，尚未完成，请您关注。',
  nobody: '暂无处理人，请您关注。',
  others: (count) => `另有 ${count} 份报告待您处理。`,
  where: (channel) => `卡片在 ${channel}。`,
  snooze: { twoHours: '2 小时后再提醒', tomorrow: '明天', nextWorkingDay: '下一个工作日', lastToo: '这些也不提醒…' },
  lastAt: (id, time) => `${id}：${time}`,
  stillComes: '其间仍会发送以下期限前的最后一次提醒：',
  toLead: (who, until) => spaced`${who}在 ${until}前不接收期限前的最后一次提醒，原因请打开报告查看。`,
  snoozeForm: {
    title: '跳过最后一次提醒',
    intro: (until) => spaced`在 ${until}前不再提醒您，以下期限也不例外：`,
    consequence: '系统会告知负责人，他们可在各份报告中看到您填写的原因。如有逾期，仍会提醒您。',
    reason: '原因',
    reasonHint: '例如其间由谁处理。仅团队内部可见。',
    submit: '不再提醒',
  },
  thread: {
    snoozed: (by, until) => spaced`${by}在 ${until}前不接收期限前的最后一次提醒，原因见处理记录。`,
  },
  snoozed: (time) => spaced`将在 ${time}再次提醒您。期限前的最后一次提醒和逾期提醒照常发送。`,
};

export const digest: Locale['digest'] = {
  heading: ({ overdue, soon, fresh }) =>
    [
      ...(overdue > 0 ? [`已逾期 ${overdue} 份`] : []),
      ...(soon > 0 ? [`即将到期 ${soon} 份`] : []),
      ...(fresh > 0 ? [`新收到 ${fresh} 份`] : []),
    ].join(' · '),
  item: ({ duty, due, overdue, who, provisional, exploited }) =>
    [
      ...(exploited ? [known] : []),
      overdue ? dutySentences[duty].late(due) : dutySentences[duty].by(due),
      ...(provisional ? ['这个日期可能会变。'] : []),
      who,
    ].join(''),
  heldBy: (name) => spaced`由${name}处理。`,
  held: '已有处理人。',
  nobody: '暂无处理人。',
  calls: (mentions) => `${mentions} 以上报告中有的暂无处理人，请认领。`,
  others: (count) => `另有 ${count} 份，见报告列表。`,
  holders: (counts) => `处理中的报告：${counts}`,
  holder: (name, count) => `${name} ${count} 份`,
  unheld: (count) => `暂无处理人 ${count} 份`,
};

export const weekly: Locale['weekly'] = {
  heading: (count) => (count === 0 ? '本周：没有未结报告' : `本周：未结报告 ${count} 份`),
  open: (counts) => `按严重程度：${counts}`,
  rated: (rating, count) => `${rating} ${count} 份`,
  unrated: (count) => `尚未评级 ${count} 份`,
  nearest: '最先到期：',
  nextAfter: '随后到期：',
  promises: ({ due, kept }) => `本季度到期的承诺：${due} 项中按时履行 ${kept} 项（${Math.floor((100 * kept) / due)}%）`,
  newest: (count) => `只统计了最新的 ${count} 份报告。`,
};

const cannotWorkOn = (id: string) =>
  `无法处理 ${id}，其提醒和消息均已停止，请人工跟进，并请运维人员运行 vulndesk doctor。`;

export const calendarEnds: Locale['calendarEnds'] = {
  ends: (date, left) =>
    spaced`节假日只录入到${date}${left === 0 ? '，即今天' : `，还剩 ${left} 天`}。之后的截止时间均为暂定。`,
  ended: (date) => spaced`节假日只录入到${date}，此后的截止时间均为暂定，可能还会调整。`,
  next: '请运维人员在策略文件中补充下一年的节假日。',
};

export const sendingHeld: Locale['sendingHeld'] = {
  heading: '已暂停发送：数据库比本频道的内容旧。',
  missing: (ids) => `数据库中缺少：${ids}。`,
  behind: (ids) => `数据库中的版本较旧：${ids}。`,
  next: '请运维人员恢复较新的备份；或由负责人决定继续，按钮已私信发给各位负责人。',
  toLead: (channel) => `已暂停发送：数据库比 ${channel} 中的内容旧。`,
  choice:
    '如有较新的备份，请运维人员恢复。如果这已是最新的备份，请按“继续”：缺少的内容将无法找回；已发过的消息不会重发，也不会重复提醒。',
  goOn: '继续',
  confirmTitle: '用这个数据库继续？',
  confirmText: '上面列出的报告和变更将无法找回，请让相应的报告人重新提交。',
  confirmYes: '继续',
  goesOn: '好的，几秒后恢复发送。已发过的消息不会重发。',
};

export const setAsideAlarm: Locale['setAsideAlarm'] = {
  thisChannel: '本频道',
  reminders: (user) =>
    spaced`有人绕过本应用在数据库中修改了${user}的提醒记录。提醒已重新开始，因此可能会重复一次。请查明谁能写入数据库。`,
  failed: cannotWorkOn,
  damaged: cannotWorkOn,
  changed: (id) =>
    `有人绕过本应用在数据库中修改了 ${id}，本应用已停止处理。请人工跟进，并请运维人员运行 vulndesk doctor。`,
};

export const securityChannelAlert: Locale['securityChannelAlert'] = {
  heading: (name) => `安全频道 ${name} 目前不适合处理报告。`,
  reason: {
    not_private: '它不是私密频道。',
    shared: '它与其他组织共享。',
    sharing_pending: '已有其他组织受邀共享它。',
    guests: '频道中有访客。',
    outsiders: '频道中有其他组织的成员。',
    untold_members: 'Slack 未说明其中一位成员属于哪个组织。',
    other_apps: '频道中有其他应用，且策略文件未列出该应用。',
    out_of_reach: '本应用看不到它，或不是它的成员。',
  },
  consequence: '问题解决之前，不会在那里发布与报告有关的内容。之后会补发应发的消息。',
  wayOut: '请在频道设置中解决，或配置另一个频道。十分钟内会重新检查。',
};
