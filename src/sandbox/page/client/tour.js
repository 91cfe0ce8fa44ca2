import { byId, make, showList } from './dom.js';
import { keptSet } from './page-memory.js';
import { say } from './words.js';

/** The tour: where each step leads, and what the person must have done for the step to be ticked off. */
const steps = [
  { name: 'report', done: 'submitted', go: (page) => typeAs(page, 'U00000ANA', 'C0GENERAL', '/vuln report') },
  {
    name: 'receipt',
    done: 'looked at the receipt',
    go: async (page) => {
      await page.become('U00000ANA');
      page.goTo(page.seen.channels.find(({ kind }) => kind === 'im')?.id ?? page.place);
    },
  },
  { name: 'take', done: 'pressed', go: (page) => page.become('U00000MEI', 'C00SECTEAM') },
  { name: 'wait', done: 'jumped', go: () => byId('jumps').querySelector('button:nth-child(4)')?.focus() },
  { name: 'outsider', done: 'was an outsider', go: (page) => page.become('U0000DANA', 'C0REPORTS') },
  { name: 'language', done: 'switched the language', go: (page) => page.switchLanguage() },
];

async function typeAs(page, person, channel, command) {
  await page.become(person, channel);
  byId('typed').value = command;
  byId('typed').focus();
}

const done = keptSet('tour');
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
  done.load(page.seen.run);
  const next = steps.findIndex((step) => !done.has(step.done));
  showList(
    byId('steps'),
    steps.map((step, index) => {
      const state = done.has(step.done) ? 'done' : index === next ? 'next' : 'later';
      return { key: step.name, content: state, build: () => build(page, step, index, state) };
    }),
  );
}

function build(page, step, index, state) {
  const { title, text, button } = say.steps[step.name];
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
        make('strong', {}, title),
        make('span', { class: 'hidden-label' }, state === 'done' ? say.done : ''),
        ' ',
        make('span', {}, text),
      ),
      make('button', { type: 'button', class: 'link', onclick: () => step.go(page) }, button),
    ),
  );
}
