import type { Locale } from '../en.js';

export const onDuty: Locale['onDuty'] = {
  now: (who, until) => `当前值班：${who}，至 ${until}`,
  stays: (who) => `当前值班：${who}`,
  next: (from, who) => `${from} 起：${who}`,
  withDeputy: (responder, deputy) => `${responder}，替补 ${deputy}`,
  nobody: '无人',
  none: '无人值班，因为策略文件中没有值班表，也没有轮值。提醒会发到安全频道。',
};
