import type { Locale } from '../en.js';

export const acknowledge: Locale['acknowledge'] = {
  title: '答复报告人',
  submit: '发送',
  intro: (id, reporter) => `您的消息会由本应用以私信发给 ${reporter}。发送后，${id} 即视为已答复，计时停止。`,
  wishes: (language) => `报告人希望使用的语言：${language}。`,
  label: '给报告人的消息',
  hint: '这是一份草稿，可以随意修改，最多 3000 个字符。',
  contact: '联系方式',
  elsewhere: {
    title: '答复报告人',
    submit: '我已发出',
    cancel: '尚未发出',
    stored: (id) => `已保存，编号 ${id}。`,
    notOnSlack: (reporter) => `${reporter} 不在 Slack 上，本应用无法代为送达。`,
    undelivered: (reporter) => `Slack 未能将上一条消息送达 ${reporter}。`,
    how: (id) => `请复制这条消息，用邮件发出或通过电话转告，然后按“我已发出”。之后 ${id} 即视为已答复，计时停止。`,
    hint: '如果您实际的说法不同，请改成实际的内容：这段文字会随报告一起保存。',
  },
  template: ({ reporter, id, project, responder }) =>
    [
      `${reporter}，您好：`,
      `感谢您向 ${project} 安全团队报告这个问题。您的报告（编号 ${id}）我们已经收到，我也已经读过。`,
      '接下来，我们会核实您发现的问题并评估它的严重程度。一有结论就会告诉您；如果有疑问，会提前联系您。',
      '在我们发布补丁之前，请对此保密，也请不要公开利用代码等细节。',
      `${responder}\n${project} 安全团队`,
    ].join('\n\n'),
};
