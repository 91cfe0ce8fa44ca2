import type { Locale } from '../en.js';
import { spaced } from './spaced.js';

export const teamBreak: Locale['teamBreak'] = {
  form: (time) =>
    `团队正在休假，将于 ${time}恢复答复。您现在就可以提交报告，收到时间从届时算起。如果漏洞已被利用或已公开，请在下方注明，我们会立即得到通知。`,
  receipt: (time) => `团队正在休假，将于 ${time}恢复答复。您的报告的收到时间从届时算起。`,
  intake: (time) => `团队正在休假，将于 ${time}恢复答复。您可以随时提交报告。`,
  begun: (time) => `已记录。表单、回执和报告按钮都会注明团队将于 ${time}恢复答复。此前收到的报告，收到时间从届时算起。`,
  due: (count) => `有 ${count} 份报告的期限在此之前。这些期限不变，提醒照常。`,
  quiet: '休假期间的新报告，会在休假结束后通知您。已被利用或已公开的会立即通知。',
  howToEnd: '提前回来？请输入 /vuln break end。',
  ended: '休假已结束。休假期间收到的报告，仍以已告知报告人的日期为准。',
  line: {
    begun: (who, time) => spaced`${who}宣布团队开始休假，将于 ${time}恢复答复。`,
    changed: (who, time) => spaced`${who}更改了休假安排，团队将于 ${time}恢复答复。`,
    ended: (who) => spaced`${who}结束了休假，团队已恢复答复。`,
  },
  noBreak: '目前没有休假，未作更改。',
};
