import type { Locale } from '../en.js';
import { terms } from './common-words.js';
import { spaced } from './spaced.js';

export const promise: Locale['promise'] = {
  question: (id) => `是否推迟 ${id} 承诺的日期？`,
  dates: (promised, later) => `我们承诺的期限是 ${promised}。按现在的日历应为 ${later}。`,
  updateDates: (promised, later) => `我们承诺的下次更新期限是 ${promised}。按现在的日历应为 ${later}。`,
  dayOff: (days, name) => `${days}${name}`,
  daysOff: (days) => `其间放假：${terms.listed(days)}。`,
  otherwiseCounted: '工作日的计算方法有变化。',
  ifMoved: '如推迟，我们会将新期限和原因告知报告人。在此之前，原承诺不变。',
  move: (day) => `推迟到${day}`,
  keep: '不变',
  moved: (id, time, byHand) =>
    byHand
      ? `${id} 的期限现为 ${time}。本应用无法联系报告人，请您告知新期限和原因。`
      : `${id} 的期限现为 ${time}，正在告知报告人。`,
  kept: (id, time) => `${id} 的期限不变，仍为 ${time}。`,
  thread: {
    proposed: (until) => `按现在的日历，我们承诺的日期应为 ${until}，负责人可以推迟。`,
    moved: (by, until) => spaced`${by}将承诺的日期推迟到 ${until}。`,
    movedItself: (until, byHand) =>
      `我们承诺的日期原为暂定，现为 ${until}。${byHand ? '本应用无法联系报告人，请您告知。' : '已告知报告人。'}`,
    kept: (by) => spaced`${by}决定不改变承诺的日期。`,
  },
};
