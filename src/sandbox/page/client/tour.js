import { byId, make, showList } from './dom.js';

/** The tour: what to do, as whom, and what the person must have done for the step to be ticked off. */
const steps = [
  {
    title: 'Report',
    text: 'As Ana, send /vuln report and fill in the form.',
    button: 'Type it for me',
    done: 'submitted',
    go: (page) => typeAs(page, 'U00000ANA', 'C0GENERAL', '/vuln report'),
  },
  {
    title: 'Read the receipt',
    text: 'The bot tells Ana when she will get a reply.',
    button: "Open Ana's messages",
    done: 'looked at the receipt',
    go: async (page) => {
      await page.become('U00000ANA');
      page.goTo(page.seen.channels.find(({ kind }) => kind === 'im')?.id ?? page.place);
    },
  },
  {
    title: 'Take it',
    text: 'As Mei, press Assign to me, then Acknowledge.',
    button: 'Be Mei',
    done: 'pressed',
    go: (page) => page.become('U00000MEI', 'C00SECTEAM'),
  },
  {
    title: 'Let time pass',
    text: 'Move the clock and watch the reminders arrive.',
    button: 'Show me the clock',
    done: 'jumped',
    go: () => byId('jumps').querySelector('button:nth-child(4)')?.focus(),
  },
  {
    title: 'Pin the report button',
    text: 'As Mei, send /vuln setup. It is for outsiders.',
    button: 'Type /vuln setup',
    done: 'sent /vuln setup',
    go: (page) => typeAs(page, 'U00000MEI', 'C00SECTEAM', '/vuln setup'),
  },
  {
    title: 'Be an outsider',
    text: "Dana sees the report button, and nothing of Ana's report.",
    button: 'Be Dana',
    done: 'was an outsider',
    go: (page) => page.become('U0000DANA'),
  },
];

async function typeAs(page, person, channel, command) {
  await page.become(person, channel);
  byId('typed').value = command;
  byId('typed').focus();
}

const done = new Set();
let redraw = () => {};

/** Tells the tour what the person has just done. */
export function advance(action, page) {
  // The team takes reports in its own channel, so a press elsewhere does not tick off that step.
  if (action === 'pressed' && page?.place !== 'C00SECTEAM') return;
  done.add(action);
  redraw();
}

export function drawTour(page) {
  redraw = () => drawTour(page);
  const next = steps.findIndex((step) => !done.has(step.done));
  showList(
    byId('steps'),
    steps.map((step, index) => {
      const state = done.has(step.done) ? 'done' : index === next ? 'next' : 'later';
      return { key: step.title, content: state, build: () => build(page, step, index, state) };
    }),
  );
}

function build(page, step, index, state) {
  const mark = state === 'done' ? '✔' : String(index + 1);
  return make(
    'li',
    { class: `step ${state}`, 'aria-current': state === 'next' && 'step' },
    make('span', { class: 'number', 'aria-hidden': 'true' }, mark),
    make(
      'div',
      {},
      make(
        'p',
        {},
        make('strong', {}, step.title),
        make('span', { class: 'hidden-label' }, state === 'done' ? ' (done)' : ''),
        ' ',
        make('span', {}, step.text),
      ),
      make('button', { type: 'button', class: 'link', onclick: () => step.go(page) }, step.button),
    ),
  );
}
