import type { Locale } from '../en.js';

export const messages: Locale['messages'] = {
  ask: '向报告人提问…',
  inform: '告知报告人…',
  note: '内部备注…',
  askTitle: '向报告人提问',
  informTitle: '写给报告人',
  noteTitle: '内部备注',
  send: '发送',
  save: '保存',
  goesTo: (reporter, id) => `关于 ${id} 的消息将由本应用以私信发给 ${reporter}。`,
  goesByHand: (reporter, id) =>
    `本应用无法联系 ${reporter}。请通过邮件或电话转达关于 ${id} 的消息，然后按“发送”：内容会与报告一起保存。`,
  messageLabel: '给报告人的消息',
  noteLabel: '备注',
  noteHint: '只有安全团队能在“查看报告”中读到，最多 3000 个字符。',
  askTemplate: ({ reporter, id, project, responder }) =>
    [
      `${reporter}，您好：`,
      `关于您的报告 ${id}，我们想请教：`,
      '……',
      '您可以在“我的报告”中回复。感谢您的帮助。',
      `${responder}\n${project} 安全团队`,
    ].join('\n\n'),
  informTemplate: ({ reporter, id, project, responder }) =>
    [`${reporter}，您好：`, `关于您的报告 ${id}，有新的进展：`, '……', `${responder}\n${project} 安全团队`].join('\n\n'),
  answerTitle: '回复安全团队',
  moreTitle: '补充信息',
  replyInputLabel: '内容',
  replyHint: '只有处理这份报告的人能读到，最多 3000 个字符。',
  replyIntro: (id) => `内容会加入您的报告 ${id}，并通知处理人。`,
  notes: '内部备注',
  replies: '来自报告人',
  reply: (time, purpose) => (purpose === 'answer' ? `回复，${time}` : `补充信息，${time}`),
};

export const message: Locale['message'] = {
  from: (responder, project) => `来自 ${project} 安全团队 ${responder} 的消息`,
  about: (id, title) => `关于您的报告 ${id}：${title}`,
  footer: '在补丁版本发布之前，请对此保密。',
  nextUpdate: (time) => `我们再次与您联系的最晚时间：${time}。`,
  embargo: (id) => `按照与您的约定，在保密期结束之前不会公开 ${id} 的任何内容。如与约定不符，请按“回复”。`,
  embargoUntil: (time) => `保密期至：${time}。`,
  credit: (id, sentence) =>
    sentence === undefined
      ? `正在准备公开 ${id}。按照您的意愿，致谢中不会出现您的名字。公开之前，您可以在“我的报告”中更改。`
      : `正在准备公开 ${id}。致谢将这样写：“${sentence}”公开之前，您可以在“我的报告”中更改。`,
  thanks: (id, project, name) =>
    `${id} 已修复并公开。${name === undefined ? '' : `${name}，`}感谢您报告此漏洞并一直保密，${project} 因此更加安全。`,
};
