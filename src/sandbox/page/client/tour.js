import { byId, make, showList } from './dom.js';

/** The tour: what to do, whom it needs, and how the page knows that it was done. */
const steps = [
  {
    title: 'Report',
    text: 'As Ana, send /vuln report and fill in the form.',
    button: 'Type it for me',
    done: 'submitted',
    go: async (page) => {
      await page.become('U00000ANA', 'C0GENERAL');
      byId('typed').value = '/vuln report';
      byId('typed').focus();
    },
  },
  {
    title: 'Read the receipt',
    text: 'The bot tells Ana by when a person answers.',
    button: "Open Ana's messages",
    done: 'looked at the receipt',
    go: async (page) => {
      await page.become('U00000ANA');
      page.goTo(page.seen.places.find(({ kind }) => kind === 'im')?.id ?? page.place);
    },
  },
  {
    title: 'Take it',
    text: 'As Mei, press Assign to me, then Acknowledge. Or leave it unanswered.',
    button: 'Be Mei',
    done: 'pressed',
    go: (page) => page.become('U00000MEI', 'C00SECTEAM'),
  },
  {
    title: 'Let time pass',
    text: 'Move the clock and see the reminders come.',
    button: 'Show me the clock',
    done: 'jumped',
    go: () => byId('jumps').querySelector('button:nth-child(4)')?.focus(),
  },
  {
    title: 'Be an outsider',
    text: "Dana sees nothing of Ana's report.",
    button: 'Be Dana',
    done: 'was an outsider',
    go: (page) => page.become('U0000DANA'),
  },
];

const done = new Set();
let redraw = () => {};

/** Tells the tour what the person has just done. */
export function advance(deed, page) {
  // Only the team takes a report, and only there.
  if (deed === 'pressed' && page?.place !== 'C00SECTEAM') return;
  done.add(deed);
  redraw();
}

export function drawGuide(page) {
  redraw = () => drawGuide(page);
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
