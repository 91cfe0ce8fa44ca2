import { setTimeout as pause } from 'node:timers/promises';
import { botOnSockets } from './bot-on-sockets.js';

// A bot that loses Slack in every way, in a process of its own: here nothing but itself keeps the process up, and a rejection
// that nobody handles is seen as Node sees it.
let unhandled = 0;
process.on('unhandledRejection', () => {
  unhandled += 1;
});
process.on('uncaughtException', () => {
  unhandled += 1;
});
const bot = await botOnSockets({ longestPauseMs: 80 });
await bot.start();
const { slack } = bot;
const asked = () => slack.requests.filter(({ method }) => method === 'apps.connections.open').length;
const method = 'apps.connections.open';
for (let round = 0; round < 4; round++) {
  slack.faults.next(method, { kind: 'rate_limited', retryAfter: 1 }, 2);
  slack.faults.next(method, { kind: 'http', status: 500 }, 2);
  slack.faults.next(method, { kind: 'error', code: 'invalid_auth' }, 2);
  slack.faults.next(method, { kind: 'reset' }, 2);
  slack.faults.next(method, { kind: 'html' }, 2);
  slack.connectionTrouble.refuseNext(2);
  while (slack.connections() > 0) {
    if (round % 2 === 0) slack.connectionTrouble.drop(0);
    else slack.connectionTrouble.refresh(0, 'link_disabled');
  }
  while (slack.faults.pending() > 0 || slack.connections() < 2) await pause(10);
}
// Stopped in the middle of being refused: a pause, a question and a WebSocket may be under way.
slack.faults.next(method, { kind: 'slow', ms: 1000 }, 9);
slack.connectionTrouble.drop(0);
const before = asked();
while (asked() === before) await pause(5);
const stopping = performance.now();
await bot.receiver.stop();
const stoppedMs = Math.round(performance.now() - stopping);
await slack.stop();
const refused = bot.logged.filter(({ what }) => what === 'slack connection refused').length;
process.stdout.write(JSON.stringify({ unhandled, refused, stoppedMs }));
