import type { Route } from './message.js';

/** What the reporter writes is kept back until then. For leads only: Slack's router checks that. The bot tells them by `route`. */
export type PauseReporter = Readonly<{ type: 'PauseReporter'; until: Date; route: Route }>;

/** What was kept back is shown. For leads, and for the bot once the time has come. */
export type EndReporterPause = Readonly<{ type: 'EndReporterPause' }>;

export type PauseCommand = PauseReporter | EndReporterPause;
