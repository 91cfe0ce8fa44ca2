import { localDate } from '../../deadline/local-date.js';

/** Whose zone and language (`en-US`, `zh-CN`) a date is written in, and which day is today. */
export type DateReader = Readonly<{ zone: string; locale: string; now: Date }>;

/**
 * Writes a date in one of Slack's formats (`{date_short_pretty} at {time}`) and the reader's zone. `undefined` when Slack does
 * not document a token of the format: Slack then shows the fallback text.
 */
export function formattedDate(seconds: number, format: string, reader: DateReader): string | undefined {
  const moment = new Date(seconds * 1000);
  if (Number.isNaN(moment.getTime())) return undefined;
  let known = true;
  const text = format.replace(/\{(\w+)\}/g, (_, token: string) => {
    const part = tokenText(moment, token, reader);
    if (part === undefined) known = false;
    return part ?? '';
  });
  return known ? capitalised(text) : undefined;
}

function tokenText(moment: Date, token: string, reader: DateReader): string | undefined {
  const shown = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(reader.locale, { timeZone: reader.zone, ...options }).format(moment);
  const pretty = (options: Intl.DateTimeFormatOptions) => nearDay(moment, reader) ?? shown(options);
  switch (token) {
    case 'date_num':
      return localDate(moment, reader.zone);
    case 'date_slash':
      return shown({ year: 'numeric', month: '2-digit', day: '2-digit' });
    case 'date':
      return shown({ year: 'numeric', month: 'long', day: 'numeric' });
    case 'date_pretty':
      return pretty({ year: 'numeric', month: 'long', day: 'numeric' });
    case 'date_short':
      return shown({ year: 'numeric', month: 'short', day: 'numeric' });
    case 'date_short_pretty':
      return pretty({ year: 'numeric', month: 'short', day: 'numeric' });
    case 'date_long':
      return shown({ weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' });
    case 'date_long_full':
      return shown({ year: 'numeric', month: 'long', day: 'numeric' });
    case 'date_long_pretty':
      return pretty({ weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' });
    case 'day_divider_pretty': {
      const yearOf = (at: Date) => localDate(at, reader.zone).slice(0, 4);
      const withYear = yearOf(moment) === yearOf(reader.now) ? {} : ({ year: 'numeric' } as const);
      return pretty({ weekday: 'long', ...withYear, month: 'long', day: 'numeric' });
    }
    case 'time':
      return shown({ hour: 'numeric', minute: '2-digit' });
    case 'time_secs':
      return shown({ hour: 'numeric', minute: '2-digit', second: '2-digit' });
    case 'ago':
      return ago(moment, reader);
    default:
      return undefined;
  }
}

/** `YYYY-MM-DDTHH:mm` in the zone: the value of a `datetime-local` field. */
export function localMinute(moment: Date, zone: string): string {
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(moment);
  return `${localDate(moment, zone)}T${time}`;
}

/** Yesterday, today or tomorrow, in the reader's zone and language. */
function nearDay(moment: Date, { zone, locale, now }: DateReader): string | undefined {
  const days = Math.round((Date.parse(localDate(moment, zone)) - Date.parse(localDate(now, zone))) / 86_400_000);
  if (Math.abs(days) > 1) return undefined;
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day');
}

function ago(moment: Date, { now, locale }: DateReader): string {
  const minutes = Math.round((moment.getTime() - now.getTime()) / 60_000);
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  if (Math.abs(minutes) < 60) return format.format(minutes, 'minute');
  if (Math.abs(minutes) < 60 * 48) return format.format(Math.round(minutes / 60), 'hour');
  return format.format(Math.round(minutes / 60 / 24), 'day');
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
