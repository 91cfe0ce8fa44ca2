import type { Locale } from '../en.js';

export const terms: Locale['terms'] = {
  status: {
    received: '已收到',
    acknowledged: '已答复',
    accepted: '已接受',
    fixed: '已修复',
    disclosed: '已公开',
    declined: '未接受',
    duplicate: '重复',
    withdrawn: '已撤回',
  },
  verdict: { supported: '受支持', best_effort: '尽力支持', end_of_life: '已停止支持' },
  languages: { en: '英文（English）', zh: '中文' },
  overdue: '已逾期',
  provisional: '暂定：届时的法定节假日安排尚未公布',
  labelled: (label, value) => `${label}：${value}`,
  listed: (things) => things.join(' · '),
  followed: (sentence, next) => `${sentence}${next}`,
  teamAndReader: (team, reader) => `${team}，您当地时间 ${reader}`,
  close: '关闭',
  cancel: '取消',
};
