import type { Locale } from '../en.js';

export const publicBug: Locale['publicBug'] = {
  question: '我们可以将这份报告放进公开的缺陷列表吗？其中不会有您的姓名和联系方式。',
  yours: '您已同意我们将它放进公开的缺陷列表。',
  title: '转为公开？',
  confirm: '之后，我们可以把标题、概述、版本和验证过程放进公开的缺陷列表。其中不会有您的姓名和联系方式。',
  yes: '转为公开',
  no: '暂不',
  intro: '请将下面的内容复制到公开的缺陷列表。请再读一遍，其中不能出现报告人或其他人的姓名。',
  recorded: (id) => `已记录，${id} 的报告人同意转为公开的缺陷。可在卡片的“更多…”中取得文本。`,
};
