import type { Locale } from '../en.js';
import { dutySentences } from './duties.js';

export const immediateNotice: Locale['immediateNotice'] = {
  heading: {
    on_duty: (id) => `新报告 ${id}，由您值班`,
    lead: (id) => `新报告 ${id}，请您作为负责人关注`,
    assigned: (id) => `${id} 已指派给您`,
  },
  due: {
    acknowledge: dutySentences.acknowledge.by,
    confirm: dutySentences.confirm.by,
    next_update: dutySentences.next_update.by,
    embargo: dutySentences.embargo.by,
  },
  exploited: '报告人称：已被利用。',
  public: '报告人称：已被公开。',
  openCard: '打开卡片',
};
