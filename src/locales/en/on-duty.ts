/** Who is on duty, and when. People and moments are marked up already. */
export const onDuty = {
  now: (who: string, until: string) => `On duty now: ${who}, until ${until}`,
  /** Nothing changes within the weeks that are shown. */
  stays: (who: string) => `On duty now: ${who}`,
  next: (from: string, who: string) => `From ${from}: ${who}`,
  withDeputy: (responder: string, deputy: string) => `${responder}, deputy ${deputy}`,
  nobody: 'nobody',
  none: 'Nobody is on duty, because the policy has no rota and no rotation. Reminders go to the security channel.',
};
