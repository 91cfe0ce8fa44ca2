import type { IntakeWords, LetterWords, MineWords } from '../letter-words.js';

export const messages: LetterWords = {
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

export const mine: MineWords = {
  title: '我的报告',
  none: '您还没有提交过报告。',
  status: {
    received: '已收到：会有人与您联系',
    acknowledged: '已有人阅读，正在处理',
    accepted: '已接受：团队正在修复',
    fixed: '已修复：修复版本已发布，正在准备公开',
    disclosed: '已修复并公开，谢谢您',
    declined: '团队不将其视为漏洞',
    duplicate: '已有更早的报告；如您愿意，我们同样会向您致谢',
    withdrawn: '您已撤回',
  },
  declinedInAMessage: '团队不将其视为漏洞，原因见团队的消息',
  due: {
    acknowledge: (team, reader) => `我们将在 ${team}之前答复您（您当地时间 ${reader}）。`,
    confirm: (team, reader) => `我们将在 ${team}之前告诉您处理结论（您当地时间 ${reader}）。`,
    next_update: (team, reader) => `我们最晚会在 ${team}再次与您联系（您当地时间 ${reader}）。`,
  },
  overdue: (time) => `我们没有按时答复，正在催促团队。承诺的时间：${time}。`,
  messages: '安全团队的消息',
  noMessages: '还没有消息。',
  from: (name, time) => `${name}，${time}`,
  answer: '回复',
  addInformation: '补充信息',
  withdraw: '撤回',
  withdrawTitle: '撤回这份报告？',
  withdrawText: '团队将停止处理。您写的内容仍然加密保存，以后可以重新提交。',
  withdrawYes: '撤回',
  withdrawNo: '保留',
  home: '您的报告',
  open: '未完成的报告',
  nothingOpen: '没有未完成的报告。',
};

export const intakeMessage: IntakeWords = {
  heading: '发现了漏洞？',
  text: (project) => `请在这里报告给 ${project} 安全团队。表单只有您和团队能看到；请不要在频道里写出细节。`,
  report: '报告漏洞',
  mine: '我的报告',
  receiptWaits: () => '您的报告已保存。本应用无法直接给您发消息：请在“我的报告”中查看全部情况。',
  mention: (project) =>
    `请不要公开讨论漏洞。如果消息里有细节，请删除它，并在这里报告给 ${project} 安全团队：表单只有您和团队能看到。`,
  setupHandlers: (channel) => `报告入口已置顶在 ${channel}，并会一直保留。`,
  notSetUp: (channel) => `无法在 ${channel} 放置入口。请把本应用邀请到该频道，然后重新输入 /vuln setup。`,
  noChannels: '没有配置共享频道。请在 INTAKE_CHANNELS 中填写频道，然后重新启动机器人。',
  files: (contact) => `表单不接收文件。如需发送文件，请写信到 ${contact}，并注明报告编号。`,
};
