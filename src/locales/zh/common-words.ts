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
  provisional: '可能会变：届时的法定节假日安排尚未公布',
  labelled: (label, value) => `${label}：${value}`,
  listed: (things) => things.join(' · '),
  together: (sentences) => sentences.join(' ').replace(/([。！？]) /gu, '$1'),
  followed: (...sentences) => sentences.join(''),
  left: ({ overdue, unit, count }) => {
    if (count === 0) return overdue ? '刚刚到期' : '不足 1 分钟';
    const units = { working_day: '个工作日', hour: '小时', minute: '分钟' };
    return `${overdue ? '已逾期' : '还剩'} ${count} ${units[unit]}`;
  },
  timeAndLeft: (time, left) => `${time}（${left}）`,
  close: '关闭',
  cancel: '取消',
};
