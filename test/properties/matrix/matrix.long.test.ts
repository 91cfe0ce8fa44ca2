import { everyCell } from './covering.js';
import { everyWayIn } from './entries.js';
import { startMatrixBot } from './matrix-bot.js';
import { kindNames, matrixWorld } from './matrix-people.js';
import { formsThatAskMore } from './one-round-trip.js';
import { places } from './places.js';
import { stateNames } from './reports-in-every-state.js';
import { tryWays } from './try-cells.js';

/** Ways in that share a bot: one bot for all would keep every call and view of hundreds of thousands of cells. */
const perBot = 8;
const names = everyWayIn(matrixWorld()).map(({ name }) => name);
const shares = Array.from({ length: Math.ceil(names.length / perBot) }, (_, n) =>
  names.slice(n * perBot, (n + 1) * perBot),
);
const total = { cells: 0, letIn: 0, refused: 0, compared: 0 };

describe('every entry with every kind of person, in every place, with a report in every state', () => {
  test.each(shares.map((share, n) => [n + 1, share] as const))(
    `everybody can do what is theirs, and nothing else: part %i of ${shares.length}`,
    async (n, share) => {
      const matrix = await startMatrixBot();
      try {
        const ways = everyWayIn(matrix.bot.slack.world).filter(({ name }) => share.includes(name));
        const { faults, cells, letIn, refused, compared } = await tryWays(matrix, ways, everyCell);
        total.cells += cells.length;
        total.letIn += letIn;
        total.refused += refused;
        total.compared += compared;
        console.log(
          `matrix, part ${n} of ${shares.length}: ${ways.length} of ${names.length} entries. So far ${total.cells} cells: ` +
            `${total.letIn} let in, ${total.refused} refused, ${total.compared} of these answered as for an id that does not exist`,
        );
        expect(faults.slice(0, 40)).toEqual([]);
        expect(ways.map(({ name }) => name)).toEqual(share);
        expect(cells.length).toBe(ways.length * kindNames.length * places.length * stateNames.length);
      } finally {
        await matrix.stop();
      }
    },
    1_800_000,
  );
});

test('before anybody who sends a form about a report is answered, it is read once and written once at most', async () => {
  const matrix = await startMatrixBot();
  try {
    expect(await formsThatAskMore(matrix)).toEqual([]);
  } finally {
    await matrix.stop();
  }
}, 300_000);
