import type { Language } from '../report/form.js';
import type { IsoDate } from './calendar.js';
import { inZone, isZone, localDate, localTime, weekdayOf } from './local-date.js';
import { weekdayName } from './weekdays.js';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/**
 * A moment as people read it, with its zone: `Thu 24 Sep, 18:00 (Asia/Shanghai)`, `9月24日（周四）18:00（Asia/Shanghai）`. For an
 * unknown zone it is in UTC. `notes` follow the zone.
 */
export function formatTime(at: Date, zone: string, language: Language, ...notes: readonly string[]): string {
  const beside = [isZone(zone) ? zone : 'UTC', ...notes];
  return joined(formatDay(localDate(at, zone), language), localTime(at, zone), beside, language);
}

/** The same with year and UTC offset, for the command line, where dates can be years away. */
export function formatFullTime(at: Date, zone: string, language: Language): string {
  const local = inZone(at, zone);
  const name = local.zoneName ?? 'UTC';
  const beside = name === 'UTC' ? [name] : [name, formatOffset(local.offset)];
  return joined(formatDate(localDate(at, zone), language), localTime(at, zone), beside, language);
}

function joined(day: string, time: string, beside: readonly string[], language: Language): string {
  switch (language) {
    case 'en':
      return `${day}, ${time} (${beside.join(', ')})`;
    case 'zh':
      return `${day}${time}（${beside.join('，')}）`;
    default:
      return language satisfies never;
  }
}

/** A date near today: `Fri 25 Sep`, `9月25日（周五）`. */
export function formatDay(date: IsoDate, language: Language): string {
  const [, month = 0, day = 0] = date.split('-').map(Number);
  const weekday = weekdayName(weekdayOf(date), language);
  switch (language) {
    case 'en':
      return `${weekday} ${day} ${months[month - 1]}`;
    case 'zh':
      return `${month}月${day}日（${weekday}）`;
    default:
      return language satisfies never;
  }
}

/** A date with its year: `Fri 25 Sep 2026`, `2026年9月25日（周五）`. */
export function formatDate(date: IsoDate, language: Language): string {
  const year = Number(date.slice(0, 4));
  const day = formatDay(date, language);
  switch (language) {
    case 'en':
      return `${day} ${year}`;
    case 'zh':
      return `${year}年${day}`;
    default:
      return language satisfies never;
  }
}

/** A word joiner, which is not seen: Slack capitalises what begins a format, and "by Today" is no English. */
const begun = '\u2060';
const tokens: Readonly<Record<Language, string>> = {
  en: `${begun}{day_divider_pretty}, {time}`,
  zh: '{day_divider_pretty} {time}',
};

/** Slack's date token: each reader sees the moment in their own zone. Where that fails, they see the text of `formatTime`. */
export function dateToken(at: Date, zone: string, language: Language): string {
  return `<!date^${Math.floor(at.getTime() / 1000)}^${tokens[language]}|${formatTime(at, zone, language)}>`;
}

function formatOffset(minutes: number): string {
  const size = Math.abs(minutes);
  const rest = size % 60;
  return `UTC${minutes < 0 ? '-' : '+'}${Math.floor(size / 60)}${rest === 0 ? '' : `:${rest}`}`;
}
