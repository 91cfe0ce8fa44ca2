import type { Locale } from '../en.js';

export const pages: Locale['pages'] = {
  place: (page, pages) => `第 ${page} 页，共 ${pages} 页`,
  previous: '上一页',
  next: '下一页',
  record: '从头到尾的全部记录',
  formBefore: '报告人修改之前的表单',
  shortenedForTeam: '这里有些文字被缩短（…）。请打开“查看报告”阅读全文。',
  shortenedForReporter: '这里有些文字被缩短或未显示。请按“阅读全文”查看。',
  shortenedInMessage: '消息在此被截断（…）。请按“我的报告”，再按“阅读全文”查看。',
  readAll: '阅读全文',
  ownTitle: '您的报告',
  ownOnTeam: '这是您自己提交的报告，您看到的内容与其他报告人相同。由同事负责处理。',
  yourReport: '您报告的内容',
  conversation: '消息（最早的在前）',
  answered: (time) => `您的回答，${time}`,
  added: (time) => `您的补充，${time}`,
  olderMine: '更早的报告',
  newestMine: '最新的报告',
  noneOlder: '您没有更早的报告。',
};
