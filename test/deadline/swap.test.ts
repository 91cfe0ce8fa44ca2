import type { Policy } from '../../src/deadline/policy.js';
import { type Absence, type Cover, emptyRoster } from '../../src/deadline/roster.js';
import {
  comingTurns,
  isSwapped,
  readSwap,
  readTurn,
  type Swap,
  swapCovers,
  swapRefusal,
  writeSwap,
} from '../../src/deadline/swap.js';
import { policy } from './calendars.js';

const rota = [
  { from: '2026-09-21', responder: 'U0LIN', deputy: 'U0SAM' },
  { from: '2026-09-28', responder: 'U0SAM' },
  { from: '2026-10-05', responder: 'U0LIN', deputy: 'U0SAM' },
  { from: '2026-10-07', responder: 'U0LIN' },
  { from: '2026-10-12', responder: 'U0MEI' },
  { from: '2026-10-19', responder: 'U0SAM' },
];
const midnight = (day: string) => new Date(`${day}T00:00:00+08:00`);
const turn = (user: string, from: string, to: string) => ({ user, from: midnight(from), to: midnight(to) });
const mine = turn('U0LIN', '2026-10-05', '2026-10-12');
const theirs = turn('U0MEI', '2026-10-12', '2026-10-19');
const swap: Swap = { mine, theirs };
const now = new Date('2026-09-22T10:00:00+08:00');
const rules = (absences: readonly Absence[] = [], covers: readonly Cover[] = []): Policy => ({
  ...policy,
  rota,
  roster: { ...emptyRoster, absences, covers },
});
const codeOf = (asked: Swap, current: Policy, at = now) => swapRefusal(asked, current, at)?.code;

test('the turns that may be swapped are those that have not begun and whose end is known, each whole', () => {
  expect(comingTurns(rules(), now)).toEqual([turn('U0SAM', '2026-09-28', '2026-10-05'), mine, theirs]);
  expect(comingTurns(rules(), midnight('2026-10-05'))).toEqual([theirs]);
  expect(comingTurns(policy, now)).toEqual([]);
});

test('two turns are swapped when each has the other’s', () => {
  expect(codeOf(swap, rules())).toBeUndefined();
  expect(isSwapped(swap, rules())).toBe(false);
  const after = rules([], swapCovers(swap));
  expect(isSwapped(swap, after)).toBe(true);
  expect(comingTurns(after, now).slice(1)).toEqual([
    { ...mine, user: 'U0MEI' },
    { ...theirs, user: 'U0LIN' },
  ]);
  expect(isSwapped(swap, rules([], swapCovers(swap).slice(0, 1)))).toBe(false);
  // And back again.
  const back = { mine: { ...theirs, user: 'U0LIN' }, theirs: { ...mine, user: 'U0MEI' } };
  expect(codeOf(back, after)).toBeUndefined();
  expect(codeOf(swap, rules([], [...swapCovers(swap), ...swapCovers(back)]))).toBeUndefined();
});

test.each([
  ['swap_turn_begun', 'their turn has begun', swap, rules(), midnight('2026-10-12')],
  ['swap_turn_begun', 'the asker’s turn has begun, to the millisecond', swap, rules(), mine.from],
  [
    'swap_turn_changed',
    'somebody else has a day of it',
    swap,
    rules([], [{ ...turn('', '2026-10-06', '2026-10-07'), responder: 'U0SAM', insteadOf: 'U0LIN' }]),
    now,
  ],
  ['swap_turn_changed', 'their turn is somebody else’s', { mine, theirs: { ...theirs, user: 'U0SAM' } }, rules(), now],
  ['swap_turn_changed', 'both are one person’s', { mine, theirs: mine }, rules(), now],
  ['swap_turn_changed', 'it is swapped already', swap, rules([], swapCovers(swap)), now],
  [
    'swap_away',
    'the asker is away on the last day of the turn they would take',
    swap,
    rules([{ user: 'U0LIN', from: '2026-10-18', to: '2026-10-25' }]),
    now,
  ],
  [
    'swap_away',
    'the colleague is away on the first day of theirs',
    swap,
    rules([{ user: 'U0MEI', from: '2026-09-30', to: '2026-10-05' }]),
    now,
  ],
] as const)('%s: %s', (code, _, asked, current, at) => {
  expect(codeOf(asked, current, at)).toBe(code);
});

test('whoever is away before or after a turn may take it', () => {
  const around = [
    { user: 'U0LIN', from: '2026-10-19', to: '2026-10-25' },
    { user: 'U0MEI', from: '2026-09-30', to: '2026-10-04' },
  ];
  expect(codeOf(swap, rules(around))).toBeUndefined();
});

test('a button brings back the two turns, and nothing that is none', () => {
  expect(readSwap(writeSwap(swap))).toEqual(swap);
  expect(writeSwap(swap)).toMatch(/^\w{1,200}$/);
  for (const text of ['', 'U0LIN', 'U0LIN_1_2', 'U0LIN_1_2_U0MEI_4_3', 'U0LIN_1_2_U0MEI_3_4_5', 'C0LIN_1_2_U0MEI_3_4'])
    expect(readSwap(text)).toBeUndefined();
  expect(readTurn('U0LIN_1_1')).toBeUndefined();
});
