import { local } from '../deadline/oracle.js';
import { responders } from './cast.js';
import { isReminder } from './check.js';
import { channelPosts, type Said, toResponder } from './count.js';
import type { Lived } from './simulate.js';

const day = 24 * 3_600_000;
const [left, width, row] = [150, 1100, 22];

/** One page without anything beside it: when each person, and the channel, heard of what, and how each report went. */
export function pageOf(lived: Lived, figures: Readonly<Record<string, unknown>>): string {
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
  const lane = (n: number, name: string, inside: string) =>
    `<text x="0" y="${16 + n * row + row / 2}">${escaped(name)}</text>${inside}`;
  const people = responders.map((who, n) =>
    lane(
      n,
      `${who.name}, ${who.zone.split('/')[1]}`,
      away(16 + n * row, (at) => lived.presence.isOff(who, at)) + dots(16 + n * row, toResponder(lived, who)),
    ),
  );
  const channel = lane(people.length, 'Security channel', dots(16 + people.length * row, channelPosts(lived)));
  const rows = reports
    .toSorted((one, other) => one.receivedAt.getTime() - other.receivedAt.getTime())
    .map(({ id, receivedAt, acknowledge, promise, confirm, status }, n) => {
      const y = 16 + n * 10;
      const { metAt } = acknowledge;
      const { dueAt } = promise;
      const end = metAt ?? plan.to;
      const late = end.getTime() > dueAt.getTime() ? 'late' : 'intime';
      const decided = confirm.metAt ?? plan.to;
      return `<g><title>${id}, ${status}</title><text x="0" y="${y + 3}" class="id">${id}</text><line x1="${x(receivedAt)}" x2="${x(end)}" y1="${y}" y2="${y}" class="${late}"/><line x1="${x(end)}" x2="${x(decided)}" y1="${y}" y2="${y}" class="deciding"/><circle cx="${x(dueAt)}" cy="${y}" r="2"/></g>`;
    });
  const title = `A simulated team: ${reports.length} reports in ${days.length} days`;
  const svg = (height: number, inside: string) =>
    `<svg width="${left + width}" height="${height}">${grid(height)}${inside}</svg>`;
  const list = Object.entries(figures)
    .map(([name, value]) => `<tr><th>${escaped(name)}</th><td>${escaped(String(value))}</td></tr>`)
    .join('');
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><style>
body{font:13px system-ui,sans-serif;margin:24px}svg{font-size:11px;display:block}th{text-align:left;padding-right:16px}
.id{font-size:9px;fill:#666}.day{stroke:#eee}.off{fill:#f0f0f0}.reminder{fill:#c33}.news{fill:#27c}.intime{stroke:#2a2;stroke-width:4}.late{stroke:#c33;stroke-width:4}.deciding{stroke:#bbb;stroke-width:4}
</style><h1>${title}</h1><p>${escaped(`${dateOf(plan.from)} to ${dateOf(plan.to)} in ${policy.calendar.zone}, seed ${seed}`)}</p>
<table>${list}</table><h2>People</h2><p>Red: reminders. Blue: what came in. Grey: days off. Point at a dot to read it.</p>
${svg(30 + (people.length + 1) * row, people.join('') + channel)}
<h2>Reports</h2><p>Green or red: until the first answer, in time or late. Grey: until the decision. A dot: the deadline of the first answer.</p>
${svg(30 + rows.length * 10, rows.join(''))}</html>\n`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
