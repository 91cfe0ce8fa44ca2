import type { Language } from '../report/form.js';
import type { IsoDate } from './calendar.js';
import { inZone, weekdayOf } from './local-date.js';

const days = {
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  zh: ['一', '二', '三', '四', '五', '六', '日'],
} as const satisfies Record<Language, readonly string[]>;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/**
 * A moment as people read it, always with its zone: `Thu 24 Sep 2026, 18:00 (Asia/Shanghai, UTC+8)`,
 * `2026年9月24日（周四）18:00（Asia/Shanghai，UTC+8）`. An unknown zone is told in UTC.
 */
export function formatTime(at: Date, zone: string, language: Language): string {
  const local = inZone(at, zone);
  const day = formatDay(local.toFormat('yyyy-MM-dd'), language);
  const time = local.toFormat('HH:mm');
  const name = local.zoneName ?? 'UTC';
  const where = name === 'UTC' ? [name] : [name, tellOffset(local.offset)];
  switch (language) {
    case 'en':
      return `${day}, ${time} (${where.join(', ')})`;
    case 'zh':
      return `${day}${time}（${where.join('，')}）`;
    default:
      return language satisfies never;
  }
}

/** A date as people read it: `Fri 25 Sep 2026`, `2026年9月25日（周五）`. */
export function formatDay(date: IsoDate, language: Language): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const weekday = days[language][weekdayOf(date) - 1];
  switch (language) {
    case 'en':
      return `${weekday} ${day} ${months[month - 1]} ${year}`;
    case 'zh':
      return `${year}年${month}月${day}日（周${weekday}）`;
    default:
      return language satisfies never;
  }
}

/** The date of a moment in a zone, `YYYY-MM-DD`. An unknown zone is taken for UTC. */
export function dayIn(at: Date, zone: string): IsoDate {
  return inZone(at, zone).toFormat('yyyy-MM-dd');
}

/** The wall-clock time of a moment in a zone, `HH:mm`. An unknown zone is taken for UTC. */
export function timeIn(at: Date, zone: string): string {
  return inZone(at, zone).toFormat('HH:mm');
}

/** Slack's date token: each reader sees the moment in their own zone, and where Slack cannot, the text of `formatTime`. */
export function dateToken(at: Date, zone: string, language: Language): string {
  const fallback = formatTime(at, zone, language)
    .replace(/[|]/g, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
  return `<!date^${Math.floor(at.getTime() / 1000)}^{date_short_pretty} {time}|${fallback}>`;
}

function tellOffset(minutes: number): string {
  const size = Math.abs(minutes);
  const rest = size % 60;
  return `UTC${minutes < 0 ? '-' : '+'}${Math.floor(size / 60)}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
}
