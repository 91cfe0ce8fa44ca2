import { exampleFor } from '../example-report.js';
import { sandbox } from '../sandbox-world.js';
import type { Sandbox } from '../start-sandbox.js';
import { createStage } from './stage.js';

/** Plays the tour of the page in a terminal, each message as text. @throws when the bot does not do its part */
export async function playTour(started: Sandbox, out: (line: string) => void): Promise<void> {
  const { slack, clock, quiet } = started;
  const { ana, mei, wen, dana, general, securityChannel, reports } = sandbox;
  const { step, act, showModal, showChannel, modalOf, press } = createStage(started, out);

  step('Report, and read the receipt');
  await act('Ana sends /vuln report and fills in the form.', async () => {
    await slack.as(ana).command(general, '/vuln report');
    await quiet();
    const { id, content } = modalOf(ana);
    await slack.as(ana).submit(id, exampleFor(content.blocks, 'en') ?? {});
    await quiet();
    await slack.as(ana).close(modalOf(ana).id, true);
  });

  step('Take it');
  await act('Mei presses “Assign to me” on the card.', () => press(mei, securityChannel, 'Assign to me'));

  step('Let time pass');
  await act('The clock moves on by one working day.', () => clock.jump('working-day'));
  await act('Mei presses “Acknowledge…”. A message to Ana is drafted.', () =>
    press(mei, securityChannel, 'Acknowledge…'),
  );
  showModal(mei);
  await act('Mei sends it.', () => slack.as(mei).submit(modalOf(mei).id, {}));
  await act('The clock moves on to the deadline of the decision.', () => clock.jump('deadline'));

  step('Be an outsider');
  out("  Dana is from another workspace. She sees the report button, and nothing of Ana's report.\n");
  showChannel(dana, reports);

  step('Read Chinese');
  await act('Wen, whose Slack speaks Chinese, sends /vuln list.', () =>
    slack.as(wen).command(securityChannel, '/vuln list'),
  );
  showModal(wen);
  out('That was the tour. To walk through it yourself in a browser: npm run sandbox');
}
