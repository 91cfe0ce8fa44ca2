import type { Locale } from '../en.js';
import { spaced } from './spaced.js';

export const acknowledge: Locale['acknowledge'] = {
  title: '答复报告人',
  submit: '发送',
  intro: (id, reporter) => spaced`您的消息将由本应用以私信发给${reporter}。发送后，${id} 即视为已答复。`,
  wishes: (language) => `报告人希望使用的语言：${language}。`,
  label: '给报告人的消息',
  hint: '这是草稿，可自由修改，最多 3000 个字符。',
  contact: '联系方式',
  elsewhere: {
    title: '答复报告人',
    submit: '我已发出',
    cancel: '尚未发出',
    stored: (id) => `已保存，编号 ${id}。`,
    notOnSlack: (reporter) => spaced`${reporter}不在 Slack 上，本应用无法送达消息。`,
    undelivered: (reporter) => spaced`Slack 未能将上一条消息送达${reporter}。`,
    how: (id) => `请复制这条消息，通过邮件或电话转达，然后按“我已发出”。之后 ${id} 即视为已答复。`,
    hint: '如果实际转达的内容不同，请改为实际内容。这段文字会随报告保存。',
  },
  template: ({ reporter, id, project, responder }) =>
    [
      `${reporter}，您好：`,
      `感谢您向 ${project} 安全团队报告这个问题。您的报告（编号 ${id}）我已读过。`,
      '接下来，我们会核实问题并评估严重程度。有了结论会立即告诉您；如有疑问，会提前与您联系。',
      '在补丁版本发布前请保密，请勿公开漏洞利用代码等细节。',
      `${responder}\n${project} 安全团队`,
    ].join('\n\n'),
};
