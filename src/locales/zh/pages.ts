import type { Locale } from '../en.js';

export const pages: Locale['pages'] = {
  place: (page, pages) => `第 ${page} 页，共 ${pages} 页`,
  previous: '上一页',
  next: '下一页',
  history: '完整处理记录',
  formBefore: '报告人修改之前的报告',
  shortenedForTeam: '这里有些文字未完整显示（…）。请打开“查看报告”阅读全文。',
  shortenedForReporter: '这里有些文字未完整显示。请按“查看报告”阅读全文。',
  shortenedInMessage: '这条消息未完整显示（…）。请打开“我的报告”，再按“查看报告”阅读全文。',
  readAll: '查看报告',
  ownTitle: '您的报告',
  ownOnTeam: '这是您自己的报告，由同事处理。您看到的内容与其他报告人相同。',
  yourReport: '您报告的内容',
  conversation: '消息（从旧到新）',
  automatic: '自动消息',
  answered: '您已回复',
  added: '您补充了信息',
  olderMine: '查看更早的报告',
  newestMine: '查看最新的报告',
  noneOlder: '您没有更早的报告。',
};
