import { local } from '../deadline/oracle.js';
import { type Responder, responders } from './cast.js';
import { isReminder } from './check.js';
import { channelPosts, type Said, toResponder } from './count.js';
import { escaped } from './escaped.js';
import type { Lived } from './simulate.js';

const day = 24 * 3_600_000;
const [names, width, top, personRow, reportRow] = [124, 1080, 20, 24, 16];

/** A row of a timeline: its name, and what is drawn in it at a height. */
type Row = Readonly<{ name: string; about?: string; draw(y: number): string }>;

/** When each person, and the channel, heard of what. */
export function peopleTimeline(lived: Lived): string {
  const people = responders.map((who): Row => {
    const { name, about } = namesOf(who);
    const said = toResponder(lived, who);
    const draw = (y: number) =>
      daysOff(lived, y, (at) => lived.presence.isOff(who, at)) + dots(lived, y, said, who.zone);
    return { name, about, draw };
  });
  const zone = lived.policy.calendar.zone;
  const posts = channelPosts(lived);
  const closed = (y: number) => daysOff(lived, y, lived.presence.isClosed);
  const channel: Row = { name: 'Channel', draw: (y) => closed(y) + dots(lived, y, posts, zone) };
  return timeline(lived, 'People', personRow, [...people, channel]);
}

/** How each report went: until its first answer, and then until the decision. */
export function reportTimeline(lived: Lived): string {
  const { plan, reports, policy } = lived;
  const x = placeIn(lived);
  const time = (at: Date | undefined) => (at === undefined ? 'not yet' : local(at, policy.calendar.zone));
  const byReceipt = reports.toSorted((one, other) => one.receivedAt.getTime() - other.receivedAt.getTime());
  const rows = byReceipt.map(({ id, receivedAt, acknowledge, promise, confirm, status }): Row => {
    const answered = acknowledge.metAt ?? plan.to;
    const isLate = answered > promise.dueAt;
    const line = (from: Date, to: Date, kind: string, y: number) =>
      `<line x1="${x(from)}" x2="${Math.max(x(to), x(from) + 2)}" y1="${y}" y2="${y}" class="${kind}"/>`;
    const told = [
      `${id}, ${status}`,
      `received ${time(receivedAt)}`,
      `answer due ${time(promise.dueAt)}`,
      `answered ${time(acknowledge.metAt)}`,
      `decided ${time(confirm.metAt)}`,
    ].join('\n');
    const draw = (y: number) => {
      const mid = y + reportRow / 2;
      const deciding = acknowledge.metAt === undefined ? '' : line(answered, confirm.metAt ?? plan.to, 'deciding', mid);
      const answering = line(receivedAt, answered, isLate ? 'late' : 'intime', mid);
      return `<g><title>${told}</title>${deciding}${answering}<circle cx="${x(promise.dueAt)}" cy="${mid}" r="2.5" class="due"/></g>`;
    };
    return { name: id, draw };
  });
  return timeline(lived, 'Reports', reportRow, rows);
}

function timeline(lived: Lived, name: string, height: number, rows: readonly Row[]): string {
  const all = top + rows.length * height;
  const labels = rows.map(({ name, about }, n) => {
    const label = `<text x="0" y="${top + n * height + height / 2 + 4}">${escaped(name)}</text>`;
    return about === undefined ? label : `<g><title>${escaped(about)}</title>${label}</g>`;
  });
  const drawn = rows.map(({ draw }, n) => draw(top + n * height));
  return `<div class="timeline" role="region" aria-label="${name}" tabindex="0">
<svg width="${names}" height="${all}" class="names">${labels.join('')}</svg>
<svg width="${width}" height="${all}" class="rows">${outages(lived, all)}${grid(lived, all)}${drawn.join('')}</svg></div>`;
}

function placeIn({ plan: { from, to } }: Lived): (at: Date) => number {
  return (at) => Math.round(((at.getTime() - from.getTime()) / (to.getTime() - from.getTime())) * width * 10) / 10;
}

function daysOf({ plan: { from, to } }: Lived): readonly Date[] {
  return Array.from({ length: Math.ceil((to.getTime() - from.getTime()) / day) }, (_, n) => {
    return new Date(from.getTime() + n * day);
  });
}

/** A line for each day, and the date of each Monday; of each day where there are few. */
function grid(lived: Lived, height: number): string {
  const days = daysOf(lived);
  const x = placeIn(lived);
  return days
    .map((at) => {
      const date = local(at, lived.policy.calendar.zone).slice(0, 10);
      const isNamed = days.length <= 14 || new Date(date).getUTCDay() === 1;
      const label = isNamed ? `<text x="${x(at) + 3}" y="12">${date.slice(5)}</text>` : '';
      return `<line x1="${x(at)}" x2="${x(at)}" y1="${isNamed ? 2 : top}" y2="${height}" class="${isNamed ? 'week' : 'day'}"/>${label}`;
    })
    .join('');
}

function daysOff(lived: Lived, y: number, isOff: (at: Date) => boolean): string {
  const days = daysOf(lived);
  const x = placeIn(lived);
  return days
    .filter((at) => isOff(new Date(at.getTime() + day / 2)))
    .map(
      (at) => `<rect x="${x(at)}" y="${y + 2}" width="${width / days.length}" height="${personRow - 4}" class="off"/>`,
    )
    .join('');
}

function dots(lived: Lived, y: number, said: readonly Said[], zone: string): string {
  const x = placeIn(lived);
  return said
    .map((one) => {
      const title = `<title>${escaped(`${local(one.at, zone)} in ${cityOf(zone)}\n${one.text}`)}</title>`;
      return `<circle cx="${x(one.at)}" cy="${y + personRow / 2}" r="3.5" class="${isReminder(one) ? 'reminder' : 'news'}">${title}</circle>`;
    })
    .join('');
}

function outages(lived: Lived, height: number): string {
  const x = placeIn(lived);
  const time = (at: Date) => local(at, lived.policy.calendar.zone);
  return lived.plan.outages
    .map(({ of, from, to }) => {
      const title = `<title>${of === 'bot' ? 'The bot' : 'Slack'} was down from ${time(from)} to ${time(to)}</title>`;
      return `<rect x="${x(from)}" y="${top}" width="${Math.max(3, x(to) - x(from))}" height="${height - top}" class="outage">${title}</rect>`;
    })
    .join('');
}

function cityOf(zone: string): string {
  return zone.split('/')[1]?.replace('_', ' ') ?? zone;
}

function namesOf({ name, user, zone, answers }: Responder): Readonly<{ name: string; about: string }> {
  const first = name.split(' ')[0] ?? name;
  const what = user === responders[0]?.user ? 'leads' : answers ? 'answers' : 'never answers';
  return { name: `${first}, ${cityOf(zone)}`, about: `${first} ${what}.` };
}
