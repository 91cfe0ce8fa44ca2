// Sends report submissions, signed as Slack signs them, over kept-alive connections.
import { createHmac } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { Agent, request } from 'undici';

const text = (value) => ({ type: 'plain_text_input', value });
const option = (value) => ({ selected_option: { text: { type: 'plain_text', text: value }, value } });

function submission(view, people) {
  const { team, user } = people;
  const fields = {
    title: text('A viewer reads what was never shared with them'),
    overview: text('Any signed-in user gets resources by asking for their path. '.repeat(20)),
    versions: { type: 'multi_static_select', selected_options: [option('KubeSphere v4.1').selected_option] },
    other_versions: text('ks-apiserver'),
    cve: text(null),
    verification: text('1. Sign in. 2. Ask for the path. 3. Read. '.repeat(20)),
    contact: text('bench@reports.example'),
    known_already: { type: 'radio_buttons', ...option('no') },
    credit_name: text(null),
    language: { type: 'static_select', ...option('en') },
  };
  const values = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { [name]: value }]));
  return {
    type: 'view_submission',
    team: { id: team, domain: 'bench' },
    user: { id: user, name: 'bench', team_id: team },
    api_app_id: 'A0',
    token: 't',
    trigger_id: `1.2.${view}`,
    view: {
      id: view,
      team_id: team,
      type: 'modal',
      callback_id: 'report_form',
      private_metadata: JSON.stringify({ language: 'en' }),
      hash: 'h',
      blocks: [{ type: 'input', block_id: 'title' }],
      state: { values },
      title: { type: 'plain_text', text: 'Report' },
    },
    response_urls: [],
  };
}

/**
 * Returns the milliseconds that each of `count` submissions took, in the order of the answers. View ids are made from `name`, in
 * capitals and digits as Slack's are. `unsure` counts the answers without a receipt, after 2.3 s.
 */
export async function load({ port, secret, people, count, connections, name }) {
  const agent = new Agent({ connections, pipelining: 1, keepAliveTimeout: 60_000 });
  const taken = [];
  let next = 0;
  let unsure = 0;
  const worker = async () => {
    while (next < count) {
      const payload = JSON.stringify(submission(`V${name}${next++}`, people));
      const body = `payload=${encodeURIComponent(payload)}`;
      const at = String(Math.floor(Date.now() / 1000));
      const signature = `v0=${createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex')}`;
      const began = performance.now();
      const answer = await request(`http://127.0.0.1:${port}/slack/events`, {
        method: 'POST',
        dispatcher: agent,
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'x-slack-request-timestamp': at,
          'x-slack-signature': signature,
        },
        body,
      });
      const text = await answer.body.text();
      taken.push(performance.now() - began);
      if (text.includes('"update"')) continue;
      // On a slow machine the bot answers in time that it is not sure. Any other answer is a fault of the bench.
      if (!text.includes('"errors"')) throw new Error(`answered ${answer.statusCode}: ${text.slice(0, 200)}`);
      unsure += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  await agent.close();
  return { taken, unsure };
}
