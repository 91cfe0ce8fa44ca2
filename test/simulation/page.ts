import { local } from '../deadline/oracle.js';
import { type Responder, responders } from './cast.js';
import { isReminder } from './check.js';
import { channelPosts, type Said, toResponder } from './count.js';
import type { figuresOf } from './figures.js';
import type { Lived } from './simulate.js';

const day = 24 * 3_600_000;
const [left, width, row, reportRow] = [190, 1100, 22, 14];

/** One page without anything beside it: when each person, and the channel, heard of what, and how each report went. */
export function pageOf(lived: Lived, figures: ReturnType<typeof figuresOf>): string {
  const { plan, reports, seed, policy } = lived;
  const dateOf = (at: Date) => local(at, policy.calendar.zone).slice(0, 10);
  const x = (at: Date) =>
    Math.round(left + ((at.getTime() - plan.from.getTime()) / (plan.to.getTime() - plan.from.getTime())) * width);
  const days = Array.from({ length: Math.ceil((plan.to.getTime() - plan.from.getTime()) / day) }, (_, n) => {
    return new Date(plan.from.getTime() + n * day);
  });
  const grid = (height: number) =>
    days
      .map((at) => {
        const date = dateOf(at);
        const isNamed = days.length <= 14 || new Date(date).getUTCDay() === 1;
        const label = isNamed ? `<text x="${x(at) + 2}" y="10">${date.slice(5)}</text>` : '';
        return `<line x1="${x(at)}" x2="${x(at)}" y1="12" y2="${height}" class="day"/>${label}`;
      })
      .join('');
  const away = (y: number, isOff: (at: Date) => boolean) =>
    days
      .filter((at) => isOff(new Date(at.getTime() + day / 2)))
      .map((at) => `<rect x="${x(at)}" y="${y}" width="${width / days.length}" height="${row - 4}" class="off"/>`)
      .join('');
  const dots = (y: number, said: readonly Said[]) =>
    said
      .map((one) => {
        const title = `<title>${escaped(`${one.at.toISOString()}\n${one.text}`)}</title>`;
        return `<circle cx="${x(one.at)}" cy="${y + row / 2 - 2}" r="3" class="${isReminder(one) ? 'reminder' : 'news'}">${title}</circle>`;
      })
      .join('');
  const outages = (height: number) =>
    plan.outages
      .map(({ of, from, to }) => {
        const title = `<title>${of === 'bot' ? 'The bot' : 'Slack'} was down from ${from.toISOString()} to ${to.toISOString()}</title>`;
        return `<rect x="${x(from)}" y="12" width="${Math.max(2, x(to) - x(from))}" height="${height - 12}" class="outage">${title}</rect>`;
      })
      .join('');
  const lane = (n: number, name: string, inside: string) =>
    `<text x="0" y="${16 + n * row + row / 2}">${escaped(name)}</text>${inside}`;
  const people = responders.map((who, n) =>
    lane(
      n,
      `${nameOf(who)}, ${who.zone.split('/')[1]?.replace('_', ' ')}`,
      away(16 + n * row, (at) => lived.presence.isOff(who, at)) + dots(16 + n * row, toResponder(lived, who)),
    ),
  );
  const channel = lane(people.length, 'Security channel', dots(16 + people.length * row, channelPosts(lived)));
  const rows = reports
    .toSorted((one, other) => one.receivedAt.getTime() - other.receivedAt.getTime())
    .map(({ id, receivedAt, acknowledge, promise, confirm, status }, n) => {
      const y = 18 + n * reportRow;
      const { metAt } = acknowledge;
      const { dueAt } = promise;
      const end = metAt ?? plan.to;
      const late = end.getTime() > dueAt.getTime() ? 'late' : 'intime';
      const decided = confirm.metAt ?? plan.to;
      return `<g><title>${id}, ${status}</title><text x="0" y="${y + 3}" class="id">${id}</text><line x1="${x(receivedAt)}" x2="${x(end)}" y1="${y}" y2="${y}" class="${late}"/><line x1="${x(end)}" x2="${x(decided)}" y1="${y}" y2="${y}" class="deciding"/><circle cx="${x(dueAt)}" cy="${y}" r="2"/></g>`;
    });
  const title = `A simulated team: ${reports.length} reports in ${days.length} days`;
  const svg = (height: number, inside: string) =>
    `<svg width="${left + width}" height="${height}">${grid(height)}${outages(height)}${inside}</svg>`;
  const list = Object.entries(inWords(figures))
    .map(([name, value]) => `<tr><th>${escaped(name)}</th><td>${escaped(value)}</td></tr>`)
    .join('');
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><style>
body{font:13px system-ui,sans-serif;margin:24px}svg{font-size:11px;display:block}th{text-align:left;padding-right:16px}
.id{font-size:10px;fill:#444}.day{stroke:#eee}.off{fill:#f0f0f0}.outage{fill:#fc6;opacity:.5}.reminder{fill:#c33}.news{fill:#27c}.intime{stroke:#2a2;stroke-width:4}.late{stroke:#c33;stroke-width:4}.deciding{stroke:#bbb;stroke-width:4}
</style><h1>${title}</h1><p>${escaped(`${dateOf(plan.from)} to ${dateOf(plan.to)} in ${policy.calendar.zone}, seed ${seed}`)}</p>
<table>${list}</table><h2>People</h2><p>Red: reminders. Blue: what came in. Grey: days off. Yellow: Slack or the bot was down. Point at a dot to read it.</p>
${svg(30 + (people.length + 1) * row, people.join('') + channel)}
<h2>Reports</h2><p>Green or red: until the first answer, in time or late. Grey: until the decision. A dot: the deadline of the first answer. Lines that reach the right end are open.</p>
${svg(30 + rows.length * reportRow, rows.join(''))}</html>\n`;
}

function nameOf({ name, user, answers }: Responder): string {
  const first = name.split(' ')[0] ?? name;
  return user === responders[0]?.user ? `${first} (lead)` : answers ? first : `${first} (never answers)`;
}

/** The figures under names that say what was counted. */
function inWords(figures: ReturnType<typeof figuresOf>): Readonly<Record<string, string>> {
  const { messages, channelPosts: posts } = figures;
  const cases = (found: readonly string[]) => (found.length === 0 ? 'none' : found.join('; '));
  const perDay = (one: Readonly<{ median: number; most: number }>) =>
    `${one.median} in the median, ${one.most} at most`;
  return {
    Reports: String(figures.reports),
    'Answered late': String(figures.late),
    'Messages to a person on a working day': `${perDay(messages)}, or ${messages.ofAnyKind} with those that are only about exploited reports of that day`,
    'Posts in the channel on a working day, besides cards': perDay(posts),
    'Reminders to a person on one day, at most': String(figures.mostReminders),
    'Wrong deadlines': cases(figures.wrongDeadlines),
    'Missed deadlines of which nobody else heard': cases(figures.silentBreaches),
    'Reminders outside hours, weekends or leave': cases(figures.untimely),
    'Reminders that came twice': cases(figures.repeated),
    'One deadline twice on a day': cases(figures.nagging),
    'Messages over the limit of a day': cases(figures.overCap),
  };
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
