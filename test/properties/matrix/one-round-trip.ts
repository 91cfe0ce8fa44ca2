import { everyWayIn } from './entries.js';
import { dueTo } from './judge.js';
import type { MatrixBot } from './matrix-bot.js';
import { type Kind, kindNames } from './matrix-people.js';
import { stateNames } from './reports-in-every-state.js';
import { askedAbout } from './try-cells.js';

/** Commands to the database before whoever sends this form is answered. */
function allowed(form: string): RegExp {
  // The other report is read, too.
  if (form.startsWith('modal duplicateForm')) return /^(find )?(find )?$/;
  // It is about each report with a deadline until then.
  if (form.startsWith('modal snoozeForm')) return /^(find |findAndModify |update )*$/;
  // It becomes the reporter's list.
  if (/^modal (writeForm|ownCreditForm)/.test(form)) return /^(find )?(findAndModify find )?$/;
  return /^(find )?(findAndModify )?$/;
}

/**
 * Sends every form about a report, and names what asks the database more than it may. Whoever may is tried until the form did
 * something. Where it does nothing, and of those who may not, `kindsEach` kinds of people try, in turn. A form without a report is measured in
 * test/e2e/journeys/one-round-trip.
 */
export async function formsThatAskMore(matrix: MatrixBot, kindsEach = kindNames.length): Promise<string[]> {
  const { attempt, bot, reports, document, restore } = matrix;
  const forms = everyWayIn(bot.slack.world).filter(
    ({ sort, name }) => sort === 'form' && !name.startsWith('modal reportForm'),
  );
  const faults: string[] = [];
  for (const [turn, way] of forms.entries()) {
    const may = (kind: Kind) => dueTo(kind, way.right, askedAbout(reports, kind, 'received')) === 'let in';
    const inTurn = (kinds: readonly Kind[], most: number) => kinds.filter((_, n) => (n + turn) % kinds.length < most);
    const mayDo = kindNames.filter(may);
    const tried = [
      ...(way.changes ? mayDo : inTurn(mayDo, kindsEach)),
      ...inTurn(
        kindNames.filter((kind) => !may(kind)),
        kindsEach,
      ),
    ];
    let written = false;
    for (const [n, kind] of tried.entries()) {
      for (const state of may(kind) ? stateNames : stateNames.slice(n, n + 1)) {
        if (may(kind) && written) break;
        const { id } = askedAbout(reports, kind, state);
        const before = await document(id);
        let sent = '';
        // Homes and rosters are read beside, now and then: what the form itself asks for, it asks for each time.
        for (let times = 0; times < 6; times += 1) {
          if (times > 0 && (await document(id)) !== before) await restore(id);
          await bot.quiet();
          bot.commands.length = 0;
          await attempt({ way, kind, place: 'home', about: id });
          // The audit trail is written beside, and tells who was refused.
          sent = bot.commands
            .filter((name) => name !== 'insert')
            .map((name) => `${name} `)
            .join('');
          if (allowed(way.name).test(sent)) break;
        }
        if (!allowed(way.name).test(sent)) faults.push(`${way.name}, ${kind}, ${state}: ${sent}`);
        if ((await document(id)) === before) continue;
        written = true;
        await restore(id);
        await bot.quiet();
      }
    }
    if (written !== way.changes) faults.push(`${way.name}: ${written ? 'wrote' : 'never wrote'}`);
  }
  return faults;
}
