import type { Locale } from '../en.js';
import { spaced } from './spaced.js';

export const messages: Locale['messages'] = {
  ask: '向报告人提问…',
  inform: '发送进展…',
  note: '添加备注…',
  askTitle: '向报告人提问',
  informTitle: '告知报告人进展',
  noteTitle: '内部备注',
  send: '发送',
  save: '保存',
  goesTo: (reporter, id) => spaced`关于 ${id} 的消息将由本应用以私信发给${reporter}。`,
  goesByHand: (reporter, id) =>
    spaced`本应用无法联系${reporter}。请通过邮件或电话转达关于 ${id} 的消息，然后按“我已发出”，内容会随报告保存。`,
  messageLabel: '给报告人的消息',
  noteLabel: '备注',
  noteHint: '只有安全团队能在报告中看到，最多 3000 个字符。',
  askTemplate: ({ reporter, id, project, responder, byHand }) =>
    [
      `${reporter}，您好：`,
      `关于您的报告 ${id}，我想请教：`,
      '……',
      byHand ? '请直接回复这条消息。感谢您的帮助。' : '请按“回复”按钮作答。感谢您的帮助。',
      `${responder}\n${project} 安全团队`,
    ].join('\n\n'),
  informTemplate: ({ reporter, id, project, responder }) =>
    [`${reporter}，您好：`, `您的报告 ${id} 有了新的进展：`, '……', `${responder}\n${project} 安全团队`].join('\n\n'),
  answerTitle: '回复安全团队',
  moreTitle: '补充信息',
  replyInputLabel: '内容',
  replyHint: '只有处理这份报告的人能看到，最多 3000 个字符。',
  replyIntro: (id) => `内容会加入您的报告 ${id}，并通知安全团队。`,
  keptUntil: (id, until) => spaced`内容会加入您的报告 ${id}，安全团队将在 ${until}之后查看。`,
  almostFull: (left, contact) =>
    `这份报告快写满了，还能写约 ${left.toLocaleString('en')} 个字符。${contact === undefined ? '' : `之后请通过 ${contact} 联系我们`}`,
  notes: '内部备注',
  replies: '来自报告人',
  reply: { answer: '回复', more_information: '补充信息' },
};

export const message: Locale['message'] = {
  from: (responder, project) => spaced`${project} 安全团队${responder}的消息`,
  fromTeam: (project) => `${project} 安全团队的消息`,
  about: (id, title) => `关于您的报告 ${id}：${title}`,
  footer: '在补丁版本发布前，请保密。',
  nextUpdate: (time) => spaced`我们将在 ${time}前再次与您联系。`,
  promiseMoved: (id, reason) => `我们向您承诺的 ${id} 的日期有变。${reason}`,
  stillReminding: '我们已提醒团队，并会在每个工作日继续提醒，直到有人与您联系。',
  reminder: (id) => `关于您的报告 ${id}，我们还在等待您对提问的答复。方便时请回复；如果需要更多时间，也请告诉我们。`,
  paused: (id, until) =>
    `${until === undefined ? `我们稍后再查看您就 ${id} 发来的内容。` : spaced`我们将在 ${until}之后查看您就 ${id} 发来的内容。`}您仍可继续发送，内容不会丢失。我们对您承诺的日期不变。`,
  embargoProposal: (id) => `我们拟定了公开 ${id} 的日期，在此之前不会公开任何内容。您觉得合适吗？`,
  embargo: (id) => `按照与您的约定，在计划的日期之前不会公开 ${id} 的任何内容。`,
  worksForMe: '可以',
  suggestDate: '建议其他日期…',
  dateAgreed: '您已同意此日期，我们已告知团队。',
  embargoUntil: (time) => `计划公开时间：${time}`,
  credit: (id, sentence) =>
    sentence === undefined
      ? `我们正在准备公开 ${id}。按照您的意愿，致谢中不会出现您的名字。公开之前，您可以在“我的报告”中更改。`
      : `我们正在准备公开 ${id}。致谢内容：“${sentence}”公开之前，您可以在“我的报告”中更改。`,
  withdrawal: (id, reason) => `我们已撤回公告 ${id}。原因：${reason}`,
  thanks: (id, project, name) =>
    `${id} 已修复并公开。${name === undefined ? '' : `${name}，`}感谢您报告此漏洞并一直保密，${project} 因您而更加安全。`,
};
