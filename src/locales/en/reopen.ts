import type { DraftFacts } from './acknowledge.js';

/** A closed report that is opened again, and what its reporter reads of it. */
export const reopen = {
  intro: (id: string) => `${id} goes back to the status it had before it was closed.`,
  nobodyTold: "The reporter hasn't been told anything yet, so there is nothing to correct.",
  /** What the reporter was told before, and that it no longer holds. */
  draft: ({
    reporter,
    id,
    project,
    responder,
    closedAs,
  }: DraftFacts & Readonly<{ closedAs: 'declined' | 'duplicate' | 'withdrawn' }>) =>
    [
      `Hi ${reporter},`,
      closedAs === 'declined'
        ? `We told you that we wouldn't treat ${id} as a vulnerability. We're taking another look, so it's open again.`
        : closedAs === 'duplicate'
          ? `We told you that someone had reported the same as ${id} before you. We now handle your report on its own again.`
          : `You withdrew ${id}. We'd still like to look into it, so we've opened it again.`,
      "We'll write again when we know more. Until then, please keep it confidential.",
      `${responder}\n${project} security team`,
    ].join('\n\n'),
};
