import type { Language } from '../report/form.js';

const short = {
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
} as const satisfies Record<Language, readonly string[]>;
const long = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const chinese = ['一', '二', '三', '四', '五', '六', '日'];

/** The short name of a weekday: 1 is Monday, 7 Sunday. */
export function weekdayName(weekday: number, language: Language): string {
  return short[language][weekday - 1] ?? '';
}

/** A weekday as somebody types it: `fri`, `Friday`, `周五`, `星期天`. */
export function readWeekday(typed: string): number | undefined {
  const name = typed.toLowerCase();
  const place = [
    long.findIndex((one) => name === one || name === one.slice(0, 3)),
    chinese.indexOf(/^(?:周|星期|礼拜)([一二三四五六日天])$/u.exec(name)?.[1]?.replace('天', '日') ?? ''),
  ].find((at) => at >= 0);
  return place === undefined ? undefined : place + 1;
}
