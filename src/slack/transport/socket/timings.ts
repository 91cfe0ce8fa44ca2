/** How fast things go on a Socket Mode connection. Milliseconds of real time; tests may be faster. */
export type Pace = Readonly<{
  /**
   * A connection isn't opened sooner than this after the other one was, unless the other is down. Slack's notice that it
   * refreshes a connection comes about 10 s ahead and its pauses may grow to a minute: within this the first is long renewed.
   */
  apartMs: number;
  /** Slack greets a connection at once; longer than this is a failure. */
  helloMs: number;
  /** Between pings. After three without a sound from Slack a connection counts as gone: its clicks are lost until then. */
  pingMs: number;
  /** How long a connection that Slack told to go may still be answered on; Slack closes it after about 10 s. */
  lingerMs: number;
  /** Slack waits 3 s for an answer; nobody waits for one after it. */
  answerMs: number;
  /** A connection that lived shorter counts as a failed one, so that a Slack that closes each at once is not hammered. */
  steadyMs: number;
  /** The pause after the first failure; it doubles with each further one. */
  firstPauseMs: number;
  longestPauseMs: number;
  /** With no connection for longer than this the bot is not ready. Renewing one takes less than a second. */
  graceMs: number;
}>;

export const slackPace: Pace = {
  apartMs: 60_000,
  helloMs: 10_000,
  pingMs: 3000,
  lingerMs: 15_000,
  answerMs: 3000,
  steadyMs: 5000,
  firstPauseMs: 1000,
  longestPauseMs: 60_000,
  graceMs: 10_000,
};
