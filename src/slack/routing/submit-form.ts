import type { SlackViewAction, SlackViewMiddlewareArgs, ViewOutput } from '@slack/bolt';
import { Refusal } from '../../report/refusal.js';
import type { HandlerDeps } from '../handlers/handler-deps.js';
import type { FormAnswer, Routes, Submitted } from '../handlers/interaction.js';
import type { HomeRefresher } from '../notifier/home-refresher.js';
import { readModalMetadata } from '../views/modal-metadata.js';
import { type FormName, formOf } from '../views/surfaces.js';
import type { Authorizer } from './authorizer.js';
import { type FormOutcome, formAck } from './form-response.js';
import { inTime, outcomeOf } from './outcome.js';
import type { InteractionReader } from './read-interaction.js';

type FormRouter = Readonly<{
  deps: HandlerDeps;
  routes: Pick<Routes, 'forms'>;
  interactions: InteractionReader;
  authorizer: Pick<Authorizer, 'may' | 'noteRefusal'>;
  homes: Pick<HomeRefresher, 'outdated'>;
}>;

/** A submitted modal is answered in time, whatever becomes of it. */
export async function submitForm(router: FormRouter, { body, view, ack }: SlackViewMiddlewareArgs): Promise<void> {
  const { deps, interactions } = router;
  const name = formOf(view.callback_id);
  if (name === undefined) return await ack();
  const known: { who?: Pick<Submitted, 'language' | 'team'> } = {};
  const outcome = await inTime(formOutcome(router, name, body, view, (who) => Object.assign(known, { who })));
  const { language, team } = known.who ?? { language: interactions.languageOf(body), team: false };
  const nameOf = (user: string) => deps.people.known(user)?.name;
  const reader = { language, team, zone: deps.policy.calendar.zone, nameOf };
  const answer = formAck(outcome, { name, inputBlocks: inputBlocksOf(view) }, reader);
  await (answer === undefined ? ack() : ack(answer));
  router.homes.outdated(body.user.id, false);
}

/** Never throws. `learn` is told who submitted it as soon as that is known: by then there may be no time left for more. */
async function formOutcome(
  router: FormRouter,
  name: FormName,
  body: SlackViewAction,
  view: ViewOutput,
  learn: (who: Pick<Submitted, 'language' | 'team'>) => void,
): Promise<FormOutcome> {
  const { interactions, authorizer, routes } = router;
  const route = routes.forms[name];
  let who: Awaited<ReturnType<InteractionReader['ofForm']>> | undefined;
  const outcome = await outcomeOf(router.deps.log, async () => {
    who = await interactions.ofForm(body);
    learn(who);
    if (!(await authorizer.may(who, route.who))) throw new Refusal('not_for_you', {});
    const { private_metadata: metadata, state } = view;
    const answer = await route.submit({ ...who, view: view.id, metadata, values: state.values });
    if (!(await mayHave(answer, router, who))) throw new Refusal('not_for_you', {});
    return answer;
  });
  if (outcome.kind === 'refused' && who !== undefined) {
    const about = readModalMetadata(view.private_metadata)?.id;
    authorizer.noteRefusal(who, { what: name, about }, String(outcome.refusal.code));
  }
  return outcome;
}

/** A form that anybody may submit may become one that is for responders alone. */
async function mayHave(answer: FormAnswer, { authorizer }: FormRouter, who: Parameters<Authorizer['may']>[0]) {
  return answer.kind !== 'become' || (await authorizer.may(who, answer.to));
}

function inputBlocksOf({ blocks }: ViewOutput): readonly string[] {
  return blocks.flatMap((block) => (block.type === 'input' && block.block_id !== undefined ? [block.block_id] : []));
}
