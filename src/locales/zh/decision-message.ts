import type { Locale } from '../en.js';
import { spaced } from './spaced.js';

export const decisionMessage: Locale['decisionMessage'] = {
  goesTo: (reporter) => spaced`您的消息和处理决定将由本应用以私信一并发给${reporter}。`,
  goesByHand: (reporter, contact) =>
    spaced`本应用无法联系${reporter}（${contact}）。请通过邮件或电话转达这条消息，然后按下面的按钮，内容会随报告保存。`,
  label: '给报告人的消息',
  needed: '还没有人联系过报告人，这条消息即视为答复。最多 3000 个字符。',
  hint: '可自由修改，最多 3000 个字符。',
  tell: {
    label: '是否告知报告人？',
    send: '是，发送下面的消息',
    sent: '是，我已发送下面的消息',
    none: '否，不发送',
    written: '您已修改了消息。请选择“是”来发送，或删除文字。',
    missing: '请填写消息，或选择“否，不发送”。',
  },
  missing: '请写给报告人，告知结果并致谢。',
};
