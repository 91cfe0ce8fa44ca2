import { local } from '../deadline/oracle.js';
import { responders } from './cast.js';
import { escaped } from './escaped.js';
import { type figuresOf, most } from './figures.js';
import type { Lived } from './simulate.js';
import { peopleTimeline, reportTimeline } from './timeline.js';

type Figures = ReturnType<typeof figuresOf>;

/** One page without anything beside it: what it is judged by, when each person and the channel heard of what, and how each report went. */
export function pageOf(lived: Lived, figures: Figures): string {
  const { plan, seed, policy } = lived;
  const dateOf = (at: Date) => local(at, policy.calendar.zone).slice(0, 10);
  const days = Math.round((plan.to.getTime() - plan.from.getTime()) / 86_400_000);
  const title = `${figures.reports} reports in ${days} days`;
  const last = new Date(plan.to.getTime() - 1);
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}: a simulated team</title><style>${style}</style>
<main><h1>${title}</h1>
<p>A simulated team of ${responders.length}, ${dateOf(plan.from)} to ${dateOf(last)} in ${policy.calendar.zone}. Seed ${seed}.</p>
<dl class="figures">${numbers(figures)}</dl>
<ul class="checks">${checks(figures)}</ul>
<h2>What each person heard</h2>
${legend(['dot reminder', 'a reminder or digest'], ['dot news', 'what came in'], ['box off', 'a day off'], ['box outage', 'Slack or the bot was down'])}
<p>Point at a dot to read the message, and at a name to see whether they answer.</p>
${peopleTimeline(lived)}
<h2>How each report went</h2>
${legend(['bar intime', 'answered in time'], ['bar late', 'answered late'], ['bar deciding', 'until the decision'], ['dot due', 'answer due'])}
<p>A line that reaches the right end is still open. Point at it to read its dates.</p>
${reportTimeline(lived)}</main></html>\n`;
}

/** What was counted: a figure, what it is, and the most that it may be. */
function numbers({ reports, late, messages, channelPosts, mostReminders }: Figures): string {
  const [toPerson, inChannel] = [
    'messages to a person on a working day',
    'posts in the channel on a working day, besides cards',
  ];
  const counted: readonly (readonly [number, string, number?])[] = [
    [reports, 'reports'],
    [late, 'answered late'],
    [messages.median, `${toPerson}: the median`, most.medianMessages],
    [messages.most, `${toPerson}: the most, without those about what was exploited that day`, most.messages],
    [channelPosts.median, `${inChannel}: the median`, most.medianPosts],
    [channelPosts.most, `${inChannel}: the most`],
    [Math.round(channelPosts.quiet * 100), `per cent of working days with one such post at most`],
    [mostReminders, 'reminders to a person on one day: the most'],
  ];
  return counted
    .map(([figure, what, goal]) => {
      const target = goal === undefined ? '' : `<dd class="goal">Goal: ${goal} at most</dd>`;
      const isMissed = goal !== undefined && figure > goal;
      return `<div><dt>${what}</dt><dd${isMissed ? ' class="missed"' : ''}>${figure}</dd>${target}</div>`;
    })
    .join('');
}

/** What must never happen, each with its cases. */
function checks(figures: Figures): string {
  const never: readonly (readonly [string, readonly string[]])[] = [
    ['wrong deadlines', figures.wrongDeadlines],
    ['missed deadlines of which nobody else heard', figures.silentBreaches],
    ['reminders outside hours, on days off or on leave', figures.untimely],
    ['reminders that came twice', figures.repeated],
    ['reminders of one deadline twice on a day', figures.nagging],
    ['messages over the limit of a day', figures.overCap],
  ];
  return never
    .map(([what, found]) => {
      if (found.length === 0) return `<li class="held">No ${what}</li>`;
      return `<li class="broken">${found.length} of: ${what}. ${escaped(found.join('; '))}</li>`;
    })
    .join('');
}

function legend(...entries: readonly (readonly [kind: string, what: string])[]): string {
  const items = entries.map(([kind, what]) => `<li><span class="key ${kind}"></span>${what}</li>`);
  return `<ul class="legend">${items.join('')}</ul>`;
}

const style = `
:root{color-scheme:light dark;--page:#fff;--ink:#1c2024;--soft:#5b6470;--line:#d8dde3;--faint:#eef0f3;--off:#e6e9ed;--outage:#ffc04d;--reminder:#c62f2f;--news:#1f66c1;--intime:#23863b;--late:#c62f2f;--deciding:#b3bbc4}
@media(prefers-color-scheme:dark){:root{--page:#15181c;--ink:#e7eaee;--soft:#a3adb8;--line:#3a424b;--faint:#252b32;--off:#2a3139;--outage:#8a5a00;--reminder:#ff7b72;--news:#6cb0ff;--intime:#4cc268;--late:#ff7b72;--deciding:#59636e}}
body{margin:0;background:var(--page);color:var(--ink);font:15px/1.5 system-ui,sans-serif}
main{max-width:1232px;margin:0 auto;padding:24px 16px}
h1{margin:0;font-size:26px}h2{margin:36px 0 8px;font-size:19px}p{margin:4px 0 12px;color:var(--soft)}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(240px,40%),1fr));gap:12px;margin:20px 0}
.figures div{display:flex;flex-direction:column;padding:12px;border:1px solid var(--line);border-radius:8px}
.figures dt{order:1;font-size:13px}.figures dd{margin:0;font-size:26px;font-weight:600}.figures .goal{order:2;margin-top:auto;font-size:12px;font-weight:400;color:var(--soft)}
ul{list-style:none;margin:0;padding:0}.checks{display:grid;grid-template-columns:repeat(auto-fit,minmax(300px,1fr));gap:2px 16px}
.checks li{padding-left:18px;overflow-wrap:anywhere}.held::before,.broken::before{content:"";float:left;width:9px;height:9px;margin:7px 0 0 -18px;border-radius:50%;background:var(--intime)}
.broken::before{border-radius:0;background:var(--late)}.broken{grid-column:1/-1}.broken,.figures .missed{color:var(--late)}
.legend{display:flex;flex-wrap:wrap;gap:4px 20px;font-size:13px}.legend li{display:flex;align-items:center;gap:6px}
.key.dot{width:9px;height:9px;border-radius:50%}.key.box{width:14px;height:14px}.key.bar{width:20px;height:5px}
.key.reminder{background:var(--reminder)}.key.news{background:var(--news)}.key.off{background:var(--off);outline:1px solid var(--line)}.key.outage{background:var(--outage)}
.key.intime{background:var(--intime)}.key.late{background:var(--late)}.key.deciding{background:var(--deciding)}.key.due{background:var(--ink)}
.timeline{display:flex;overflow-x:auto}.timeline svg{flex:none;display:block;font-size:12px;fill:var(--ink)}.timeline .names{position:sticky;left:0;background:var(--page)}
svg text{font-variant-numeric:tabular-nums}.rows text{fill:var(--soft)}.day{stroke:var(--faint)}.week{stroke:var(--line)}
rect.off{fill:var(--off)}.outage{fill:var(--outage)}circle{stroke:var(--page)}circle.reminder{fill:var(--reminder)}circle.news{fill:var(--news)}circle.due{fill:var(--ink)}
line.intime{stroke:var(--intime);stroke-width:5}line.late{stroke:var(--late);stroke-width:5}line.deciding{stroke:var(--deciding);stroke-width:5}
`;
