import { readTurn, type Turn, writeTurn } from '../../../deadline/swap.js';
import { form } from '../declare-surface.js';
import type { SwapFormFacts } from '../duty-facts.js';
import { input, modal, plain, section } from '../kit/blocks.js';
import { type Choice, select } from '../kit/choices.js';
import { readInputs } from '../kit/input-values.js';
import { cut } from '../kit/truncate.js';
import { teamTurn } from '../parts/turn-text.js';

/** The inputs of this form. */
export const swapInputs = { swapMine: 'swap_mine', swapTheirs: 'swap_theirs' } as const;

/** Choices that Slack takes in one list, and the characters of a name in one. */
const [mostTurns, nameLength] = [100, 30];

/** Somebody asks a colleague to swap a turn: one of their own, and one of the colleague's. */
export const swapForm = form('swap_form', 'responder', 'A', ({ mine, theirs, zone }: SwapFormFacts, locale) => {
  const { onDuty, terms } = locale;
  const { swap: say } = onDuty;
  if (mine.length === 0 || theirs.length === 0)
    return modal({ title: say.title, close: terms.close, blocks: [section(plain(say.noTurns))] });
  const choose = (id: string, label: string, choices: readonly Choice[]) =>
    input({ id, label }, select(id, say.placeholder, choices.slice(0, mostTurns)));
  const blocks = [
    section(plain(say.intro(zone))),
    choose(
      swapInputs.swapMine,
      say.mine,
      mine.map((turn) => [writeTurn(turn), teamTurn(turn, zone, locale)]),
    ),
    choose(
      swapInputs.swapTheirs,
      say.theirs,
      theirs.map((turn) => [writeTurn(turn), say.turnOf(teamTurn(turn, zone, locale), cut(turn.name, nameLength))]),
    ),
  ];
  return modal({ title: say.title, close: terms.cancel, blocks }, { submit: say.submit });
});

/** Reads which two turns were chosen. */
export function readSwapForm(values: unknown): Readonly<{ mine: Turn | undefined; theirs: Turn | undefined }> {
  const read = readInputs(values);
  const turn = (block: string) => readTurn(read.choice(block) ?? '');
  return { mine: turn(swapInputs.swapMine), theirs: turn(swapInputs.swapTheirs) };
}
