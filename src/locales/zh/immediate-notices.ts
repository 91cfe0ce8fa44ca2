import type { Locale } from '../en.js';
import { dueBy } from './duties.js';

export const immediateNotice: Locale['immediateNotice'] = {
  heading: {
    on_duty: (id) => `新报告 ${id}，由您值班。`,
    lead: (id) => `新报告 ${id}，请您作为负责人关注。`,
    assigned: (id) => `${id} 已指派给您。`,
  },
  due: dueBy,
  exploited: '报告人称：已被利用。',
  public: '报告人称：已被公开。',
  openCard: '打开卡片',
};
