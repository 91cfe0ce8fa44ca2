import type { ReportCommand } from '../../src/report/commands.js';
import type { Report } from '../../src/report/report.js';
import type { Status } from '../../src/report/status.js';
import { after, reportInStatus } from './report-in-status.js';
import { answer, ask, bo, by, mei, minute, outcome, rae, theClock, withdraw } from './situations.js';

const embargo = { type: 'AgreeEmbargo', until: minute(9000), route: 'direct_message' } as const;
const at = (actor: typeof theClock) => ({ now: minute(60), actor });

describe('for a reporter who answers outside Slack a responder records what they said', () => {
  const recorded: readonly (readonly [ReportCommand, Status, string])[] = [
    [answer, 'acknowledged', 'ReporterWrote'],
    [{ type: 'AgreeToPublicBug' }, 'declined', 'PublicBugAgreed'],
    [{ type: 'AgreeToEarlyDisclosure' }, 'fixed', 'EarlyDisclosureAgreed'],
  ];
  test.each(recorded)('$type', (command, status, event) => {
    const onSlack = after(reportInStatus(status), [embargo, by(mei)]);
    const mailed: Report = { ...onSlack, reporter: { kind: 'elsewhere', name: 'Kim', filedBy: bo } };
    expect(outcome(command, mailed, at(by(mei)))).toBe(event);
    expect(outcome(command, mailed, at(theClock))).toBe('not_for_you');
    // Whoever filed it for them may record as well, and does not become the reporter.
    expect(outcome(command, mailed, at(by(bo)))).toBe(event);
    expect(outcome(withdraw, mailed, at(by(bo)))).toBe('no_such_report');
    // The same for a reporter who was last reached by mail; they may still answer themselves.
    const reachedByMail = after(onSlack, [{ ...ask, message: 'By mail.', route: 'by_hand' } as ReportCommand, by(mei)]);
    expect(outcome(command, reachedByMail, at(by(mei)))).toBe(event);
    expect(outcome(command, reachedByMail, at(by(rae)))).toBe(event);
  });
});
