import { Refusal } from '../../report/refusal.js';
import { holdOfBlock } from '../views/block-ids.js';
import { show } from '../views/surfaces.js';
import type { HandlerDeps } from './handler-deps.js';
import type { Handlers, Pressed } from './interaction.js';

/** A lead lets the bot go on with a database that is older than the channel. What is lost then is what they were told of. */
export function goOnHandlers({ holds, audit, clock }: HandlerDeps) {
  const goOn = async ({ block, person, language, settle }: Pressed<'lead'>) => {
    const since = holdOfBlock(block);
    const at = clock();
    if (since === undefined || !(await holds.agree(since, at))) throw new Refusal('sending_not_held', {});
    audit.note({ at, deed: 'administered', what: 'goOn', by: { kind: 'team', person } });
    await settle(show('goesOnNote', {}, language));
  };
  return { buttons: { goOn: { who: 'lead', press: goOn } } } satisfies Handlers;
}
