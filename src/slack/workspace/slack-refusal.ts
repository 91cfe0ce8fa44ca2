/** A sentence for the operator: why the bot cannot talk to Slack. */
export class SlackRefusal extends Error {
  override readonly name = 'SlackRefusal';
}
